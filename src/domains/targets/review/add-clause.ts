import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { lockDraftReview } from './lock-review.ts'
import { clausesOf } from './queries.ts'
import { reviewSections } from './review.ts'

export const addClauseInput = z.object({ review: z.uuid(), section: z.enum(reviewSections) })

/** An empty sentence of a person's own at the end of a section. */
export async function addClause(db: Db, actor: Actor, input: z.output<typeof addClauseInput>, now: Date) {
  return db.transaction().execute(async (tx) => {
    const review = await lockDraftReview(tx, actor, input.review)
    const section = (await clausesOf(tx, review.id)).filter((one) => one.section === input.section)
    const id = newId()
    const position = Math.max(0, ...section.map((one) => one.position)) + 1
    const own = { id, review_id: review.id, section: input.section, position, text: '' }
    await tx
      .insertInto('year_review_clause')
      .values({ ...own, changed_by: actor.account, changed_at: now })
      .execute()
    return id
  })
}
