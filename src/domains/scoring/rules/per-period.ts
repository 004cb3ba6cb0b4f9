import { plus, times, whole, zero } from '#platform/exact.ts'
import { bilingual, step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Given, LoggedReport, Maker, Making, Place } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import {
  asks,
  dayOf,
  giveTold,
  listOf,
  number,
  tell,
  together,
  type Found,
  type Unanswered,
} from '../giving/answers.ts'

type Rule = RuleOf<'per_period'>
type Reports = (place: Place) => Found<readonly LoggedReport[]>

function fromLog(making: Making, log: NonNullable<Rule['reports']>, kinds: Rule['kinds']): Reports {
  const read = making.formula(log)
  return (place) => {
    const list = listOf(read(place), 'reports')
    if ('unanswered' in list) return list
    const { reports } = list.found
    return { found: kinds === undefined ? reports : reports.filter(({ kind }) => kinds.includes(kind)) }
  }
}

/** Each period with its last day and the fact that holds the day sent; false: known not to have been sent. */
function fromPeriods(making: Making, periods: NonNullable<Rule['periods']>): Reports {
  const made = periods.map(({ text, due, sent }) => ({
    name: bilingual(text).vi,
    due: making.formula(due),
    sent: making.formula(sent),
  }))
  return (place) => {
    const reports: LoggedReport[] = []
    const unknown: Unanswered[] = []
    for (const { name, due, sent } of made) {
      const [last, answer] = [dayOf(due(place)), sent(place)]
      const day = answer.is === 'yes_no' && !answer.yes ? { found: null } : dayOf(answer)
      if ('unanswered' in last) unknown.push(last.unanswered)
      else if ('unanswered' in day) unknown.push(day.unanswered)
      else reports.push({ kind: '', period: name, due: last.found, sent: day.found })
    }
    return unknown.length > 0 ? { unanswered: together(unknown) } : { found: reports }
  }
}

const standings = ['onTime', 'late', 'missing'] as const
type Standing = (typeof standings)[number]

function standingOf({ due, sent }: LoggedReport): Standing {
  if (sent === null) return 'missing'
  return sent <= due ? 'onTime' : 'late'
}

function tellReport(place: Place, report: LoggedReport, standing: Standing): void {
  const values = { period: report.period === '' ? report.kind : report.period, due: report.due }
  if (standing === 'late') tell(place, () => step('reports.late', { ...values, sent: report.sent ?? '' }))
  if (standing === 'missing') tell(place, () => step('reports.missing', values))
}

/** So many of each standing, times the points of each. */
function giveCounted(making: Making, points: Rule['points']) {
  const reads = standings.map((standing) => ({ standing, read: making.points(points[standing]) }))
  return (place: Place, counts: Readonly<Record<Standing, number>>): Given => {
    let sum = zero
    const each: Record<Standing, string> = { onTime: '0', late: '0', missing: '0' }
    for (const { standing, read } of reads) {
      const one = number(read(place))
      if ('unanswered' in one) return one.unanswered
      sum = plus(sum, times(whole(counts[standing]), one.found))
      each[standing] = exactText(one.found)
    }
    const told = (text: string) => {
      const counted = { onTime: String(counts.onTime), late: String(counts.late), missing: String(counts.missing) }
      const eachOf = { onTimeEach: each.onTime, lateEach: each.late, missingEach: each.missing }
      return step('reports.sum', { ...counted, ...eachOf, points: text })
    }
    return giveTold(place, sum, told)
  }
}

/** Points for each report on time, late or missing. */
export const perPeriod: Maker<Rule> = (rule, making) => {
  const nothing: Reports = () => ({ unanswered: asks('asks.notReports', { value: '' }) })
  const log = rule.reports === undefined ? nothing : fromLog(making, rule.reports, rule.kinds)
  const reports = rule.periods === undefined ? log : fromPeriods(making, rule.periods)
  const counted = giveCounted(making, rule.points)
  return (place) => {
    const list = reports(place)
    if ('unanswered' in list) return list.unanswered
    const counts = { onTime: 0, late: 0, missing: 0 }
    for (const report of list.found) {
      const standing = standingOf(report)
      counts[standing] += 1
      tellReport(place, report, standing)
    }
    return counted(place, counts)
  }
}
