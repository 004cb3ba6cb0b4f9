import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayWriteReview } from './access.ts'
import { lockedReview } from './queries.ts'
import { reviewCan, type Review, type ReviewClause, type ReviewFigure, type ReviewSource } from './review.ts'

export const reviewSubject = (review: string) => ({ kind: 'year_review', id: review })

/** A review that may still change, held by someone who writes it. */
export async function lockDraftReview(tx: Tx, actor: Actor, id: string): Promise<Review> {
  const review = await lockedReview(tx, id)
  demand(mayWriteReview(actor, review))
  await demandOpenYear(tx, review.bloc_year_id)
  if (!reviewCan('edit', review)) throw new RuleViolation('review.finished')
  return review
}

/** One of its sentences. */
export async function lockReviewClause(tx: Tx, actor: Actor, id: string): Promise<ReviewClause & { review: Review }> {
  const select = () => tx.selectFrom('year_review_clause').selectAll().where('id', '=', id)
  const review = await lockDraftReview(tx, actor, found(await select().executeTakeFirst()).review_id)
  const row = found(await select().forUpdate().executeTakeFirst())
  return {
    ...row,
    figures: row.figures as unknown as ReviewFigure[],
    sources: row.sources as unknown as ReviewSource[],
    review,
  }
}
