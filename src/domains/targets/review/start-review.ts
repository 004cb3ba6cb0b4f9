import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayWriteReview } from './access.ts'
import { gatherReview } from './gather-review.ts'
import { keepDrafted } from './keep-drafted.ts'
import { reviewSubject } from './lock-review.ts'
import { reviewKinds } from './review.ts'
import { draftReview } from '../review-rules/rules.ts'

export const startReviewInput = z.object({
  blocYear: z.uuid(),
  /** A review of this unit alone; empty is the bloc. */
  unit: z.preprocess((text) => (text === '' ? undefined : text), z.uuid().optional()),
  kind: z.enum(reviewKinds),
  from: day(),
  to: day(),
  datedOn: day(),
  place: optionalLine(100),
})

export type StartReview = z.output<typeof startReviewInput>

function demandSensible(input: StartReview, year: { starts_on: string; ends_on: string }) {
  if (input.to <= input.from) throw new RuleViolation('review.endsBeforeItBegins')
  if (input.from < year.starts_on || input.to > year.ends_on) throw new RuleViolation('review.outsideTheYear')
  if (input.datedOn < input.to) throw new RuleViolation('review.datedTooEarly')
}

/** Drafts a review: every sentence by a named rule from what the year recorded. */
export async function startReview(db: Db, actor: Actor, input: StartReview, now: Date): Promise<string> {
  const year = await yearById(db, input.blocYear)
  const unit = input.unit ?? null
  demand(mayWriteReview(actor, { bloc_year_id: year.id, unit_id: unit }))
  demandSensible(input, year)
  const scope = { unit_id: unit, kind: input.kind, from_on: input.from, to_on: input.to }
  const drafted = draftReview(await gatherReview(db, year, scope))
  return db.transaction().execute(async (tx) => {
    await lockYear(tx, year.id)
    const open = tx.selectFrom('year_review').select('id').where('bloc_year_id', '=', year.id)
    const same = await open
      .where('state', '=', 'draft')
      .where('kind', '=', input.kind)
      .where('unit_id', unit === null ? 'is' : '=', unit)
      .executeTakeFirst()
    if (same) throw new RuleViolation('review.alreadyDrafted')
    const id = newId()
    const { place, datedOn: dated_on } = input
    await tx
      .insertInto('year_review')
      .values({
        id,
        bloc_year_id: year.id,
        ...scope,
        place,
        dated_on,
        created_by: actor.account,
        created_at: now,
        changed_at: now,
      })
      .execute()
    await keepDrafted(tx, id, { drafted, standing: [] }, now)
    const facts = { kind: input.kind, from: input.from, to: input.to }
    await record(tx, actor, now, { action: 'review.started', subject: reviewSubject(id), facts })
    return id
  })
}
