import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Paper } from '#capabilities/documents/paper.ts'
import type { Actor } from '#platform/actor.ts'
import { canonicalHash, canonicalJson } from '#platform/canonical-json.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { lockDraftReview, reviewSubject } from './lock-review.ts'
import { clausesOf } from './queries.ts'

export const freezeReviewInput = z.object({
  review: z.uuid(),
  /** Findings of the check were read and the text is meant as it is. */
  isMeant: ticked(),
})

/** What was seen when the person pressed the button: the paper as blocks, its sentences and their versions. */
export interface SeenReview {
  paper: Paper
  versions: ReadonlyMap<string, number>
  findings: number
}

/** Closes a review: its paper is kept as blocks with its hash, and printed from them alone ever after. */
export async function freezeReview(
  db: Db,
  actor: Actor,
  input: z.output<typeof freezeReviewInput> & { seen: SeenReview },
  now: Date,
) {
  const { seen } = input
  const { mark: _mark, ...paper } = seen.paper
  const sha256 = canonicalHash(canonicalJson(paper))
  await db.transaction().execute(async (tx) => {
    const review = await lockDraftReview(tx, actor, input.review)
    const clauses = await clausesOf(tx, review.id)
    if (clauses.every(({ text }) => text === '')) throw new RuleViolation('review.empty')
    const isAsSeen =
      clauses.length === seen.versions.size && clauses.every(({ id, version }) => seen.versions.get(id) === version)
    if (!isAsSeen) throw new Conflict('review.clauseChanged')
    if (seen.findings > 0 && !input.isMeant) throw new RuleViolation('review.notConfirmed')
    await tx
      .updateTable('year_review')
      .set({
        state: 'finished',
        paper: JSON.stringify(paper),
        paper_sha256: sha256,
        finished_by: actor.account,
        finished_at: now,
        changed_at: now,
        version: review.version + 1,
      })
      .where('id', '=', review.id)
      .execute()
    await record(tx, actor, now, { action: 'review.finished', subject: reviewSubject(review.id), facts: { sha256 } })
  })
}
