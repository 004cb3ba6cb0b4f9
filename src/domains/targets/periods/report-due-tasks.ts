import { sql } from 'kysely'
import { closeTask, openTask } from '#domains/calendar/open-task.ts'
import { yearById, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { reportPath } from '../reporting/paths.ts'
import type { Period } from './period.ts'
import { periodName } from './period-name.ts'
import { missingFrom, reportersOf } from './queries.ts'
import { words } from './words.ts'

const dueKey = (period: string, unit: string) => `reports.due ${period} ${unit}`

/** What the tasks of a period say of it. */
export const factsOfPeriod = (year: BlocYearRow, period: Period) => ({
  // Within a sentence: "tháng 2/2023".
  period: periodName(words('vi').names, period).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  periodEn: periodName(words('en').names, period),
  bloc: year.bloc.short_name,
})

interface DueFor {
  period: Period
  year: BlocYearRow
  /** The last day: the period's own, or that of a reopening. */
  dueOn: string
}

async function openFor(tx: Tx, now: Date, unit: string, { period, year, dueOn }: DueFor) {
  await openTask(tx, now, {
    key: dueKey(period.id, unit),
    kind: 'reports.due',
    unit,
    blocYear: year.id,
    path: reportPath(year, period, unit),
    facts: factsOfPeriod(year, period),
    dueOn,
  })
}

export const closeDueTask = (tx: Tx, now: Date, period: string, unit: string) =>
  closeTask(tx, now, dueKey(period, unit))

/** Every unit that has something to report and has not sent it is asked to; who was asked before is asked by this day. */
export async function openDueTasks(tx: Tx, now: Date, period: Period, units?: readonly string[]): Promise<void> {
  const year = await yearById(tx, period.bloc_year_id)
  for (const unit of await missingFrom(tx, period)) {
    if (units === undefined || units.includes(unit))
      await openFor(tx, now, unit, { period, year, dueOn: period.due_on })
  }
}

/** Who was asked to mend a report until the day of its period is asked until the new one; a reopening keeps its own. */
export async function moveReturnedTasks(tx: Tx, period: Pick<Period, 'id' | 'due_on'>, dueOn: string): Promise<void> {
  await tx
    .updateTable('task')
    .set({ due_on: dueOn })
    .where('kind', '=', 'reports.returned')
    .where('due_on', '=', period.due_on)
    .where('closed_at', 'is', null)
    .where(
      sql<boolean>`key in (select 'reports.returned ' || r.id from progress_report r where r.period_id = ${period.id})`,
    )
    .execute()
}

/** Of a period that is closed nothing is waited for; what is missing stays missing. */
export async function closeDueTasks(tx: Tx, now: Date, period: Period): Promise<void> {
  for (const { unit } of await reportersOf(tx, period)) await closeDueTask(tx, now, period.id, unit)
}
