import type { RuleOf } from '../table/rule.ts'
import { sure, wordsOf } from '../workbook-lines/draft.ts'
import { fieldOf } from '../workbook-lines/fact-lines.ts'
import { f, ownersOf, quoted, thisUnit, wholeOf, type Formula } from '../workbook-lines/line.ts'
import { added, constant, eitherOf, guarded, inCell, madeOf, severalOf, type Sum } from '../workbook-lines/sum.ts'
import { put } from '../workbook-lines/draft.ts'
import { Unsayable, type Read } from './reading.ts'
import { asking, word, type Maker, type RuleDesk } from './rule-desk.ts'

type Rule = RuleOf<'per_period'>
export type ReportStanding = 'onTime' | 'late' | 'missing' | 'sent' | 'all'

/** How many reports of a unit stand so. */
export function countReports(
  desk: Pick<RuleDesk, 'draft'>,
  { list, kinds }: { list: number; kinds: readonly string[] | undefined },
  standing: ReportStanding,
): Formula {
  const [kind, due, sent] = ['kind', 'due', 'sent'].map((field) => fieldOf(desk.draft, list, field))
  if (kind === undefined || due === undefined || sent === undefined) throw new Unsayable('reports')
  const isSent = f`(${wholeOf(sent)}<>"")`
  const tests: Readonly<Record<ReportStanding, Formula>> = {
    onTime: f`*${isSent}*(${wholeOf(sent)}<=${wholeOf(due)})`,
    late: f`*${isSent}*(${wholeOf(sent)}>${wholeOf(due)})`,
    missing: f`*(${wholeOf(sent)}="")`,
    sent: f`*${isSent}`,
    all: [],
  }
  const ofKind = kinds?.map((one) => f`EXACT(${wholeOf(kind)},${quoted(one)})`)
  const only = ofKind === undefined ? [] : f`*(${added(ofKind)})`
  return f`SUMPRODUCT((${ownersOf(list)}=${thisUnit})${only}${tests[standing]})`
}

interface Each {
  readonly onTime: Sum
  readonly late: Sum
  readonly missing: Sum
}

const isNothing = ({ value }: Sum) => value.length === 1 && value[0] === '0'

function fromLog(rule: Rule, desk: RuleDesk, read: Read, each: Each): Sum {
  if (read.list === undefined) throw new Unsayable('reports')
  const of = { list: read.list.list, kinds: rule.kinds }
  const parts = (['onTime', 'late', 'missing'] as const).flatMap((standing) => {
    const points = each[standing]
    return isNothing(points) ? [] : [f`${countReports(desk, of, standing)}*${points.value}`]
  })
  return madeOf(added(parts), [read, each.onTime, each.late, each.missing], severalOf(Object.values(each)))
}

/** One period with its last day and the day on which it was sent. */
function fromPeriod(desk: RuleDesk, period: NonNullable<Rule['periods']>[number], each: Each): Sum {
  const t = wordsOf(desk.draft)
  const due = sure(desk, desk.read(period.due), t.dateDue)
  const sent = sure(desk, desk.read(period.sent), t.dateDone)
  const test = { value: f`IF(${sent.value}<=${due.value},${each.onTime.value},${each.late.value})`, needs: sent.needs }
  const value = f`IF(${sent.value}=${word(desk, 'neverDone')},${each.missing.value},${guarded(test, t.standing)})`
  const sum = madeOf(value, [due], { ...eitherOf(Object.values(each)), mayRefuse: true })
  return inCell(put(desk, sum, t.onePeriod), sum)
}

export const perPeriod: Maker<Rule> = (rule, desk) => {
  const points = (one: string | number) => {
    const sum = desk.points(one)
    return sum.mayRefuse || sum.value.length > 1 ? inCell(put(desk, sum), sum) : sum
  }
  const each = {
    onTime: points(rule.points.onTime),
    late: points(rule.points.late),
    missing: points(rule.points.missing),
  }
  if (rule.periods === undefined) {
    return rule.reports === undefined ? asking(desk) : fromLog(rule, desk, desk.read(rule.reports), each)
  }
  const periods = rule.periods.map((period) => fromPeriod(desk, period, each))
  if (periods.length === 0) return constant(0)
  return madeOf(added(periods.map(({ value }) => value)), periods, severalOf(periods))
}
