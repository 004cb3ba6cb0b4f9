import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand, found, RuleViolation } from '#platform/errors.ts'
import { mayWriteReview } from './access.ts'
import { gatherReview } from './gather-review.ts'
import { lockReviewClause, reviewSubject } from './lock-review.ts'
import { reviewById } from './queries.ts'
import { changedFigures, sameTopic, withFigure, type Drafted } from './review.ts'
import { draftReview } from '../review-rules/rules.ts'

export const correctFigureInput = z.object({
  review: z.uuid(),
  clause: z.uuid(),
  version: z.coerce.number().int().positive(),
  key: z.string().max(200),
})

async function drawNow(db: Db, actor: Actor, id: string): Promise<Drafted[]> {
  const review = await reviewById(db, id)
  demand(mayWriteReview(actor, review))
  return draftReview(await gatherReview(db, await yearById(db, review.bloc_year_id), review))
}

/** Takes the new figure into a person's sentence, whose words stay; where it no longer names the old one, only its mark goes. */
export async function correctFigure(db: Db, actor: Actor, input: z.output<typeof correctFigureInput>, now: Date) {
  const drawn = await drawNow(db, actor, input.review)
  await db.transaction().execute(async (tx) => {
    const clause = await lockReviewClause(tx, actor, input.clause)
    demand(clause.review.id === input.review)
    if (clause.version !== input.version) throw new Conflict('review.clauseChanged', clause.text)
    const change = found(changedFigures(clause, drawn).find(({ key }) => key === input.key))
    const [after, source] = [change.after, drawn.find((one) => sameTopic(one, clause))]
    if (after === null || source === undefined) throw new RuleViolation('review.sourceGone')
    const figures = clause.figures.map((one) => (one.key === change.key ? { ...one, text: after } : one))
    await tx
      .updateTable('year_review_clause')
      .set({
        text: withFigure(clause.text, change) ?? clause.text,
        drafted: source.text,
        figures: JSON.stringify(figures),
        sources: JSON.stringify(source.sources),
        version: clause.version + 1,
        changed_by: actor.account,
        changed_at: now,
      })
      .where('id', '=', clause.id)
      .execute()
    const facts = { name: change.label, before: change.before, after }
    await record(tx, actor, now, { action: 'review.figureTaken', subject: reviewSubject(input.review), facts })
  })
}
