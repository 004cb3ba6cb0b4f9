import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockVersionFor, tableSubject } from './lock-table.ts'
import { isInOpenRound } from './queries.ts'

export const withdrawTableInput = z.object({ version: z.uuid(), reason: paragraph(1000) })

/** Takes an adopted version back: no new round takes it. What is scored by it already stays. */
export async function withdrawTable(
  db: Db,
  actor: Actor,
  input: z.output<typeof withdrawTableInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { version } = await lockVersionFor(tx, actor, input.version, now)
    if (version.state !== 'adopted') throw new RuleViolation('scoreTables.notAdopted')
    if (await isInOpenRound(tx, version.id)) throw new RuleViolation('scoreTables.inRound')
    await tx
      .updateTable('score_table_version')
      .set({ state: 'withdrawn', withdrawn_by: actor.account, withdrawn_at: now, withdrawn_reason: input.reason })
      .where('id', '=', version.id)
      .execute()
    const facts = { code: version.code, number: version.number, reason: input.reason }
    await record(tx, actor, now, { action: 'scoreTables.withdrawn', subject: tableSubject(version.table), facts })
  })
}
