import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import type { Criterion } from '../table/criterion.ts'
import { makeRule } from '../workbook-rules/trims.ts'
import { Unsayable } from '../workbook-rules/reading.ts'
import { together } from './combine.ts'
import { inColumn, once, toldOf, type Parts } from './criterion-lines.ts'
import { put, wordsOf } from './draft.ts'
import { limited } from './limits.ts'
import { call, f, quoted, type Formula } from './line.ts'
import { mayBeOut } from './may-be-out.ts'
import { added, constant, eitherOf, inCell, madeOf, ofCell, type Sum } from './sum.ts'
import { constantOf, deskOf, type Workshop } from './workshop.ts'

interface Given {
  readonly points: Sum
  readonly column: Column
  readonly waits: boolean
  /** Whether it may say that it was not assigned. */
  readonly mayBeOut: boolean
}

interface Leaf {
  readonly index: number
  readonly node: Criterion
  readonly criterion: ReadyCriterion
}

const wordOf = ({ draft }: Workshop, standing: 'notAssigned' | 'asks') => quoted(wordsOf(draft).standing[standing])

/** Base points of the rules that do not wait for them to be full, set against the maximum. */
function ownFull(shop: Workshop, leaf: Leaf, given: readonly Given[]): Sum {
  const { draft } = shop
  const { criterion, node } = leaf
  if (criterion.fullMax === null) return { ...constant(0), value: [wordOf(shop, 'asks')], mayRefuse: true }
  const own = given.filter(({ waits }) => !waits)
  const { base } = pointsOf(shop, leaf, own)
  const full = constantOf(criterion.fullMax)
  const reached = once(draft, toldOf(draft, node, wordsOf(draft).columns.base), base ?? constant(0))
  // What was not assigned has none of them.
  const value = f`IF(${reached.value}=${wordOf(shop, 'notAssigned')},0,IF(ISTEXT(${reached.value}),${reached.value},IF(ROUND(${reached.value},9)>=${full.value},1,0)))`
  const test = madeOf(value, [], { mayRefuse: reached.needs.length > 0 })
  return ofCell(put({ draft, told: toldOf(draft, node, wordsOf(draft).isFull) }, test, undefined, 'yes_no'), test)
}

/** Whether another criterion has its full base points; one that is not for the unit has none. */
function fullOf(shop: Workshop, code: string): Sum {
  const index = shop.ready.scope.criterion(code)
  if (index === null) throw new Unsayable(code)
  const { base, max, points, node } = shop.linesOf(index)
  const { draft } = shop
  const t = wordsOf(draft)
  const asks = { ...constant(0), value: [wordOf(shop, 'asks')], mayRefuse: true }
  const isOut = f`OR(${points}=${quoted(t.standing.notAssigned)},${points}=${quoted(t.standing.exempt)})`
  const reached = max === null || base === null ? asks.value : f`IF(ROUND(${base}-${max.value},9)>=0,1,0)`
  const value = f`IF(${isOut},0,IF(ISTEXT(${points}),${points},${reached}))`
  return inCell(put({ draft, told: toldOf(draft, node, t.isFull) }, { ...asks, value }, undefined, 'yes_no'))
}

function givenBy(shop: Workshop, leaf: Leaf, extras: Formula[]): Given[] {
  const { draft } = shop
  const t = wordsOf(draft)
  const rules = leaf.node.rules ?? []
  const given: Given[] = []
  const byPlace: Given[] = []
  const make = (at: number) => {
    const rule = rules[at]
    if (rule === undefined) return
    const desk = deskOf(shop, leaf.index, rules.length === 1 ? t.byRule : t.rule(at + 1), extras)
    const sum = makeRule(rule, desk, (code) => (code === true ? ownFull(shop, leaf, given) : fullOf(shop, code)))
    const points = sum.mayRefuse || sum.needs.length > 0 || rules.length > 1 ? ofCell(put(desk, sum), sum) : sum
    const isOut = points.needs.some((cell) => 'grid' in cell && mayBeOut(draft, cell))
    const column = rule.column ?? leaf.criterion.column
    const one = { points, column, waits: rule.onlyIfFull === true, mayBeOut: isOut }
    given.push(one)
    byPlace[at] = one
  }
  const order = [...rules.keys()]
  // Those that wait for the others come after them.
  for (const at of order) if (rules[at]?.onlyIfFull !== true) make(at)
  for (const at of order) if (rules[at]?.onlyIfFull === true) make(at)
  return byPlace
}

/** Not assigned leaves nothing beside other rules, or what the table says in its place. */
function inPlace(shop: Workshop, { criterion, node }: Leaf, given: Given, alone: boolean): Parts {
  const { points, column } = given
  if (!given.mayBeOut || (alone && criterion.whenNotAssigned === 'out')) return inColumn(points, column)
  const isFull = criterion.whenNotAssigned === 'full' && column === 'base' && criterion.fullMax !== null
  const instead = isFull && criterion.fullMax !== null ? constantOf(criterion.fullMax) : constant(0)
  const value = f`IF(${points.value}=${wordOf(shop, 'notAssigned')},${instead.value},${points.value})`
  const sum = madeOf(value, [], { ...eitherOf([points, instead]), mayRefuse: true })
  return inColumn(once(shop.draft, toldOf(shop.draft, node, wordsOf(shop.draft).rawPoints), sum), column)
}

function pointsOf(shop: Workshop, leaf: Leaf, given: readonly Given[]): Parts {
  const { draft } = shop
  const { criterion, node } = leaf
  const all = given.map((one) => inPlace(shop, leaf, one, given.length === 1))
  const sum = together({ draft, node, combine: criterion.combine }, all)
  const room = criterion.fullMax === null ? null : constantOf(criterion.fullMax)
  return limited({ draft, node, criterion, room }, sum)
}

/** Out where every rule that gives its base points says so, or every rule where none gives base points. */
function isOutOf(shop: Workshop, { criterion }: Leaf, given: readonly Given[]): Formula | null {
  if (criterion.whenNotAssigned !== 'out') return null
  const base = given.filter(({ column }) => column === 'base')
  const deciding = base.length > 0 ? base : given
  if (deciding.length === 0 || !deciding.every((one) => one.mayBeOut)) return null
  const each = deciding.map(({ points }) => f`${points.value}=${wordOf(shop, 'notAssigned')}`)
  return each.length === 1 ? (each[0] ?? null) : call('AND', each)
}

/** With several rules, what is out says so in its base points, unless others gave it points all the same. */
function outWord(shop: Workshop, { node }: Leaf, parts: Parts, isOut: Formula): Parts {
  const { bonus, penalty } = parts
  const base = parts.base ?? constant(0)
  const told = toldOf(shop.draft, node, wordsOf(shop.draft).rawPoints)
  const others = [bonus, penalty].flatMap((sum) => (sum === null ? [] : [once(shop.draft, told, sum).value]))
  const numbers = others.map((value) => f`N(${value})`)
  const isNothing =
    others.length === 0 ? isOut : f`AND(${isOut},${call('COUNT', others)}=${others.length},${added(numbers)}=0)`
  const value = f`IF(${isNothing},${wordOf(shop, 'notAssigned')},${base.value})`
  return { ...parts, base: { ...base, value, mayRefuse: true } }
}

export interface LeafPoints {
  readonly parts: Parts
  /** The condition under which it leaves the unit's maximum; null: never. */
  readonly isOut: Formula | null
}

/** All that the rules of a leaf give, limited and rounded. */
export function leafPoints(shop: Workshop, leaf: Leaf): LeafPoints {
  const { criterion } = leaf
  const extras: Formula[] = []
  const given = givenBy(shop, leaf, extras)
  const parts = pointsOf(shop, leaf, given)
  const isOut = isOutOf(shop, leaf, given)
  const extra = criterion.butDoneCountsInMax ? [] : extras
  const outs = [...(isOut === null ? [] : [isOut]), ...extra]
  const all = outs.length === 0 ? null : call('OR', outs)
  return { parts: isOut === null || given.length === 1 ? parts : outWord(shop, leaf, parts, isOut), isOut: all }
}
