import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { lockReviewClause } from './lock-review.ts'

export const removeClauseInput = z.object({ clause: z.uuid(), version: z.coerce.number().int().positive() })

/** Leaves a sentence out. That of a rule stays, empty: else the next drawing would bring it back. */
export async function removeClause(db: Db, actor: Actor, input: z.output<typeof removeClauseInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const clause = await lockReviewClause(tx, actor, input.clause)
    if (clause.version !== input.version) throw new Conflict('review.clauseChanged', clause.text)
    if (clause.rule === '') {
      await tx.deleteFrom('year_review_clause').where('id', '=', clause.id).execute()
      return
    }
    await tx
      .updateTable('year_review_clause')
      .set({ text: '', version: clause.version + 1, changed_by: actor.account, changed_at: now })
      .where('id', '=', clause.id)
      .execute()
  })
}
