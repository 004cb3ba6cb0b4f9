import { compare, signOf } from '#platform/exact.ts'
import { exactText } from '../engine/exact-text.ts'
import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import { exactAmount } from './amount.ts'
import type { Criterion } from './criterion.ts'
import { doubt, fault, type TableDoubt } from './doubt.ts'
import { plainPoints } from './reach.ts'
import type { RuleKind, RuleOf, ScoringRule } from './rule.ts'
import type { ScoreTable } from './score-table.ts'

/** A rule, where it stands. */
export interface Placed {
  readonly table: ScoreTable
  readonly code: string
  readonly node: Criterion
  readonly ready: ReadyCriterion
}

type Check<Kind extends RuleKind> = (rule: RuleOf<Kind>, placed: Placed) => readonly TableDoubt[]

const needsMaximum = ({ code, ready }: Placed) => (ready.max === null ? [fault(code, 'rule.needsMaximum', {})] : [])

const upsideDown = (code: string, from: string | number, to: string | number) =>
  compare(exactAmount(from), exactAmount(to)) > 0
    ? [fault(code, 'range.crossed', { from: exactText(exactAmount(from)), to: exactText(exactAmount(to)) })]
    : []

const oneUnit = (code: string, several: RuleOf<'deadline'>['lateEach']) => {
  const { days, workingDays, weeks, months } = several ?? {}
  const units = [days, workingDays, weeks, months].filter((one) => one !== undefined)
  return several === undefined || units.length === 1 ? [] : [fault(code, 'stretch.unit', {})]
}

/** What is wrong with the shape of a rule by itself. */
const checks: { readonly [Kind in RuleKind]?: Check<Kind> } = {
  pass: (rule, placed) => (rule.points === undefined ? needsMaximum(placed) : []),
  tiers: (rule, placed) => (rule.tiers.some(({ share }) => share !== undefined) ? needsMaximum(placed) : []),
  relative_to_leader: (_, placed) => needsMaximum(placed),
  proportional: (rule, placed) => (rule.points === undefined ? needsMaximum(placed) : []),
  judged: (rule, placed) => {
    const isOpen = rule.to === undefined && rule.options === undefined && signOf(exactAmount(rule.from)) >= 0
    if (isOpen && placed.ready.max === null) return needsMaximum(placed)
    return rule.to === undefined ? [] : upsideDown(placed.code, rule.from, rule.to)
  },
  flexible: ({ from, to }, { code }) => upsideDown(code, from, to),
  matrix: ({ rows, columns, points }, { code }) => {
    const fits = points.length === rows.bands.length && points.every((row) => row.length === columns.bands.length)
    const shape = { rows: String(rows.bands.length), columns: String(columns.bands.length) }
    return fits ? [] : [fault(code, 'matrix.shape', shape)]
  },
  step: ({ over, under, each }, { code }) => [
    ...((over === undefined) === (under === undefined) ? [fault(code, 'step.threshold', {})] : []),
    ...(signOf(exactAmount(each)) > 0 ? [] : [fault(code, 'step.zero', {})]),
  ],
  per_period: ({ reports, periods }, { code }) =>
    (reports === undefined) === (periods === undefined) ? [fault(code, 'period.source', {})] : [],
  deadline: ({ lateEach, earlyEach }, { code }) => [...oneUnit(code, lateEach), ...oneUnit(code, earlyEach)],
  per_case: ({ cases, where, exempt }, { code, table }) => {
    const isCount = typeof cases === 'number' || table.facts[String(cases)]?.type === 'number'
    const isSorted = where !== undefined || exempt !== undefined
    return isCount && isSorted ? [fault(code, 'cases.counted', { key: String(cases) })] : []
  },
}

const isPoints = (points: unknown): points is string | number =>
  typeof points === 'string' || typeof points === 'number'

const wrongSign = { base: 0, bonus: -1, penalty: 1 } as const

/** Points whose sign says another column than the table: the sign decides, so it is asked. */
function signDoubts(rule: ScoringRule, { code, ready }: Placed): TableDoubt[] {
  const points = 'points' in rule && isPoints(rule.points) ? plainPoints(rule.points) : null
  const wrong = wrongSign[rule.column ?? ready.column]
  if (points === null || wrong === 0 || signOf(points) !== wrong) return []
  return [doubt(code, wrong > 0 ? 'rule.sign' : 'rule.bonusSign', { points: exactText(points) })]
}

export function checkRule(rule: ScoringRule, placed: Placed): TableDoubt[] {
  const check = checks[rule.rule] as ((rule: ScoringRule, placed: Placed) => readonly TableDoubt[]) | undefined
  return [...(check?.(rule, placed) ?? []), ...signDoubts(rule, placed)]
}
