import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dropDeadline, keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import type { Tx } from '#platform/database/database.ts'
import { supervisionPaths } from '../paths.ts'
import type { SupervisionRow } from './queries.ts'

const dayKey = (id: string) => `supervision ${id}`
const reportKey = (id: string) => `supervision.report ${id}`
const followKey = (id: string) => `supervision.follow ${id}`

interface InYear {
  year: BlocYearRow
  supervision: Pick<SupervisionRow, 'id' | 'title' | 'lead_unit_id'>
}

const pathOf = ({ year, supervision }: InYear) => supervisionPaths.one(year.bloc.slug, year.slug, supervision.id)

/** Its day stands in the calendar, and the unit that leads it is to write down what came of it. */
export async function keepDay(tx: Tx, now: Date, given: InYear & { plannedOn: string; place: string }): Promise<void> {
  const { year, supervision, plannedOn, place } = given
  const path = pathOf(given)
  await openTask(tx, now, {
    key: reportKey(supervision.id),
    kind: 'supervision.report',
    unit: supervision.lead_unit_id,
    blocYear: year.id,
    path,
    facts: { title: supervision.title, day: plannedOn },
    dueOn: plannedOn,
  })
  // A task keeps its holder when it opens again, and another unit may lead now.
  await tx
    .updateTable('task')
    .set({ unit_id: supervision.lead_unit_id })
    .where('key', '=', reportKey(supervision.id))
    .execute()
  await keepDeadline(tx, now, {
    key: dayKey(supervision.id),
    blocYear: year.id,
    kind: 'event',
    naming: 'supervision',
    facts: { title: supervision.title },
    startsOn: plannedOn,
    place,
    audience: 'members',
    path,
  })
}

export async function dropDay(tx: Tx, now: Date, id: string, reason: string): Promise<void> {
  await closeTask(tx, now, reportKey(id))
  await dropDeadline(tx, now, dayKey(id), reason)
}

export const closeReportTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, reportKey(id))

/** The unit that leads sees to it that the recommendation is answered. */
export async function askToFollow(
  tx: Tx,
  now: Date,
  given: InYear & { recommendation: { id: string; addressee: string; dueOn: string } },
): Promise<void> {
  const { year, supervision, recommendation } = given
  await openTask(tx, now, {
    key: followKey(recommendation.id),
    kind: 'supervision.follow',
    unit: supervision.lead_unit_id,
    blocYear: year.id,
    path: pathOf(given),
    facts: { title: supervision.title, addressee: recommendation.addressee },
    dueOn: recommendation.dueOn,
  })
}

export const closeFollowTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, followKey(id))
