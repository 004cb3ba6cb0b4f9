import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import type { AssignmentRow } from './queries.ts'
import { leavesIn } from './table-parts.ts'

/** Points of who stepped back or was too late count for nothing; they stay to be read, with the reason. */
async function dropMarks(tx: Tx, now: Date, assignment: AssignmentRow, reason: string) {
  const { sheet_id, assessor_unit_id } = assignment
  const codes = leavesIn(await tableOfVersion(tx, assignment.version_id), assignment.part).map(({ code }) => code)
  await sql`
    insert into score_entry_before
      (id, sheet_id, kind, name, stage, assessor_unit_id, value, reason, edition, by_account, at, replaced_at)
    select gen_random_uuid(), sheet_id, 'mark', code, stage, assessor_unit_id, to_jsonb(points::text), ${reason},
      edition, by_account, at, ${now}
    from score_mark
    where sheet_id = ${sheet_id} and stage = 'cross' and assessor_unit_id = ${assessor_unit_id}
      and code = any(${codes})`.execute(tx)
  await tx
    .deleteFrom('score_mark')
    .where('sheet_id', '=', sheet_id)
    .where('stage', '=', 'cross')
    .where('assessor_unit_id', '=', assessor_unit_id)
    .where('code', 'in', codes)
    .execute()
}

/** Ends a turn without marks. */
export async function endTurn(
  tx: Tx,
  now: Date,
  assignment: AssignmentRow,
  { state, reason }: { state: 'recused' | 'replaced' | 'missed'; reason: string },
): Promise<void> {
  await dropMarks(tx, now, assignment, reason)
  await tx
    .updateTable('cross_assignment')
    .set({ state, reason, edition: assignment.edition + 1 })
    .where('id', '=', assignment.id)
    .execute()
}
