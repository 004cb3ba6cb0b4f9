import { day } from '#platform/form.ts'
import type { DaysOff } from '#platform/working-days.ts'
import type { ScoreTableInput } from '../table/score-table.ts'
import type { Typed } from './rule-draft.ts'

const dayFields = ['holidays', 'workdays'] as const

const linesOf = (text = '') => text.split(/[\n,;]/u).filter((line) => line.trim() !== '')
const written = (text: string) => text.split('-').reverse().join('/')

/** Days off and days worked in exchange as the form shows them: a line each. */
export const typeDays = ({ holidays = [], workdays = [] }: ScoreTableInput): Typed => ({
  holidays: holidays.map(written).join('\n'),
  workdays: workdays.map(written).join('\n'),
})

/** Of the fields of days those with a line that is no day. */
export const wrongDays = (typed: Typed): string[] =>
  dayFields.filter((field) => linesOf(typed[field]).some((line) => !day().safeParse(line).success))

const inOrder = (days: Iterable<string>) => [...new Set(days)].toSorted()

/** What stands in the form, each day once. */
export const readDays = (typed: Typed): Pick<ScoreTableInput, 'holidays' | 'workdays'> => ({
  holidays: inOrder(linesOf(typed['holidays']).map((line) => day().parse(line))),
  workdays: inOrder(linesOf(typed['workdays']).map((line) => day().parse(line))),
})

/** The table with the tenant's days besides its own. */
export const withDaysOff = (table: ScoreTableInput, { off, worked }: DaysOff): ScoreTableInput => ({
  ...table,
  holidays: inOrder([...(table.holidays ?? []), ...off]),
  workdays: inOrder([...(table.workdays ?? []), ...worked]),
})
