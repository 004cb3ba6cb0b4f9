import { whole, type Exact } from '#platform/exact.ts'
import type { Answer } from '../engine/giving.ts'
import { daysBetween, monthsBetween } from '../giving/days.ts'
import { asks, number } from './answers.ts'
import { ofDays, ofNumbers, type Call, type Functions } from './call.ts'
import { kindOf, type Compiled } from './scope.ts'

const padded = (part: Exact, width: number) => String(part.over).padStart(width, '0')

/** A day of three numbers, where the calendar has it. */
function dayOfNumbers([year = whole(0), month = whole(0), date = whole(0)]: readonly Exact[]): Answer {
  const day = `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`
  const at = Date.parse(day)
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
  return isDay ? { is: 'date', day } : asks('asks.notDay', { value: day })
}

function date(call: Call): Compiled {
  if (call.given.length === 3) return { ...ofNumbers(call, dayOfNumbers), kind: kindOf('date') }
  if (call.given.length === 2) {
    call.context.doubt({ says: 'formula.wrongCount', values: { name: 'date', needs: '1, 3', given: '2' } })
  }
  return ofDays(call, 'date', ([day = '']) => ({ is: 'date', day }))
}

const between = (count: (from: string, to: string) => number) => (call: Call) =>
  ofDays(call, 'number', ([from = '', to = '']) => number(whole(count(from, to))))

const part = (from: number, to: number) => (call: Call) =>
  ofDays(call, 'number', ([day = '']) => number(whole(Number(day.slice(from, to)))))

const months = (from: string, to: string): number =>
  from <= to ? monthsBetween(from, to).whole : 0 - monthsBetween(to, from).whole

type Name = 'date' | 'days' | 'workingDays' | 'weeks' | 'months' | 'year' | 'month' | 'day'

export const functionsOfDays: Functions<Name> = {
  date,
  days: between(daysBetween),
  workingDays: (call) => between(call.context.scope.workingDays)(call),
  weeks: between((from, to) => Math.trunc(daysBetween(from, to) / 7)),
  months: between(months),
  year: part(0, 4),
  month: part(5, 7),
  day: part(8, 10),
}
