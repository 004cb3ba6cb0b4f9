import { decimalText, divided, exact, times, type Exact } from '#platform/exact.ts'
import type { Assignment, Milestone, Target } from '../target.ts'
import type { Value } from '../value.ts'

type Kind = Pick<Target, 'accumulation' | 'measure'>
type Mark = Pick<Milestone, 'by_on' | 'planned'>

/** Things are counted whole where the plan counts them whole. */
const placesFor = ({ measure }: Kind, planned: string) => (measure === 'count' && !planned.includes('.') ? 0 : 6)

function share(target: Kind, planned: string, part: Exact): string {
  return decimalText(times(exact(planned), part), placesFor(target, planned))
}

const partOf = (some: number, all: number): Exact => divided(exact(String(some)), exact(String(all))) ?? exact('1')

/** The plan by the end of each period, growing evenly; a level is wanted at every time. */
export function spreadEvenly(target: Kind, planned: string, ends: readonly string[]): Mark[] {
  const grows = target.accumulation !== 'level'
  return ends.map((by_on, index) => ({
    by_on,
    planned: grows ? share(target, planned, partOf(index + 1, ends.length)) : planned,
  }))
}

interface Span {
  starts_on: string
  ends_on: string
}

const aDay = 86_400_000
const daysOf = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / aDay + 1

/** Some things are done or not; before their deadline nothing of them is due. */
const atOneStroke = ['yes_no', 'class', 'day']

type Plan = Pick<Assignment, 'planned' | 'due_on'> & { milestones: readonly Mark[] }

const passed = (milestones: readonly Mark[], day: string) => milestones.findLast(({ by_on }) => by_on <= day)?.planned

/** What of a plan without milestones is due before its last day. */
function evenShare(target: Kind, planned: string, year: Span, day: string): Value {
  if (atOneStroke.includes(target.measure)) return null
  if (target.accumulation === 'level') return planned
  if (day < year.starts_on) return '0'
  return share(target, planned, partOf(daysOf(year.starts_on, day), daysOf(year.starts_on, year.ends_on)))
}

/** How much of a unit's plan is due by a day, itself included: by its milestones, else an even share of the year. */
export function plannedBy(target: Kind, { planned, due_on, milestones }: Plan, year: Span, day: string): Value {
  if (planned === null) return null
  const last = due_on ?? year.ends_on
  if (day >= last) return planned
  if (milestones.length > 0) return passed(milestones, day) ?? '0'
  return evenShare(target, planned, { starts_on: year.starts_on, ends_on: last }, day)
}
