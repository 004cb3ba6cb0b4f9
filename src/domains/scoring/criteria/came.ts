import { compare, minus, signOf, zero, type Exact } from '#platform/exact.ts'
import type { Agreed, Came, Run } from '../formula/run.ts'
import { step } from '../engine/derivation-words.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Given, Place } from '../engine/giving.ts'
import { unitMaximum } from '../engine/maximum.ts'
import { keptOut, noLimits, noNeeds, scoredCame, tellNotAssigned, wholeOf, without } from './standing-out.ts'
import { combined, inColumn, limited, nothing, rounded, totalOf, weighed, type Parts } from './parts.ts'
import type { Limits, ReadyCriterion, ReadyRule } from '../engine/ready-criterion.ts'
import type { ReadyTable } from '../engine/ready-table.ts'
import type { Standing } from '../engine/score-result.ts'

type Tell = Place['tell']

const worst: readonly Standing[] = ['missing', 'not_marked', 'no_tier', 'asks']

/** What stands in the way of a sum, the gravest first; null: nothing. */
function inTheWay(all: readonly { readonly standing: Standing }[]): Standing | null {
  let gravest = worst.length
  for (const { standing } of all) {
    const at = worst.indexOf(standing)
    if (at >= 0 && at < gravest) gravest = at
  }
  return worst[gravest] ?? null
}

const needsOf = (all: readonly { readonly needs: readonly string[] }[]): readonly string[] => {
  const needs = all.flatMap((one) => one.needs)
  return needs.length === 0 ? noNeeds : [...new Set(needs)]
}

interface GivenIn {
  readonly given: Given
  readonly column: ReadyCriterion['column']
}

function giveAll({ rules }: ReadyCriterion, place: Place, onlyOwn: boolean): GivenIn[] {
  const given: GivenIn[] = []
  for (const rule of rules) {
    if (!onlyOwn || !rule.waitsForFull) given.push({ given: rule.give(place), column: rule.column })
  }
  return given
}

/** What a rule leaves in its criterion: points in a column; not assigned, nothing, or what the table says instead. */
function partsOf({ given, column }: GivenIn, criterion: ReadyCriterion): Parts {
  if (given.standing === 'scored') return inColumn(given.points, column)
  const isFull = given.standing === 'not_assigned' && criterion.whenNotAssigned === 'full' && column === 'base'
  return isFull ? inColumn(criterion.fullMax ?? zero, column) : nothing
}

/** Out where every rule that gives its base points says so, or every rule where none gives base points. */
function isOut(all: readonly GivenIn[]): boolean {
  const base = all.filter(({ column }) => column === 'base')
  const deciding = base.length > 0 ? base : all
  return deciding.length > 0 && deciding.every(({ given }) => given.standing === 'not_assigned')
}

function limitsOfLeaf(all: readonly GivenIn[], criterion: ReadyCriterion): Limits {
  if (isOut(all) && criterion.whenNotAssigned === 'out') return noLimits
  const isExtra = all.some(({ given }) => given.standing === 'scored' && given.butDone === true)
  return { max: isExtra && !criterion.butDoneCountsInMax ? null : criterion.fullMax, room: criterion.fullMax }
}

function needsOfGiven(all: readonly GivenIn[], code: string): readonly string[] {
  return needsOf(
    all.map(({ given }) => {
      if (given.standing === 'missing') return given
      return { needs: given.standing === 'not_marked' ? [code] : noNeeds }
    }),
  )
}

/** One rule alone, the commonest leaf, without lists. */
function single(given: Given, column: GivenIn['column'], criterion: ReadyCriterion, tell: Tell): Came | null {
  if (given.standing !== 'scored' || given.butDone === true) return null
  return finished(inColumn(given.points, column), criterion, wholeOf(criterion), tell)
}

/** The commonest leaf: one rule, which gives points. */
function aloneOf(criterion: ReadyCriterion, { give, column }: ReadyRule, place: Place): Came {
  const given = give(place)
  return single(given, column, criterion, place.tell) ?? severalOf(criterion, [{ given, column }], place.tell)
}

function finished(parts: Parts, criterion: ReadyCriterion, limits: Limits, tell: Tell): Came {
  const held = limited(weighed(parts, criterion, tell), criterion, limits.room, tell)
  return scoredCame(rounded(held, criterion, tell), limits)
}

function leafOf(criterion: ReadyCriterion, all: readonly GivenIn[], tell: Tell): Came {
  const [first] = all
  const alone = all.length === 1 && first !== undefined ? single(first.given, first.column, criterion, tell) : null
  if (alone !== null) return alone
  return severalOf(criterion, all, tell)
}

/** Several rules of a leaf, together. */
function togetherOf(parts: readonly Parts[], { combine }: ReadyCriterion, tell: Tell): Parts {
  if (parts.length < 2) return parts[0] ?? nothing
  const sum = combined(parts, combine, combine === 'sum' ? undefined : tell)
  if (combine === 'sum') {
    tell?.(step('node.rules', { count: String(parts.length), points: exactText(totalOf(sum)) }))
  }
  return sum
}

function severalOf(criterion: ReadyCriterion, all: readonly GivenIn[], tell: Tell): Came {
  const limits = limitsOfLeaf(all, criterion)
  const standing = inTheWay(all.map(({ given }) => given))
  const counted = all.filter(({ given }) => given.standing === 'scored' || given.standing === 'not_assigned')
  const parts = counted.map((one) => partsOf(one, criterion))
  const sum = togetherOf(parts, criterion, tell)
  if (standing !== null) return without(standing, sum, limits, needsOfGiven(all, criterion.code))
  if (limits.room === null && isOut(all) && totalOf(sum).over === 0) {
    tellNotAssigned(criterion, tell)
    return without('not_assigned', nothing, noLimits)
  }
  return finished(sum, criterion, limits, tell)
}

const asking = (criterion: ReadyCriterion) => without('asks', nothing, wholeOf(criterion))

/** A leaf's base points without the rules that wait for them to be full. */
export function basePoints(criterion: ReadyCriterion | undefined, run: Run, place: Place): Came {
  if (criterion === undefined) return without('asks', nothing, noLimits)
  const own = giveAll(criterion, { unit: place.unit, max: criterion.max, run }, true)
  return leafOf(criterion, own, undefined)
}

const isOutside = ({ standing }: Came) => standing === 'not_assigned' || standing === 'exempt'

const openCodes = ({ children }: ReadyCriterion, under: readonly Came[], ready: ReadyTable) =>
  children
    .filter((_child, at) => worst.includes(under[at]?.standing ?? 'scored'))
    .map((child) => ready.criteria[child]?.code ?? '')

/** What a node may come to for a unit: all of it, the commonest case, where all that stands under it is whole. */
function limitsOfNode(criterion: ReadyCriterion, under: readonly Came[], ready: ReadyTable): Limits {
  const fullOf = (at: number) => ready.criteria[criterion.children[at] ?? -1]?.fullMax ?? null
  if (under.every(({ max, room }, at) => max === fullOf(at) && room === max)) return wholeOf(criterion)
  const full = [...under.keys()].map(fullOf)
  const of = (which: keyof Limits) =>
    unitMaximum(
      criterion,
      full,
      under.map((one) => one[which]),
    )
  return { max: of('max'), room: of('room') }
}

/** All that stands under a node, together. */
function nodeOf(criterion: ReadyCriterion, under: readonly Came[], ready: ReadyTable, tell: Tell): Came {
  const counted = under.some(isOutside) ? under.filter((one) => !isOutside(one)) : under
  if (counted.length === 0) return without(under[0]?.standing ?? 'not_assigned', nothing, noLimits)
  const sum = combined(counted, criterion.combine, tell)
  const standing = inTheWay(under)
  const came = finished(sum, criterion, limitsOfNode(criterion, under, ready), tell)
  if (standing === null) return came
  tell?.(step('node.incomplete', { codes: openCodes(criterion, under, ready).join(', ') }))
  return { ...came, standing, proposed: null, points: null, needs: needsOf(under) }
}

/** The agreed figure in place of the rules': beyond the maximum it counts as bonus, below zero as penalty. */
function agreedParts({ points }: Agreed, { column }: ReadyCriterion, room: Exact | null): Parts {
  if (column !== 'base' || signOf(points) < 0 || room === null) return inColumn(points, column)
  const base = compare(points, room) > 0 ? room : points
  return { base, bonus: minus(points, base), penalty: zero }
}

function agreedCame(proposal: Came, criterion: ReadyCriterion, agreed: Agreed, tell: Tell): Came {
  const isCounted = isOutside(proposal)
  const limits = isCounted ? wholeOf(criterion) : proposal
  tell?.(
    step('node.agreed', {
      points: exactText(agreed.points),
      proposed: proposal.proposed === null ? '' : exactText(proposal.proposed),
      reason: agreed.reason,
    }),
  )
  const parts = agreedParts(agreed, criterion, limits.room)
  return { ...scoredCame(parts, limits), proposed: proposal.proposed }
}

function proposalOf(ready: ReadyTable, run: Run, place: Place, criterion: ReadyCriterion): Came {
  if (criterion.isCyclic) return asking(criterion)
  const closed = keptOut(criterion, ready, place)
  if (closed !== null) return closed
  const { rules } = criterion
  const alone = rules.length === 1 ? rules[0] : undefined
  if (alone !== undefined) return aloneOf(criterion, alone, place)
  if (rules.length > 0) return leafOf(criterion, giveAll(criterion, place, false), place.tell)
  const under = criterion.children.map((child) => run.came(place.unit, child))
  return nodeOf(criterion, under, ready, place.tell)
}

/** What a criterion comes to for one unit; told step by step where someone listens. */
export function cameTo(ready: ReadyTable, run: Run, unit: number, told: { index: number; tell?: Tell }): Came {
  const criterion = ready.criteria[told.index]
  if (criterion === undefined) throw new Error(`no criterion ${told.index}`)
  const { max } = criterion
  const place: Place = told.tell === undefined ? { unit, max, run } : { unit, max, run, tell: told.tell }
  const proposal = proposalOf(ready, run, place, criterion)
  const agreed = run.agreed[unit]?.get(told.index)
  return agreed === undefined ? proposal : agreedCame(proposal, criterion, agreed, told.tell)
}
