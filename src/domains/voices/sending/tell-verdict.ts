import { daysOffBetween } from '#domains/law/holidays/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { addWorkingDays, workingDaysBetween } from '#platform/working-days.ts'
import { opinionCan, type Opinion } from '../opinion.ts'
import { openAnswerTask } from '../opinion-tasks.ts'
import type { Verdict } from './follow-up.ts'
import { verdictsOf } from './queries.ts'

const yearOfDays = 366

/** The same unit has as many working days again. */
async function routeAgain(tx: Tx, now: Date, standing: Opinion): Promise<void> {
  const today = dayOf(now)
  const open = tx.selectFrom('opinion_routing').selectAll().where('opinion_id', '=', standing.id)
  const before = await open.where('ended_at', 'is', null).executeTakeFirstOrThrow()
  const days = await daysOffBetween(tx, addDays(dayOf(before.routed_at), -1), addDays(today, yearOfDays))
  const count = Math.max(1, workingDaysBetween(dayOf(before.routed_at), before.due_on, days))
  const due_on = addWorkingDays(today, count, days)
  await tx.updateTable('opinion_routing').set({ ended_at: now }).where('id', '=', before.id).execute()
  await tx
    .insertInto('opinion_routing')
    .values({ ...before, id: newId(), due_on, routed_at: now, ended_at: null })
    .execute()
  const year = await yearById(tx, standing.bloc_year_id)
  const { id, title } = standing
  await openAnswerTask(tx, now, year, { id, title, unit: before.unit_id, due_on })
}

const change = (tx: Tx, id: string, set: Partial<Pick<Opinion, 'state' | 'reopened_on' | 'closed_on'>>) =>
  tx
    .updateTable('opinion')
    .set((read) => ({ ...set, version: read('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Who asked says whether it is solved: "no" opens it once more, the second word is the last. */
export async function tellVerdict(
  tx: Tx,
  { opinion, standing }: { opinion: Opinion; standing: Opinion },
  { solved, reason }: Verdict,
  now: Date,
): Promise<void> {
  if (!opinionCan('judge', standing)) throw new RuleViolation('voices.notAnsweredYet')
  const number = (await verdictsOf(tx, opinion.id)).length + 1
  if (number > 2) throw new RuleViolation('voices.judgedTwice')
  if (!solved && reason === '') throw new RuleViolation('voices.reasonMissing')
  const onDay = dayOf(now)
  await tx
    .insertInto('opinion_verdict')
    .values({ opinion_id: opinion.id, number, is_solved: solved, reason, on_day: onDay })
    .execute()
  if (!solved && standing.reopened_on === null) {
    await change(tx, standing.id, { state: 'routed', reopened_on: onDay })
    return routeAgain(tx, now, standing)
  }
  // Others may wait for the answer of an opinion that leads: only its own sender closes it.
  if (standing.id === opinion.id) await change(tx, opinion.id, { state: 'closed', closed_on: onDay })
  return undefined
}
