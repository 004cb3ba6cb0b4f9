import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { periodSlug } from '../periods/period.ts'
import { closeDueTask, factsOfPeriod } from '../periods/report-due-tasks.ts'
import type { Judged } from './access.ts'
import type { HeldReport } from './lock-report.ts'
import { reportingPaths, reportPath } from './paths.ts'
import { judgeOf } from './report.ts'

const sentKey = ({ report }: HeldReport) => `reports.sent ${report.id}`
const returnedKey = ({ report }: HeldReport) => `reports.returned ${report.id}`
const correctionKey = (id: string) => `reports.correction ${id}`

async function placeOf(tx: Tx, { period, unit }: HeldReport) {
  const year = await yearById(tx, period.bloc_year_id)
  const { short_name } = await nameOn(tx, unit, period.ends_on)
  const facts = { ...factsOfPeriod(year, period), unit: short_name }
  return { year, facts, path: reportPath(year, period, unit) }
}

/** For whom what a unit sent waits. */
function judgeHolder(judged: Judged) {
  const judge = judgeOf(judged.desk, judged)
  return judge === undefined ? ({ tenantRole: 'authority' } as const) : { unit: judge }
}

/** The unit has done its part; who judges is asked to look. */
export async function tasksOfSending(tx: Tx, now: Date, held: HeldReport, judged: Judged): Promise<void> {
  const { year, facts, path } = await placeOf(tx, held)
  await closeDueTask(tx, now, held.period.id, held.unit)
  await closeTask(tx, now, returnedKey(held))
  await openTask(tx, now, {
    key: sentKey(held),
    kind: 'reports.sent',
    ...judgeHolder(judged),
    blocYear: year.id,
    path,
    facts,
  })
}

/** The unit is asked again, until the day that holds for it. */
export async function tasksOfReturning(
  tx: Tx,
  now: Date,
  held: HeldReport,
  { reason, dueOn }: { reason: string; dueOn: string },
) {
  const { year, facts, path } = await placeOf(tx, held)
  await closeTask(tx, now, sentKey(held))
  await openTask(tx, now, {
    key: returnedKey(held),
    kind: 'reports.returned',
    unit: held.unit,
    blocYear: year.id,
    path,
    facts: { ...facts, reason },
    dueOn,
  })
}

export const tasksOfVerifying = (tx: Tx, now: Date, held: HeldReport) => closeTask(tx, now, sentKey(held))

/** Who judges the unit's reports decides on a correction of one. */
export async function openCorrectionTask(
  tx: Tx,
  now: Date,
  held: HeldReport,
  { id, judged }: { id: string; judged: Judged },
) {
  const { year, facts } = await placeOf(tx, held)
  await openTask(tx, now, {
    key: correctionKey(id),
    kind: 'reports.correction',
    ...judgeHolder(judged),
    blocYear: year.id,
    path: reportingPaths.correction(year.bloc.slug, year.slug, id),
    facts,
  })
}

export const closeCorrectionTask = (tx: Tx, now: Date, id: string) => closeTask(tx, now, correctionKey(id))

/** What the log says of a report. */
export async function deedOf(tx: Tx, held: HeldReport) {
  const { facts } = await placeOf(tx, held)
  return {
    subject: { kind: 'progress_report', id: held.report.id },
    facts: { unit: facts.unit, period: facts.period, slug: periodSlug(held.period) },
  }
}
