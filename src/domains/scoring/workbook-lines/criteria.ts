import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import type { Criterion } from '../table/criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import { Unsayable } from '../workbook-rules/reading.ts'
import { agreedLine, agreedParts } from './agreed.ts'
import { ofChildren } from './combine.ts'
import { columnNames, toldOf, type CriterionLines, type Parts } from './criterion-lines.ts'
import { addStep, wordsOf, type Draft } from './draft.ts'
import { fixedLeaf } from './fixed-leaf.ts'
import { behind, gateLine } from './gates.ts'
import { leafPoints, type LeafPoints } from './leaf.ts'
import { limited } from './limits.ts'
import { f, joined, quoted, type Formula, type Line } from './line.ts'
import { nodeMaximum } from './maxima.ts'
import { constant, guarded, inCell, isNone, type Sum } from './sum.ts'
import { constantOf, type Workshop } from './workshop.ts'

interface Made {
  readonly index: number
  readonly node: Criterion
  readonly criterion: ReadyCriterion
  readonly gate: Line | null
  readonly agreed: Line | null
}

/** What was agreed, or given in whole, is not rounded. */
const decimalsOf = ({ criterion, agreed, gate }: Made) =>
  agreed === null && gate === null ? (criterion.places ?? undefined) : undefined

type Columns = Readonly<Record<Column, Line | null>>

/** Cells of the columns that are used; at least one, so that there is somewhere to say why there are no points. */
function columnLines(
  shop: Workshop,
  made: Made,
  parts: Parts,
  { room, isOut }: { room: Sum | null; isOut: Formula | null },
): Columns {
  const { draft } = shop
  const { node, criterion, gate, agreed } = made
  const t = wordsOf(draft)
  const isEmpty = columnNames.every((name) => parts[name] === null)
  // Behind a gate all base points may be given, whatever the rules give.
  const isGated = gate !== null && criterion.fullMax !== null && parts.base === null
  const some = isEmpty ? { ...parts, [criterion.column]: constant(0) } : parts
  const used = isGated ? { ...some, base: constant(0) } : some
  const full = criterion.fullMax === null ? ['0'] : constantOf(criterion.fullMax).value
  const own = (name: Column): Formula | null => {
    const sum = used[name]
    if (sum === null) return null
    const value = guarded(sum, t.standing)
    const inside = isOut === null ? value : f`IF(${isOut},${quoted(t.standing.notAssigned)},${value})`
    return behind(gate, inside, name === 'base' ? full : ['0'])
  }
  const values = { base: own('base'), bonus: own('bonus'), penalty: own('penalty') }
  const all = agreed === null ? values : agreedParts(values, { agreed, column: criterion.column, room })
  const line = (name: Column) => {
    const value = all[name]
    const told = {
      ...toldOf(draft, node, t.columns[name]),
      shows: 'points' as const,
      decimals: decimalsOf(made),
    }
    return value === null ? null : addStep(draft, { ...told, isMain: true }, value)
  }
  return { base: line('base'), bonus: line('bonus'), penalty: line('penalty') }
}

const used = (columns: Columns): Line[] => columnNames.flatMap((name) => columns[name] ?? [])

interface Instead {
  readonly lacking: Formula | null
  readonly isOut: Formula | null
}

/** One cell with all of its points, or the word why there are none. */
function pointsLine(draft: Draft, made: Made, columns: Columns, { lacking, isOut }: Instead): Line {
  const lines = used(columns)
  const [first] = lines
  if (first === undefined) throw new Error('a criterion without cells')
  if (lines.length === 1 && lacking === null && isOut === null) return first
  const t = wordsOf(draft)
  const sum = lines.reduceRight<Formula>((rest, line) => f`IF(ISTEXT(${line}),${line},${rest})`, joined(lines, '+'))
  const known = isOut === null ? sum : f`IF(${isOut},${quoted(t.standing.notAssigned)},${sum})`
  const value = lacking === null ? known : f`IF(${lacking}>0,${quoted(t.standing.incomplete)},${known})`
  const told = { ...toldOf(draft, made.node, t.points), shows: 'points' as const, decimals: decimalsOf(made) }
  return addStep(draft, { ...told, isMain: true }, value)
}

const outWords = ({ draft }: Workshop) => {
  const { notAssigned, exempt } = wordsOf(draft).standing
  return [quoted(notAssigned), quoted(exempt)]
}

/** Whether a leaf has no points yet: a word stands there that does not say that it is not for the unit. */
function lackingOf(shop: Workshop, points: Line, sums: Parts, made: Made): Sum {
  const mayRefuse = columnNames.some((name) => sums[name]?.mayRefuse === true || (sums[name]?.needs.length ?? 0) > 0)
  if (!mayRefuse && made.gate === null) return constant(0)
  const [one = '', other = ''] = outWords(shop)
  const value = f`ISTEXT(${points})*(${points}<>${one})*(${points}<>${other})`
  return { ...constant(0), value, top: undefined }
}

/** The maximum of a leaf for a unit: none where it is out. */
function leafMaximum(
  shop: Workshop,
  made: Made,
  { isOut }: LeafPoints,
  points: Line,
): Pick<CriterionLines, 'max' | 'room'> {
  const { draft } = shop
  const { criterion, node, gate, agreed } = made
  if (criterion.fullMax === null) return { max: null, room: null }
  const full = constantOf(criterion.fullMax)
  if (isOut === null && gate === null) return { max: full, room: full }
  const [notAssigned = '', exempt = ''] = outWords(shop)
  const outside = f`OR(${points}=${notAssigned},${points}=${exempt})`
  const isOutside = isOut === null ? outside : f`OR(${outside},${isOut})`
  const cell = (test: Formula) => {
    const value = f`IF(${test},${notAssigned},${full.value})`
    const stated = agreed === null ? value : f`IF(ISNUMBER(${agreed}),${full.value},${value})`
    return inCell(addStep(draft, { ...toldOf(draft, node, wordsOf(draft).max), shows: 'points' }, stated))
  }
  const max = cell(isOutside)
  return { max, room: criterion.butDoneCountsInMax ? max : cell(outside) }
}

function leafLines(shop: Workshop, made: Made): CriterionLines {
  const { draft } = shop
  const { node, criterion } = made
  const leaf = criterion.isCyclic ? fixedLeaf(shop, made.index) : sayable(shop, made)
  const full = criterion.fullMax === null ? null : constantOf(criterion.fullMax)
  const columns = columnLines(shop, made, leaf.parts, { room: full, isOut: null })
  const points = pointsLine(draft, made, columns, { lacking: null, isOut: null })
  const lacking = lackingOf(shop, points, leaf.parts, made)
  return { node, ...columns, points, lacking, ...leafMaximum(shop, made, leaf, points), children: [] }
}

/** The rules of a leaf as formulas; what none says is written as a value. */
function sayable(shop: Workshop, made: Made): LeafPoints {
  try {
    return leafPoints(shop, made)
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error
    return fixedLeaf(shop, made.index)
  }
}

function maximumCell(shop: Workshop, { node }: Made, max: Sum | null): Sum | null {
  if (max === null || !max.mayRefuse) return max
  const t = wordsOf(shop.draft)
  return inCell(addStep(shop.draft, { ...toldOf(shop.draft, node, t.max), shows: 'points' }, max.value))
}

const asParts = (lines: CriterionLines): Parts => {
  const sum = (line: Line | null, negative: boolean) =>
    line === null ? null : { ...inCell(line, { mayBe: { negative, positive: !negative } }) }
  return { base: sum(lines.base, false), bonus: sum(lines.bonus, false), penalty: sum(lines.penalty, true) }
}

function nodeLines(shop: Workshop, made: Made): CriterionLines {
  const { draft, ready } = shop
  const { node, criterion, gate } = made
  const children = criterion.children.map((child) => shop.linesOf(child))
  const parts = ofChildren(
    { draft, node, combine: criterion.combine },
    children.map(asParts),
    children.map(({ points }) => inCell(points)),
  )
  const fullOf = (index: number) => {
    const full = ready.criteria[index]?.fullMax ?? null
    return full === null ? null : constantOf(full)
  }
  const outWord = wordsOf(draft).standing.notAssigned
  const under = { criterion, children, fullOf, outWord }
  const max = maximumCell(shop, made, nodeMaximum(under, 'max'))
  const isOneRoom = children.every((child) => child.max === child.room)
  const room = isOneRoom ? max : maximumCell(shop, made, nodeMaximum(under, 'room'))
  const sums = limited({ draft, node, criterion, room }, parts)
  const isOut = outsideNode(shop, children)
  const givesPoints =
    criterion.whenNotAssigned !== 'out' ||
    criterion.gates.some(({ criterion: at }) => ready.criteria[at]?.whenExempt !== 'out')
  const columns = columnLines(shop, givesPoints ? made : { ...made, gate: null }, sums, { room, isOut })
  const lacking = lackingUnder(draft, made, children)
  const words = { lacking: isNone(lacking) ? null : lacking.value, isOut }
  const points = pointsLine(draft, { ...made, gate }, columns, words)
  return { node, ...columns, points, lacking, max, room, children }
}

/** The condition under which nothing of a node is for the unit; null: never. */
function outsideNode(shop: Workshop, children: readonly CriterionLines[]): Formula | null {
  if (!children.every(({ max }) => max !== null && max.needs.length > 0)) return null
  const words = outWords(shop)
  const each = children.map(
    ({ points }) => f`OR(${words.map((word) => f`${points}=${word}`).reduce((a, b) => f`${a},${b}`)})`,
  )
  return f`AND(${joined(each, ',')})`
}

/** How many leaves under a node have no points yet, in a cell of its own. */
function lackingUnder(draft: Draft, { node, agreed }: Made, children: readonly CriterionLines[]): Sum {
  const open = children.flatMap(({ lacking }) => (isNone(lacking) ? [] : [lacking.value]))
  if (open.length === 0) return constant(0)
  const sum = joined(open, '+')
  const value = agreed === null ? sum : f`IF(ISNUMBER(${agreed}),0,${sum})`
  return inCell(addStep(draft, { ...toldOf(draft, node, wordsOf(draft).lacking), shows: 'count' }, value))
}

/** A criterion as lines: its own, and those of all that stands under it. */
export function criterionLines(shop: Workshop, index: number): CriterionLines {
  const [node, criterion] = [shop.nodes[index], shop.ready.criteria[index]]
  if (node === undefined || criterion === undefined) throw new Error(`no criterion ${index}`)
  const made = { index, node, criterion, gate: gateLine(shop, index), agreed: agreedLine(shop, index) }
  return criterion.children.length === 0 ? leafLines(shop, made) : nodeLines(shop, made)
}
