import { compare, one, plus, type Exact } from '#platform/exact.ts'
import { matchedCode } from '../engine/criterion-code.ts'
import { exactText } from '../engine/exact-text.ts'
import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import { readyTable, type ReadyTable } from '../engine/ready-table.ts'
import { exactAmount } from './amount.ts'
import { checkBands } from './check-bands.ts'
import { checkFacts } from './check-facts.ts'
import { checkOutcomes } from './check-outcomes.ts'
import { checkRule, type Placed } from './check-rules.ts'
import {
  capDoubts,
  leafReach,
  limitDoubts,
  limited,
  maximumDoubts,
  nodeReach,
  sumDoubts,
  type ColumnReach,
} from './check-sums.ts'
import type { Criterion } from './criterion.ts'
import { doubt, fault, isDoubtKey, type TableDoubt } from './doubt.ts'
import type { ScoreTable } from './score-table.ts'

interface Checked {
  readonly doubts: readonly TableDoubt[]
  readonly reach: ColumnReach
}

const flat = (nodes: readonly Criterion[]): Criterion[] => nodes.flatMap((node) => [node, ...flat(node.children ?? [])])

function duplicates(nodes: readonly Criterion[]): TableDoubt[] {
  const seen = new Map<string, string>()
  return nodes.flatMap(({ code }) => {
    const other = seen.get(matchedCode(code))
    if (other === undefined) seen.set(matchedCode(code), code)
    return other === undefined ? [] : [fault(code, 'code.duplicate', { other })]
  })
}

const isCrossed = ({ floor, cap }: Criterion) =>
  floor !== null && floor !== undefined && cap !== undefined && compare(exactAmount(floor), exactAmount(cap)) > 0

const onlyWhen = (holds: boolean, make: () => TableDoubt): TableDoubt[] => (holds ? [make()] : [])

function shapeDoubts(node: Criterion, { assessors }: ScoreTable): TableDoubt[] {
  const { code, rules, children, assessor = '' } = node
  const isUnknown = assessor !== '' && !Object.hasOwn(assessors, assessor)
  const marks = (rules ?? []).filter(({ rule }) => rule === 'judged').length
  return [
    ...onlyWhen(rules === undefined && children === undefined, () => fault(code, 'leaf.empty', {})),
    ...onlyWhen(rules !== undefined && children !== undefined, () => fault(code, 'leaf.both', {})),
    ...onlyWhen(isUnknown, () => fault(code, 'assessor.unknown', { assessor })),
    ...onlyWhen(isCrossed(node), () =>
      fault(code, 'cap.crossed', { floor: String(node.floor), cap: String(node.cap) }),
    ),
    ...onlyWhen(marks > 1, () => fault(code, 'judged.several', {})),
  ]
}

function checkLeaf(placed: Placed): Checked {
  const { code, node, ready, table } = placed
  const reach = leafReach(placed)
  const rules = (node.rules ?? []).flatMap((rule) => [...checkRule(rule, placed), ...checkBands(table, code, rule)])
  const limits = [...maximumDoubts(code, reach, ready), ...limitDoubts(code, reach, ready), ...capDoubts(placed)]
  return { doubts: [...rules, ...limits], reach: limited(reach, ready) }
}

/** Walks the tree from the leaves up: what a node can reach is what its children can. */
class Walk {
  readonly ready: ReadyTable
  private next = 1
  constructor(ready: ReadyTable) {
    this.ready = ready
  }

  check(node: Criterion): Checked {
    const { table, criteria } = this.ready
    const ready = criteria[this.next]
    this.next += 1
    const below = (node.children ?? []).map((child) => this.check(child))
    const shape = shapeDoubts(node, table)
    if (ready === undefined) throw new Error(`the table was made ready without ${node.code}`)
    if (node.children === undefined) {
      const leaf = checkLeaf({ table, code: node.code, node, ready })
      return { ...leaf, doubts: [...shape, ...leaf.doubts] }
    }
    const reach = nodeReach(
      below.map((one) => one.reach),
      ready.factor,
    )
    const own = [...sumDoubts(node.code, ready, childrenOf(criteria, ready)), ...limitDoubts(node.code, reach, ready)]
    return { doubts: [...shape, ...own, ...below.flatMap(({ doubts }) => doubts)], reach: limited(reach, ready) }
  }
}

const childrenOf = (criteria: readonly ReadyCriterion[], { children }: ReadyCriterion) =>
  children.flatMap((index) => criteria[index] ?? [])

function totalDoubts({ table, criteria: [whole] }: ReadyTable, reach: ColumnReach): TableDoubt[] {
  if (whole === undefined) return []
  const stated = table.baseTotal === undefined ? null : exactAmount(table.baseTotal)
  const sum = whole.fullMax
  const isOff = stated !== null && sum !== null && compare(stated, sum) !== 0
  const values = { max: String(table.baseTotal), sum: sum === null ? '' : exactText(sum) }
  return [...(isOff ? [doubt(null, 'sum.baseTotal', values)] : []), ...limitDoubts(null, reach, whole)]
}

/** The most that a unit can have in all. */
const mostOf = ({ base, bonus }: ColumnReach): Exact | null =>
  base === null || bonus === null ? null : plus(base, bonus)

/** Formulas were asked while the table was made ready: what they found is told in the same way. */
function formulaDoubts({ doubts, criteria }: ReadyTable): TableDoubt[] {
  const codes = new Set(criteria.slice(1).map(({ code }) => code))
  const mild = ['formula.unknownName', 'formula.otherMeasure']
  return doubts.flatMap(({ code, says, values }) =>
    isDoubtKey(says)
      ? [
          {
            code: codes.has(code) ? code : null,
            says,
            values,
            severity: mild.includes(says) ? 'doubt' : 'error',
          } as const,
        ]
      : [],
  )
}

/** What is doubtful in a table before it is used. Empty: nothing was found. */
export function checkTable(table: ScoreTable): TableDoubt[] {
  const ready = readyTable(table)
  const walk = new Walk(ready)
  const sections = table.sections.map((section) => walk.check(section))
  const [whole] = ready.criteria
  const reach = nodeReach(
    sections.map((section) => section.reach),
    one,
  )
  return [
    ...duplicates(flat(table.sections)),
    ...totalDoubts(ready, reach),
    ...sections.flatMap(({ doubts }) => doubts),
    ...formulaDoubts(ready),
    ...checkFacts(table),
    ...checkOutcomes(table, whole === undefined ? null : mostOf(limited(reach, whole))),
  ]
}
