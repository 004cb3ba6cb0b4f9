import { minus, signOf, times, whole, zero, type Exact } from '#platform/exact.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { CaseFields, Given, Maker, Making, Place } from '../engine/giving.ts'
import type { RuleOf } from '../table/rule.ts'
import { asks, listOf, number, scored, together, total, yes, type Unanswered } from '../giving/answers.ts'

/** The cases that remain, and what keeps some from being known. */
function split(place: Place, cases: readonly CaseFields[], keeps: (place: Place) => ReturnType<typeof yes>) {
  const kept: CaseFields[] = []
  const unknown: Unanswered[] = []
  for (const one of cases) {
    const holds = keeps({ ...place, case: one })
    if ('unanswered' in holds) unknown.push(holds.unanswered)
    else if (holds.found) kept.push(one)
  }
  return { kept, unknown }
}

type Points = (place: Place) => ReturnType<typeof number>

function tellEach(place: Place, each: readonly Exact[], sum: Exact): void {
  if (place.tell === undefined) return
  const [first] = each
  const [count, points] = [String(each.length), exactText(sum)]
  const isSame = first !== undefined && each.every((one) => exactText(one) === exactText(first))
  if (first === undefined) place.tell(step('cases.none', {}))
  else if (isSame) place.tell(step('cases.each', { count, each: exactText(first), points }))
  else place.tell(step('cases.sum', { count, points }))
}

function giveCases(place: Place, cases: readonly CaseFields[], points: Points): Given {
  const answers = cases.map((one) => points({ ...place, case: one }))
  const unknown = answers.flatMap((one) => ('unanswered' in one ? [one.unanswered] : []))
  if (unknown.length > 0) return together(unknown)
  const each = answers.flatMap((one) => ('found' in one ? [one.found] : []))
  const sum = total(each)
  tellEach(place, each, sum)
  return scored(sum)
}

/** Only how many there were is known. */
function giveCount(place: Place, count: Exact, free: number, points: Points): Given {
  if (signOf(count) < 0) return asks('asks.negativeCount', { value: exactText(count) })
  const left = minus(count, whole(free))
  if (free > 0) place.tell?.(step('cases.free', { free: String(free) }))
  if (signOf(left) <= 0) {
    place.tell?.(step('cases.none', {}))
    return scored(zero)
  }
  const each = points(place)
  if ('unanswered' in each) return each.unanswered
  const sum = times(left, each.found)
  place.tell?.(step('cases.each', { count: exactText(left), each: exactText(each.found), points: exactText(sum) }))
  return scored(sum)
}

/** Points for each case: a penalty when negative, a bonus when positive. */
export const perCase: Maker<RuleOf<'per_case'>> = (rule, making) => {
  const cases = making.formula(rule.cases)
  const where = condition(making, rule.where, true)
  const exempt = condition(making, rule.exempt, false)
  const read = making.points(rule.points)
  const points: Points = (place) => number(read(place))
  const isCounted = rule.where !== undefined || rule.exempt !== undefined

  const giveList = (place: Place, all: readonly CaseFields[]): Given => {
    const meant = split(place, all, where)
    const due = split(place, meant.kept, (inside) => opposite(exempt(inside)))
    const unknown = [...meant.unknown, ...due.unknown]
    if (unknown.length > 0) return together(unknown)
    tellSorted(place, { all: all.length, meant: meant.kept.length, due: due.kept.length, free: rule.free })
    return giveCases(place, due.kept.slice(rule.free), points)
  }
  return (place) => {
    const answer = cases(place)
    if (answer.is === 'number') {
      return isCounted
        ? asks('asks.onlyCounted', { count: exactText(answer.number) })
        : giveCount(place, answer.number, rule.free, points)
    }
    const list = listOf(answer, 'cases')
    return 'unanswered' in list ? list.unanswered : giveList(place, list.found.cases)
  }
}

const opposite = (answer: ReturnType<typeof yes>) => ('found' in answer ? { found: !answer.found } : answer)

function condition(making: Making, formula: string | number | boolean | undefined, always: boolean) {
  if (formula === undefined) return () => ({ found: always })
  const read = making.formula(formula)
  return (place: Place) => yes(read(place))
}

function tellSorted(
  place: Place,
  { all, meant, due, free }: Readonly<Record<'all' | 'meant' | 'due' | 'free', number>>,
) {
  if (meant !== all) place.tell?.(step('cases.left', { all: String(all), left: String(meant) }))
  if (due !== meant) place.tell?.(step('cases.exempt', { exempt: String(meant - due) }))
  if (free > 0 && due > 0) place.tell?.(step('cases.free', { free: String(Math.min(free, due)) }))
}
