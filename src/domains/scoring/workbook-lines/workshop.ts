import { parseFormula } from '../formula/parse-formula.ts'
import { exactText } from '../engine/exact-text.ts'
import type { Exact } from '#platform/exact.ts'
import type { ReadyTable } from '../engine/ready-table.ts'
import type { CriterionScore } from '../engine/score-result.ts'
import type { Formula as Written } from '../table/amount.ts'
import type { Criterion } from '../table/criterion.ts'
import type { ScoreFacts } from '../table/score-facts.ts'
import { keepDerived } from '../workbook-rules/names.ts'
import { demandGroup, Unsayable, type Asked, type Read, type Reading } from '../workbook-rules/reading.ts'
import type { RuleDesk } from '../workbook-rules/rule-desk.ts'
import { translate } from '../workbook-rules/translate.ts'
import type { CriterionLines } from './criterion-lines.ts'
import { addLine, say, wordsOf, type Draft, type Told } from './draft.ts'
import { doneLine } from './fact-lines.ts'
import { f, ofGroup, quoted, type Formula } from './line.ts'
import { constant, guarded, inCell, madeOf, type Sum } from './sum.ts'

/** Where a table's criteria become lines. */
export interface Workshop {
  readonly draft: Draft
  readonly ready: ReadyTable
  readonly period: ScoreFacts['period']
  /** Criteria as they are written, by the number that the ready table gives them; the table itself is the first. */
  readonly nodes: readonly (Criterion | undefined)[]
  /** Lines of a criterion, made when they are asked for. */
  readonly linesOf: (index: number) => CriterionLines
  /** What the engine says of a criterion, for what no formula says. */
  readonly cameOf: (unit: number, index: number) => Pick<CriterionScore, 'standing' | 'base' | 'bonus' | 'penalty'>
  readonly words: ReturnType<typeof wordsOf>
}

export const amountOf = (exact: Exact | null): string | null => (exact === null ? null : exactText(exact))

export const constantOf = (exact: Exact): Sum => constant(exactText(exact))

function asked({ linesOf, ready }: Workshop, code: string, what: Asked): Sum {
  const index = ready.scope.criterion(code)
  if (index === null) throw new Unsayable(code)
  const { points, max, ...lines } = linesOf(index)
  const own = inCell(points)
  if (what === 'points') return own
  if (what === 'maxOf' || what === 'share') {
    if (max === null) throw new Unsayable(code)
    return madeOf(what === 'share' ? f`${points}/${max.value}` : max.value, [own, max])
  }
  const line = lines[what]
  return line === null ? { ...own, value: ['0'] } : madeOf(f`${line}`, [own, inCell(line)])
}

/** How formulas are read at a place. */
export function readingAt(shop: Workshop, told: Told, max: string | null, names: Reading['names'] = {}): Reading {
  const { draft } = shop
  const reading: Reading = {
    draft,
    told,
    period: shop.period,
    max,
    names,
    criterion: (code, what) => asked(shop, code, what),
    translate,
    derived: (key) => derivedRead(shop, key),
  }
  return reading
}

function treeOf(formula: Written) {
  const parsed = parseFormula(formula)
  if ('fault' in parsed) throw new Unsayable(String(formula))
  return parsed.tree
}

export const readFormula = (at: Reading, formula: Written): Read => translate(treeOf(formula), at)

function derivedRead(shop: Workshop, key: string): Read | undefined {
  const { derived } = shop.draft.table
  const formula = Object.hasOwn(derived, key) ? derived[key] : undefined
  if (formula === undefined) return undefined
  const told = { code: key, label: say(shop.draft, shop.draft.table.facts[key]?.label) || key }
  const read = readFormula(readingAt(shop, told, null), formula)
  if (read.kind === 'text' || read.kind === 'list' || read.literal !== undefined) return read
  return keepDerived(shop.draft, key, guarded(read, wordsOf(shop.draft).standing), read)
}

/** What the units of a group reached to whom it was not assigned: own ÷ most × maximum. */
function doneOf({ draft }: Workshop, formula: Written, max: string | null): Sum | null {
  const tree = treeOf(formula)
  if (tree.is !== 'name' || Object.hasOwn(draft.table.derived, tree.name)) return null
  const line = doneLine(draft, tree.name)
  demandGroup(draft)
  const { notAssigned } = wordsOf(draft).standing
  if (max === null) throw new Unsayable('max')
  const points = f`${constant(max).value}*${line}/MAX(${ofGroup(line)})`
  const sum = madeOf(f`IF(N(${line})>0,${points},${quoted(notAssigned)})`, [], {
    mayRefuse: true,
    top: constant(max).top,
  })
  return { ...sum, mayBe: { negative: false, positive: true } }
}

/** Whether any unit of this workbook has the fact not assigned. */
function isAnyOut(draft: Draft): boolean {
  return draft.units.some(({ facts }) =>
    Object.values(facts).some(
      (fact) => typeof fact === 'object' && fact !== null && 'assigned' in fact && !fact.assigned,
    ),
  )
}

/** Points that people gave a criterion. */
function markLine(shop: Workshop, index: number): Sum {
  const { draft, ready } = shop
  const known = draft.known.get(`mark ${index}`)
  const node = shop.nodes[index]
  const line =
    known ??
    addLine(draft, {
      grid: 'facts',
      code: node?.code ?? '',
      label: wordsOf(draft).mark(say(draft, node?.title)),
      shows: 'amount',
      holds: (unit) => {
        const marks = Object.entries(draft.units[unit]?.marks ?? {})
        const found = marks.find(([code]) => ready.scope.criterion(code) === index)?.[1]
        const points = typeof found === 'object' ? found.points : found
        return points === undefined ? null : plainAmount(points)
      },
    })
  draft.known.set(`mark ${index}`, line)
  return inCell(line, { isPlain: true })
}

export const plainAmount = (amount: string | number) =>
  String(amount).includes('/') ? constant(amount).value : Number(amount)

/** Where the rules of a leaf become formulas. */
export function deskOf(shop: Workshop, index: number, label: string, extras: Formula[]): RuleDesk {
  const { draft, ready } = shop
  const [node, criterion] = [shop.nodes[index], ready.criteria[index]]
  if (node === undefined || criterion === undefined) throw new Error(`no criterion ${index}`)
  const told = { code: node.code, label: `${say(draft, node.title)}: ${label}` }
  const max = amountOf(criterion.max)
  const reading = readingAt(shop, told, max)
  const at = (list: number | undefined): RuleDesk => {
    const place: Reading = list === undefined ? reading : { ...reading, list }
    const read = (formula: Written) => readFormula(place, formula)
    return {
      draft,
      told,
      ...(list !== undefined && { list }),
      max,
      read,
      points: read,
      among: at,
      extras,
      mark: () => notMarked(shop, index),
      done: (formula) => (criterion.butDone === 'among_doers' && isAnyOut(draft) ? doneOf(shop, formula, max) : null),
    }
  }
  return at(undefined)
}

/** Not marked is not missing: it waits for a person. */
function notMarked(shop: Workshop, index: number): Sum {
  const mark = markLine(shop, index)
  const [line] = mark.needs
  if (line === undefined || !('grid' in line)) return mark
  return {
    ...mark,
    needs: [],
    value: f`IF(ISNUMBER(${line}),${line},${quoted(wordsOf(shop.draft).standing.notMarked)})`,
    mayRefuse: true,
  }
}
