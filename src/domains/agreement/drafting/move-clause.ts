import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { lockClause } from './lock-draft.ts'

export const moveClauseInput = z.object({ clause: z.uuid(), direction: z.enum(['up', 'down']) })

export type MoveClause = z.output<typeof moveClauseInput>

/** Exchanges a clause with its neighbour in the section; at the end of the section nothing changes. */
export async function moveClause(db: Db, actor: Actor, input: MoveClause, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const clause = await lockClause(tx, actor, input.clause)
    const position = clause.position + (input.direction === 'up' ? -1 : 1)
    const inSection = tx
      .updateTable('clause')
      .where('agreement_id', '=', clause.agreement.id)
      .where('section', '=', clause.section)
    const neighbour = await inSection
      .set({ position: clause.position })
      .where('position', '=', position)
      .where('id', '<>', clause.id)
      .executeTakeFirst()
    if (neighbour.numUpdatedRows === 0n) return
    await tx.updateTable('clause').set({ position }).where('id', '=', clause.id).execute()
    const subject = { kind: 'agreement', id: clause.agreement.id }
    await record(tx, actor, now, { action: 'agreement.clauseMoved', subject, facts: { clause: clause.id, position } })
  })
}
