import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { lockReviewClause } from './lock-review.ts'

export const writeClauseInput = z.object({
  clause: z.uuid(),
  /** The version that was on screen when the person began to type. */
  version: z.coerce.number().int().positive(),
  text: z.string().trim().max(5000),
})

/** Saves a sentence in a person's words. Whoever typed on an older version gets both texts back. */
export async function writeClause(db: Db, actor: Actor, input: z.output<typeof writeClauseInput>, now: Date) {
  return db.transaction().execute(async (tx) => {
    const clause = await lockReviewClause(tx, actor, input.clause)
    if (clause.text === input.text) return { version: clause.version }
    if (clause.version !== input.version) throw new Conflict('review.clauseChanged', clause.text)
    const version = clause.version + 1
    await tx
      .updateTable('year_review_clause')
      .set({ text: input.text, version, changed_by: actor.account, changed_at: now })
      .where('id', '=', clause.id)
      .execute()
    await tx.updateTable('year_review').set({ changed_at: now }).where('id', '=', clause.review.id).execute()
    return { version }
  })
}
