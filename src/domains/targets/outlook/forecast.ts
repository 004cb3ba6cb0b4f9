import { compare, decimalText, divided, exact, plus, times, zero, type Exact } from '#platform/exact.ts'
import type { Target } from '../target.ts'
import type { Value } from '../value.ts'
import type { LastYear } from './last-year.ts'

/** How a forecast was made; every one names it, so that a reader can make it again. */
export type ForecastMethod = 'elapsed' | 'milestones' | 'lastYear' | 'lastValue'

export interface Forecast {
  value: string
  method: ForecastMethod
}

export interface Course {
  measure: Target['measure']
  accumulation: Target['accumulation']
  /** What was reported, by the last day of its period, in order; missing ones are left out. */
  points: readonly { on: string; value: string }[]
  year: { starts_on: string; ends_on: string }
  planned: Value
  /** What of this year's plan is due by the newest period's end, where milestones spread it by hand. */
  dueByMilestone: Value
  /** The same unit and target a year before, where both its ends are known. */
  lastYear: LastYear | null
}

const aDay = 86_400_000
const daysTo = (from: string, to: string) => exact(String((Date.parse(to) - Date.parse(from)) / aDay + 1))

/** As exact as the plan is: people are not forecast in thirds. */
const places = ({ measure }: Course) => (measure === 'count' ? 0 : 2)

const soFar = ({ accumulation, points }: Course): Exact =>
  accumulation === 'flow'
    ? points.map(({ value }) => exact(value)).reduce(plus, zero)
    : exact(points.at(-1)?.value ?? '0')

/** What came in until now, at the same pace until the year's last day. */
function byElapsed(course: Course, reportedUntil: string): Forecast | undefined {
  const { starts_on, ends_on } = course.year
  const share = divided(daysTo(starts_on, ends_on), daysTo(starts_on, reportedUntil))
  return share === null
    ? undefined
    : { value: decimalText(times(soFar(course), share), places(course)), method: 'elapsed' }
}

/** The plan expects some seasons to bring more than others: as far as it came of what was due, so far it comes of all. */
function byMilestones(course: Course): Forecast | undefined {
  if (course.dueByMilestone === null || course.planned === null) return undefined
  const due = exact(course.dueByMilestone)
  if (compare(due, zero) <= 0) return undefined
  const share = divided(soFar(course), due)
  return share === null
    ? undefined
    : { value: decimalText(times(exact(course.planned), share), places(course)), method: 'milestones' }
}

/** Some months bring more than others: what had come by this day a year ago was such a share of that whole year. */
function byLastYear(course: Course): Forecast | undefined {
  if (course.lastYear === null) return undefined
  const then = exact(course.lastYear.soFar)
  if (compare(then, zero) <= 0) return undefined
  const share = divided(exact(course.lastYear.whole), then)
  return share === null
    ? undefined
    : { value: decimalText(times(soFar(course), share), places(course)), method: 'lastYear' }
}

const addsUp = ({ measure, accumulation }: Course) =>
  accumulation !== 'level' && (measure === 'count' || measure === 'money')

/**
 * Where a target will stand at the year's end; nothing says "chưa đủ số liệu". What adds up is carried on from two
 * periods on: by the plan's own milestones, else as the year before went, else evenly. Anything else stays as it last was.
 */
export function forecastOf(course: Course): Forecast | undefined {
  const last = course.points.at(-1)
  if (last === undefined) return undefined
  if (!addsUp(course)) return { value: last.value, method: 'lastValue' }
  if (last.on >= course.year.ends_on) return { value: decimalText(soFar(course), 6), method: 'lastValue' }
  if (course.points.length < 2) return undefined
  return byMilestones(course) ?? byLastYear(course) ?? byElapsed(course, last.on)
}
