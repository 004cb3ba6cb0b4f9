import type { z } from 'zod'
import type { perStretch } from '../table/rule-parts.ts'
import type { RuleOf } from '../table/rule.ts'
import { amountText } from '../workbook-lines/amounts.ts'
import { put, short, wordsOf } from '../workbook-lines/draft.ts'
import { f, type Formula } from '../workbook-lines/line.ts'
import { eitherOf, guarded, madeOf, severalOf, type Sum } from '../workbook-lines/sum.ts'
import { workingDaysOn } from './days.ts'
import { branch, word, type Maker, type RuleDesk } from './rule-desk.ts'

interface Span {
  readonly from: Formula
  readonly to: Formula
  readonly days: readonly Sum[]
}

/** Whole (or begun) stretches from one day to a later one. */
function stretches(desk: RuleDesk, stretch: z.output<typeof perStretch>, { from, to, days }: Span): Formula {
  const fit = (many: Formula, length: number) =>
    stretch.begun ? f`ROUNDUP(${many}/${length},0)` : f`INT(${many}/${length})`
  if (stretch.workingDays !== undefined) return fit(f`(${workingDaysOn(desk.draft, from, to)})`, stretch.workingDays)
  if (stretch.weeks !== undefined) return fit(f`(${to}-${from})`, stretch.weeks * 7)
  if (stretch.months === undefined) return fit(f`(${to}-${from})`, stretch.days ?? 1)
  const months = f`((YEAR(${to})-YEAR(${from}))*12+MONTH(${to})-MONTH(${from}))`
  const whole = put(
    desk,
    madeOf(f`${months}-(EDATE(${from},${months})>${to})`, days),
    wordsOf(desk.draft).months,
    'count',
  )
  return fit(stretch.begun ? f`(${whole}+(EDATE(${from},${whole})<${to})/2)` : f`${whole}`, stretch.months)
}

function perStretchPoints(desk: RuleDesk, stretch: z.output<typeof perStretch>, span: Span): Sum {
  const each = branch(desk, desk.points(stretch.points))
  const sum = f`MAX(0,${stretches(desk, stretch, span)})*${each.value}`
  if (stretch.atMost === undefined) return { ...each, ...severalOf([each]), value: sum }
  const limit = amountText(stretch.atMost)
  return { ...each, ...severalOf([each]), value: f`MAX(-${limit},MIN(${limit},${sum}))`, places: null }
}

/** Of several "at least so many days early", the one that gives most. */
function early(desk: RuleDesk, several: NonNullable<RuleOf<'deadline'>['early']>, span: Span): Sum | null {
  if (several.length === 0) return null
  const each = several.map(({ days, workingDays: working, points }) => {
    const reached =
      working === undefined
        ? f`${span.to}-${span.from}>=${days ?? 1}`
        : f`IF(${span.from}=${span.to},0,${workingDaysOn(desk.draft, span.from, span.to)})>=${working}`
    return { reached, points: branch(desk, desk.points(points)) }
  })
  // A penalty for being early makes no sense, so nothing stands for "not reached".
  const value = each.map(({ reached, points }) => f`IF(${reached},${points.value},0)`)
  const all = value.reduce((one, other) => f`${one},${other}`)
  return { ...eitherOf(each.map(({ points }) => points)), value: f`MAX(0,${all})`, needs: [] }
}

const together = (parts: readonly (Sum | null)[]): Sum => {
  const sums = parts.filter((one) => one !== null)
  return {
    ...severalOf(sums),
    value: sums.map(({ value }) => value).reduce((one, other) => f`${one}+${other}`),
    needs: [],
  }
}

/** A day against its last day, inclusive. */
export const deadline: Maker<RuleOf<'deadline'>> = (rule, desk) => {
  const t = wordsOf(desk.draft)
  const date = short(desk, desk.read(rule.date), t.dateDone)
  const due = short(desk, desk.read(rule.due), t.dateDue)
  const [d, last] = [date.value, due.value]
  const days = [date, due]
  const ahead = { from: d, to: last, days }
  const inTime = together([
    branch(desk, desk.points(rule.onTime)),
    early(desk, rule.early ?? [], ahead),
    rule.earlyEach === undefined ? null : perStretchPoints(desk, rule.earlyEach, ahead),
  ])
  const behind = together([
    branch(desk, desk.points(rule.late)),
    rule.lateEach === undefined ? null : perStretchPoints(desk, rule.lateEach, { from: last, to: d, days }),
  ])
  const never = branch(desk, desk.points(rule.never ?? rule.late))
  const done = guarded({ value: f`IF(${d}<=${last},${inTime.value},${behind.value})`, needs: date.needs }, t.standing)
  const value = f`IF(${d}=${word(desk, 'neverDone')},${never.value},${done})`
  return madeOf(value, [due], { ...eitherOf([inTime, behind, never]), mayRefuse: true })
}
