import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayWriteReview } from './access.ts'
import { gatherReview } from './gather-review.ts'
import { keepDrafted } from './keep-drafted.ts'
import { lockDraftReview, reviewSubject } from './lock-review.ts'
import { clausesOf, reviewById } from './queries.ts'
import { isOwn, sameTopic, type Drafted, type ReviewClause } from './review.ts'
import { draftReview } from '../review-rules/rules.ts'

export const renewDraftInput = z.object({ review: z.uuid() })

const isSame = (clause: ReviewClause, one: Drafted) =>
  clause.text === one.text && isDeepStrictEqual(clause.sources, one.sources)

async function redraw(tx: Tx, clause: ReviewClause, one: Drafted, now: Date) {
  await tx
    .updateTable('year_review_clause')
    .set({
      text: one.text,
      drafted: one.text,
      figures: JSON.stringify(one.figures),
      sources: JSON.stringify(one.sources),
      version: clause.version + 1,
      changed_by: null,
      changed_at: now,
    })
    .where('id', '=', clause.id)
    .execute()
}

/** Draws again what nobody touched, adds what is new, drops what no longer holds; a person's words stay as they are. */
export async function renewDraft(db: Db, actor: Actor, input: z.output<typeof renewDraftInput>, now: Date) {
  const before = await reviewById(db, input.review)
  demand(mayWriteReview(actor, before))
  const drawn = draftReview(await gatherReview(db, await yearById(db, before.bloc_year_id), before))
  return db.transaction().execute(async (tx) => {
    const review = await lockDraftReview(tx, actor, input.review)
    const standing = await clausesOf(tx, review.id)
    const untouched = standing.filter((clause) => !isOwn(clause))
    const pairs = untouched.map((clause) => ({ clause, one: drawn.find((each) => sameTopic(each, clause)) }))
    const changed = pairs.flatMap(({ clause, one }) =>
      one === undefined || isSame(clause, one) ? [] : [{ clause, one }],
    )
    for (const { clause, one } of changed) await redraw(tx, clause, one, now)
    const gone = pairs.filter(({ one }) => one === undefined).map(({ clause }) => clause.id)
    if (gone.length > 0) await tx.deleteFrom('year_review_clause').where('id', 'in', gone).execute()
    const drafted = drawn.filter((one) => !standing.some((clause) => sameTopic(one, clause)))
    await keepDrafted(tx, review.id, { drafted, standing }, now)
    const facts = { changed: changed.length, added: drafted.length, dropped: gone.length }
    await record(tx, actor, now, { action: 'review.redrawn', subject: reviewSubject(review.id), facts })
    return facts
  })
}
