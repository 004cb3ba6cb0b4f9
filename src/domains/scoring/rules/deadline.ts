import { compare, plus, signOf, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Given, Maker, Making, Place } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import {
  dayOf,
  foundIn,
  give,
  lacking,
  number,
  optionalPoints,
  scored,
  tell,
  together,
  type Found,
} from '../giving/answers.ts'
import { daysBetween } from '../giving/days.ts'
import { stretch } from '../giving/stretches.ts'

type Rule = RuleOf<'deadline'>

interface Days {
  readonly date: string
  readonly due: string
}

/** One part of what a day gives; what does not apply gives nothing and says nothing. */
type Part = (place: Place, days: Days) => Found<Exact>

/** Of several "at least so many days early", the one that gives most among those that are reached. */
function early(making: Making, several: NonNullable<Rule['early']>): Part {
  const made = several.map(({ days, workingDays, points }) => ({ days, workingDays, points: making.points(points) }))
  return (place, { date, due }) => {
    const [days, working] = [daysBetween(date, due), making.workingDays(date, due)]
    const reached = made.filter((one) =>
      one.workingDays === undefined ? days >= (one.days ?? 1) : working >= one.workingDays,
    )
    const points = reached.map((one) => number(one.points(place)))
    if (lacking(points).length > 0) return { unanswered: together(lacking(points)) }
    const [best] = foundIn(points).toSorted((a, b) => compare(b, a))
    if (best === undefined) return { found: zero }
    const told = () => ({ days: String(days), workingDays: String(working), points: exactText(best) })
    tell(place, () => step('deadline.early', told()))
    return { found: best }
  }
}

function flat(making: Making, points: Rule['late'], says: 'deadline.onTime' | 'deadline.late'): Part {
  const read = making.points(points)
  return (place, days) => {
    const found = number(read(place))
    if ('unanswered' in found) return found
    const told = () => ({ ...days, days: String(daysBetween(days.due, days.date)), points: exactText(found.found) })
    tell(place, () => step(says, told()))
    return found
  }
}

/** Adds the parts; more than one that counts gets its sum told. */
function giveSum(place: Place, parts: readonly Found<Exact>[]): Given {
  const unanswered = lacking(parts)
  if (unanswered.length > 0) return together(unanswered)
  const counting = foundIn(parts).filter((one) => signOf(one) !== 0)
  const sum = counting.reduce(plus, zero)
  if (counting.length > 1) tell(place, () => step('deadline.sum', { points: exactText(sum) }))
  return scored(sum)
}

function partsOf(making: Making, rule: Rule): { readonly onTime: readonly Part[]; readonly late: readonly Part[] } {
  const earlyEach = rule.earlyEach === undefined ? null : stretch(making, rule.earlyEach)
  const lateEach = rule.lateEach === undefined ? null : stretch(making, rule.lateEach)
  return {
    onTime: [
      flat(making, rule.onTime, 'deadline.onTime'),
      early(making, rule.early ?? []),
      ...(earlyEach === null ? [] : [(place: Place, { date, due }: Days) => earlyEach(place, date, due)]),
    ],
    late: [
      flat(making, rule.late, 'deadline.late'),
      ...(lateEach === null ? [] : [(place: Place, { date, due }: Days) => lateEach(place, due, date)]),
    ],
  }
}

/** A day against its last day, inclusive. */
export const deadline: Maker<Rule> = (rule, making) => {
  const [date, due] = [making.formula(rule.date), making.formula(rule.due)]
  const { onTime, late } = partsOf(making, rule)
  const never = optionalPoints(making, rule.never) ?? making.points(rule.late)
  return (place) => {
    const [day, last] = [date(place), dayOf(due(place))]
    if ('unanswered' in last) return last.unanswered
    if (day.is === 'yes_no' && !day.yes) {
      return give(number(never(place)), place, (points) => step('deadline.never', { due: last.found, points }))
    }
    const done = dayOf(day)
    if ('unanswered' in done) return done.unanswered
    const days = { date: done.found, due: last.found }
    const parts = done.found <= last.found ? onTime : late
    return giveSum(
      place,
      parts.map((part) => part(place, days)),
    )
  }
}
