import { compare, negated, signOf, times, zero, whole, type Exact } from '#platform/exact.ts'
import type { Bilingual } from '#platform/words.ts'
import { compileFormula } from '../formula/compile.ts'
import { runOf } from '../formula/run.ts'
import { Uses } from '../formula/scope.ts'
import { makeRule } from '../rules/make-rule.ts'
import { exactAmount, type Amount } from '../table/amount.ts'
import type { Criterion } from '../table/criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import type { ScoreTable } from '../table/score-table.ts'
import { basePoints } from './came.ts'
import { bilingual } from '../engine/derivation-words.ts'
import { isFull } from './full-points.ts'
import { makingOf, type Telling } from './making.ts'
import { combinedMaximum } from '../engine/maximum.ts'
import type { Gate, ReadyCriterion, ReadyRule } from '../engine/ready-criterion.ts'
import { TableScope } from './table-scope.ts'

/** What a node takes from above where it says nothing itself. */
interface Inherited {
  readonly column: Column
  readonly notAssigned: NonNullable<Criterion['notAssigned']>
  readonly gates: readonly Gate[]
  readonly gateUses: Uses
  readonly depth: number
}

interface Making {
  readonly table: ScoreTable
  readonly scope: TableScope
  readonly telling: Telling
  readonly made: (ReadyCriterion | undefined)[]
}

const optional = (amount: Amount | null | undefined): Exact | null => (amount == null ? null : exactAmount(amount))
const positive = (value: Exact) => (signOf(value) < 0 ? negated(value) : value)

function lower(one: Exact | null, other: Exact | null): Exact | null {
  if (one === null || other === null) return one ?? other
  return compare(one, other) < 0 ? one : other
}

/** Of the columns of bonus and penalty a stated maximum limits that column; it is no part of any denominator. */
function columnLimits(node: Criterion, column: Column, holdsMax: boolean) {
  const max = holdsMax && node.max !== undefined ? positive(exactAmount(node.max)) : null
  const penalty = optional(node.maxPenalty)
  return {
    maxBonus: lower(optional(node.maxBonus), column === 'bonus' ? max : null),
    maxPenalty: lower(penalty === null ? null : positive(penalty), column === 'penalty' ? max : null),
  }
}

function limitsOf(node: Criterion, { table }: Making, column: Column, fullMax: Exact | null) {
  const allowExceed = node.allowExceed ?? table.allowExceed ?? 'bonus'
  const byDefault = column === 'base' && fullMax !== null && signOf(fullMax) > 0
  const inherited = table.floor === undefined ? zero : optional(table.floor)
  return {
    allowExceed,
    ...columnLimits(node, column, allowExceed !== 'yes'),
    cap: optional(node.cap),
    floor: node.floor !== undefined ? optional(node.floor) : byDefault ? inherited : null,
  }
}

/** Decimals of a leaf, a section at the top, or a node between, which rounds only where it says so. */
function placesOf(node: Criterion, { rounding }: ScoreTable, depth: number): number | null {
  if (node.round !== undefined) return node.round
  if (node.children === undefined) return rounding.leaf
  return depth === 1 ? rounding.section : null
}

function gatesOf(node: Criterion, index: number, above: Inherited, { scope }: Making) {
  const uses = new Uses()
  uses.add(above.gateUses, false)
  const context = scope.context(node.code, uses, [])
  const own: Gate[] = []
  if (node.assigned !== undefined) {
    own.push({ is: 'assigned', read: compileFormula(node.assigned, context).read, criterion: index })
  }
  if (node.exempt !== undefined) {
    own.push({ is: 'exempt', read: compileFormula(node.exempt.when, context).read, criterion: index })
  }
  return { gates: [...above.gates, ...own], gateUses: uses }
}

function rulesOf(node: Criterion, index: number, uses: Uses, parts: { making: Making; above: Inherited }): ReadyRule[] {
  const { scope, telling, made } = parts.making
  const column = node.column ?? parts.above.column
  const ownFull = (place: Parameters<ReadyRule['give']>[0]) => {
    const self = made[index]
    return isFull(basePoints(self, runOf(place), place), node.code)
  }
  const leaf = { index, code: node.code, uses, butDone: parts.above.notAssigned.butDone, ownFull }
  const making = makingOf(scope, leaf, telling)
  return (node.rules ?? []).map((rule) => ({
    give: makeRule(rule, making),
    column: rule.column ?? column,
    waitsForFull: rule.onlyIfFull === true,
  }))
}

function fullMaximum(node: Criterion, column: Column, children: readonly ReadyCriterion[]): Exact | null {
  if (column !== 'base') return null
  if (node.max !== undefined) return exactAmount(node.max)
  const under = combinedMaximum(
    children.map(({ fullMax }) => fullMax),
    node.combine,
  )
  return under === null ? null : times(under, exactAmount(node.factor))
}

function inheritedBy(node: Criterion, index: number, above: Inherited, making: Making): Inherited {
  return {
    column: node.column ?? above.column,
    notAssigned: node.notAssigned ?? above.notAssigned,
    ...gatesOf(node, index, above, making),
    depth: above.depth + 1,
  }
}

/** Numbers a node before what stands under it, and makes it when that is made. */
function readyNode(node: Criterion, parent: number, above: Inherited, making: Making): ReadyCriterion {
  const { made, telling } = making
  const index = made.push(undefined) - 1
  const titles = telling.titles as Bilingual[]
  titles[index] = bilingual(node.title)
  const own = inheritedBy(node, index, above, making)
  const uses = new Uses()
  uses.add(own.gateUses, false)
  const children = (node.children ?? []).map((child) => readyNode(child, index, own, making))
  const fullMax = fullMaximum(node, own.column, children)
  const ready: ReadyCriterion = {
    index,
    code: node.code,
    parent,
    children: children.map((child) => child.index),
    max: optional(node.max),
    fullMax,
    isMaxStated: node.max !== undefined,
    whole: { max: fullMax, room: fullMax },
    column: own.column,
    factor: exactAmount(node.factor),
    combine: node.combine,
    ...limitsOf(node, making, own.column, fullMax),
    places: placesOf(node, making.table, own.depth),
    gates: own.gates,
    whenNotAssigned: own.notAssigned.gives,
    whenExempt: node.exempt?.gives ?? 'out',
    butDone: own.notAssigned.butDone,
    butDoneCountsInMax: own.notAssigned.butDoneCountsInMax,
    rules: rulesOf(node, index, uses, { making, above: own }),
    uses,
    isCyclic: false,
  }
  made[index] = ready
  return ready
}

const codesOf = (nodes: readonly Criterion[]): string[] =>
  nodes.flatMap(({ code, children = [] }) => [code, ...codesOf(children)])

/** The table itself as the first of its criteria: what stands under it makes the total. */
function rootOf(table: ScoreTable, sections: readonly ReadyCriterion[]): ReadyCriterion {
  const fullMax = combinedMaximum(
    sections.map(({ fullMax }) => fullMax),
    'sum',
  )
  return {
    index: 0,
    code: '',
    parent: null,
    children: sections.map(({ index }) => index),
    max: null,
    fullMax,
    isMaxStated: false,
    whole: { max: fullMax, room: fullMax },
    column: 'base',
    factor: whole(1),
    combine: 'sum',
    allowExceed: table.allowExceed ?? 'bonus',
    maxBonus: optional(table.maxBonus),
    maxPenalty: optional(table.maxPenalty),
    cap: optional(table.cap),
    floor: table.floor === undefined ? zero : optional(table.floor),
    places: table.rounding.total,
    gates: [],
    whenNotAssigned: 'out',
    whenExempt: 'out',
    butDone: 'out',
    butDoneCountsInMax: true,
    rules: [],
    uses: new Uses(),
    isCyclic: false,
  }
}

/** All criteria of a table, its scope compiled on the way. */
export function readyNodes(table: ScoreTable, telling: Telling, titles: Bilingual[]) {
  titles.push(bilingual(table.title))
  const scope = new TableScope(table, ['', ...codesOf(table.sections)])
  const made: (ReadyCriterion | undefined)[] = [undefined]
  const top: Inherited = {
    column: 'base',
    notAssigned: table.notAssigned,
    gates: [],
    gateUses: new Uses(),
    depth: 0,
  }
  const sections = table.sections.map((section) => readyNode(section, 0, top, { table, scope, telling, made }))
  made[0] = rootOf(table, sections)
  return { scope, criteria: made.filter((one) => one !== undefined) }
}
