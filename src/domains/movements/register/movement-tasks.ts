import { keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { legalRules } from '#domains/law/rules/queries.ts'
import { ruleOn } from '#domains/law/rules/legal-rule.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { movementPaths } from './paths.ts'
import type { MovementRow, ReviewRow } from './queries.ts'

const joinKey = (movement: { id: string; bloc_year_id: string }, unit: string) =>
  `movements.join ${movement.id} ${movement.bloc_year_id} ${unit}`
const reviewKey = ({ id }: { id: string }) => `movements.review ${id}`

/** The last day to register after a launch, by the rule that holds then; without one there is none. */
async function lastDayToJoin(tx: Tx, launchedOn: string): Promise<string | null> {
  const rule = ruleOn(await legalRules(tx), 'movement-registration', launchedOn)
  return rule === undefined ? null : addDays(launchedOn, Number(rule.value))
}

/** Every member is asked to take part, or to say by doing nothing that it does not: taking part is voluntary. */
export async function askMembersToJoin(tx: Tx, now: Date, year: BlocYearRow, movement: MovementRow): Promise<void> {
  const launchedOn = movement.launched_on ?? dayOf(now)
  const dueOn = movement.form === 'thematic' ? await lastDayToJoin(tx, launchedOn) : null
  const place = {
    kind: 'movements.join',
    blocYear: year.id,
    path: movementPaths.join(year.bloc.slug, year.slug, movement.id),
    facts: { title: movement.title },
    // Of a movement that was launched long ago nobody is late.
    dueOn: dueOn !== null && dueOn >= dayOf(now) ? dueOn : null,
  }
  for (const { unit } of await membersOn(tx, year.id, dayOf(now))) {
    await openTask(tx, now, { key: joinKey(movement, unit), unit, ...place })
  }
}

export const closeJoinTask = (tx: Tx, now: Date, movement: MovementRow, unit: string) =>
  closeTask(tx, now, joinKey(movement, unit))

/** Nobody is asked any longer once the movement takes no more part. */
export async function closeJoinTasks(tx: Tx, now: Date, movement: MovementRow): Promise<void> {
  await tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('kind', '=', 'movements.join')
    .where('key', 'like', `movements.join ${movement.id} %`)
    .where('closed_at', 'is', null)
    .execute()
}

/** The unit that leads the year on a day; nobody when there is no head. */
export async function headUnitOf(tx: Tx, blocYear: string, now: Date): Promise<string | undefined> {
  return (await membersOn(tx, blocYear, dayOf(now))).find(({ office }) => office === 'head')?.unit
}

export async function askReview(tx: Tx, now: Date, { year, movement, review }: AskedReview): Promise<void> {
  const unit = movement.unit_id ?? (await headUnitOf(tx, year.id, now))
  if (unit === undefined) return
  await openTask(tx, now, {
    key: reviewKey(review),
    kind: 'movements.review',
    unit,
    blocYear: year.id,
    path: movementPaths.review(year.bloc.slug, year.slug, movement.id, review.id),
    facts: { title: movement.title, review: review.kind },
    dueOn: review.planned_on,
  })
}

/** The day of a review stands in the year's calendar, for the unit whose movement it is, else for all. */
export async function keepReviewDay(tx: Tx, now: Date, { year, movement, review }: AskedReview): Promise<void> {
  await keepDeadline(tx, now, {
    key: reviewKey(review),
    blocYear: year.id,
    kind: 'event',
    naming: `review.${review.kind}`,
    facts: { movement: movement.title },
    startsOn: review.planned_on,
    audience: movement.unit_id === null ? 'members' : 'unit',
    unit: movement.unit_id,
    path: movementPaths.review(year.bloc.slug, year.slug, movement.id, review.id),
  })
}

interface AskedReview {
  year: BlocYearRow
  movement: MovementRow
  review: Pick<ReviewRow, 'id' | 'kind' | 'planned_on'>
}

export const closeReviewTask = (tx: Tx, now: Date, review: { id: string }) => closeTask(tx, now, reviewKey(review))
