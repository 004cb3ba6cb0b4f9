import { compare, divided, whole, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Answer, Given, Maker, Place } from '../engine/giving.ts'
import { exactAmount } from '../table/amount.ts'
import type { RuleOf } from '../table/rule.ts'
import { asks, answerText, scored, total } from '../giving/answers.ts'

type Rule = RuleOf<'points_by_rank'>
type Group = readonly { readonly unit: number; readonly answer: Answer }[]

interface Marked {
  readonly unit: number
  readonly value: Exact
}

interface Ranked {
  readonly value: Exact
  readonly place: number
  readonly sharing: number
  readonly count: number
  readonly points: Exact
}

/** Marks of each assessor of one unit; a plain number counts as one assessor without a name. */
function marksOf(answer: Answer): ReadonlyMap<string, Exact> {
  if (answer.is === 'marks') return answer.marks
  return answer.is === 'number' ? new Map([['', answer.number]]) : new Map()
}

const average = (several: readonly Exact[]): Exact => divided(total(several), whole(several.length)) ?? zero

function pointsAt(rule: Rule): (place: number) => Exact {
  const points = rule.points.map(exactAmount)
  const beyond = exactAmount(rule.beyond)
  return (place) => points[place - 1] ?? beyond
}

/** Runs of equal figures in what is sorted already. */
function equals(sorted: readonly Marked[]): Marked[][] {
  const runs: Marked[][] = []
  for (const one of sorted) {
    const last = runs.at(-1)
    const [first] = last ?? []
    if (last !== undefined && first !== undefined && compare(first.value, one.value) === 0) last.push(one)
    else runs.push([one])
  }
  return runs
}

/** Places of one list of figures: equals share the best place, and its points or the average of theirs. */
function ranked(rule: Rule, several: readonly Marked[]): ReadonlyMap<number, Ranked> {
  const at = pointsAt(rule)
  const sign = rule.better === 'more' ? -1 : 1
  const sorted = several.toSorted((a, b) => sign * compare(a.value, b.value))
  const places = new Map<number, Ranked>()
  let before = 0
  for (const equal of equals(sorted)) {
    const place = before + 1
    const points = rule.ties === 'average' ? average(equal.map((_, index) => at(place + index))) : at(place)
    const shared = { place, sharing: equal.length, count: sorted.length, points }
    for (const { unit, value } of equal) places.set(unit, { ...shared, value })
    before += equal.length
  }
  return places
}

interface Ranking {
  /** By assessor; a single one without a name where marks were averaged first. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, Ranked>>
  readonly unknown: number
}

function rankGroup(rule: Rule, group: Group): Ranking {
  const figures = new Map<string, Marked[]>()
  const add = (assessor: string, marked: Marked) => {
    const known = figures.get(assessor)
    if (known === undefined) figures.set(assessor, [marked])
    else known.push(marked)
  }
  let unknown = 0
  for (const { unit, answer } of group) {
    const marks = marksOf(answer)
    if (answer.is === 'missing' || (answer.is === 'marks' && marks.size === 0)) unknown += 1
    if (marks.size === 0) continue
    if (rule.assessors === 'average_then_rank') add('', { unit, value: average([...marks.values()]) })
    else for (const [assessor, value] of marks) add(assessor, { unit, value })
  }
  const names = [...figures.keys()].toSorted()
  return { lists: new Map(names.map((name) => [name, ranked(rule, figures.get(name) ?? [])])), unknown }
}

function tellPlace(place: Place, one: Ranked, assessor: string): void {
  if (place.tell === undefined) return
  const points = exactText(one.points)
  if (assessor === '') {
    const values = { value: exactText(one.value), place: String(one.place), count: String(one.count) }
    place.tell(step('rank.place', { ...values, points }))
  } else place.tell(step('rank.assessor', { assessor, place: String(one.place), points }))
  if (one.sharing > 1) place.tell(step('rank.shared', { place: String(one.place), count: String(one.sharing) }))
}

/** Points by place among the group: of a figure, or of the marks of several assessors. */
export const pointsByRank: Maker<Rule> = (rule, making) => {
  const of = making.formula(rule.of)
  const group = making.group(rule.of)
  const kept = new WeakMap<Group, Ranking>()
  const rankingOf = (members: Group): Ranking => {
    const ranking = kept.get(members) ?? rankGroup(rule, members)
    kept.set(members, ranking)
    return ranking
  }

  const giveOwn = (place: Place): Given => {
    const ranking = rankingOf(group(place))
    const own = [...ranking.lists].flatMap(([assessor, list]) => {
      const one = list.get(place.unit)
      return one === undefined ? [] : [{ assessor, one }]
    })
    if (own.length === 0) return { standing: 'not_marked' }
    for (const { assessor, one } of own) tellPlace(place, one, assessor)
    if (ranking.unknown > 0) place.tell?.(step('rank.othersUnknown', { count: String(ranking.unknown) }))
    const points = average(own.map(({ one }) => one.points))
    if (own.length > 1) place.tell?.(step('rank.average', { count: String(own.length), average: exactText(points) }))
    return scored(points)
  }
  return (place) => {
    const answer = of(place)
    if (answer.is === 'missing') return { standing: 'missing', needs: answer.needs }
    if (answer.is === 'not_assigned') return { standing: 'not_assigned' }
    if (answer.is === 'asks') return { standing: 'asks', says: answer.says, values: answer.values }
    if (answer.is !== 'number' && answer.is !== 'marks') return asks('asks.notNumber', { value: answerText(answer) })
    return giveOwn(place)
  }
}
