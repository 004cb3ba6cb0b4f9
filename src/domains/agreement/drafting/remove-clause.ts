import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { lockClause } from './lock-draft.ts'

export const removeClauseInput = z.object({ clause: z.uuid(), version: z.coerce.number().int().positive() })

export type RemoveClause = z.output<typeof removeClauseInput>

/** Takes a clause out of the draft; its words stay in the history. */
export async function removeClause(db: Db, actor: Actor, input: RemoveClause, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const clause = await lockClause(tx, actor, input.clause)
    if (clause.version !== input.version) throw new Conflict('agreement.clauseChanged', clause.text)
    await tx.deleteFrom('clause').where('id', '=', clause.id).execute()
    await tx
      .updateTable('clause')
      .set((eb) => ({ position: eb('position', '-', 1) }))
      .where('agreement_id', '=', clause.agreement.id)
      .where('section', '=', clause.section)
      .where('position', '>', clause.position)
      .execute()
    const facts = { section: clause.section, text: clause.text }
    const subject = { kind: 'agreement', id: clause.agreement.id }
    await record(tx, actor, now, { action: 'agreement.clauseRemoved', subject, facts })
  })
}
