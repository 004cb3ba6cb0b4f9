import { divided, plus, roundedTo, times, whole, zero, type Exact } from '#platform/exact.ts'
import type { Came, Run, Totals } from '../formula/run.ts'
import { exactText } from './exact-text.ts'
import { disqualified, outcomesOf, type Outcomes } from './outcomes.ts'
import { nothing } from '../criteria/parts.ts'
import type { ReadyTable } from './ready-table.ts'
import type { CriterionScore, UnitScore } from './score-result.ts'

/** What is known of one unit before ranks. */
export interface Standing {
  readonly state: UnitScore['state']
  readonly reasons: readonly string[]
  readonly needs: readonly string[]
}

export const noStanding: Standing = { state: 'incomplete', reasons: [], needs: [] }
const hundred = whole(100)

function percentOf(ready: ReadyTable, total: Exact, max: Exact): Exact | null {
  const share = divided(total, max)
  return share === null ? null : roundedTo(times(share, hundred), ready.table.rounding.percent)
}

function totalsOf(ready: ReadyTable, came: Came, keepsTotal: boolean): Totals {
  const { base, bonus, penalty } = keepsTotal ? came : nothing
  const total = plus(plus(base, bonus), penalty)
  const max = came.max ?? zero
  return { base, bonus, penalty, total, max, percent: percentOf(ready, total, max), rank: null }
}

/** Adds up one unit, before anything is asked about its totals. */
export function addUp(ready: ReadyTable, run: Run, unit: number): void {
  run.totals[unit] = totalsOf(ready, run.came(unit, 0), true)
}

/** Where a unit stands, once the totals of all are there. */
export function standUnit(ready: ReadyTable, run: Run, unit: number): Standing {
  const came = run.came(unit, 0)
  const { reasons, keepsTotal, isOpen, needs } = disqualified(ready, { unit, max: null, run })
  if (!keepsTotal) run.totals[unit] = totalsOf(ready, came, false)
  const isComplete = came.standing === 'scored' || came.standing === 'not_assigned' || came.standing === 'exempt'
  const state = reasons.length > 0 ? 'disqualified' : isComplete && !isOpen ? 'complete' : 'incomplete'
  return { state, reasons, needs: needs.length === 0 ? came.needs : [...new Set([...came.needs, ...needs])] }
}

function agreedOf(run: Run, unit: number, criterion: number): Pick<CriterionScore, 'agreed'> {
  const agreed = run.agreed[unit]?.get(criterion)
  if (agreed === undefined) return {}
  const { reason, by } = agreed
  return { agreed: by === undefined ? { reason } : { reason, by } }
}

const textOrNull = (value: Exact | null) => (value === null ? null : exactText(value))

/** What a criterion came to, as text, with all that stands under it. */
function criterionScore(ready: ReadyTable, run: Run, unit: number, index: number): CriterionScore {
  const came = run.came(unit, index)
  return {
    code: ready.criteria[index]?.code ?? '',
    standing: came.standing,
    proposed: textOrNull(came.proposed),
    points: textOrNull(came.points),
    base: exactText(came.base),
    bonus: exactText(came.bonus),
    penalty: exactText(came.penalty),
    max: textOrNull(came.max),
    needs: came.needs,
    ...agreedOf(run, unit, index),
    children: (ready.criteria[index]?.children ?? []).map((child) => criterionScore(ready, run, unit, child)),
  }
}

const noOutcomes: Outcomes = { class: null, titles: [], downgraded: [], needs: [] }
const noTotals: Totals = { ...nothing, total: zero, max: zero, percent: null, rank: null }

const textsOf = ({ base, bonus, penalty, total, max, percent, rank }: Totals) => ({
  base: exactText(base),
  bonus: exactText(bonus),
  penalty: exactText(penalty),
  total: exactText(total),
  max: exactText(max),
  percent: textOrNull(percent),
  rank,
})

function namesOf(run: Run, unit: number) {
  const { id = '', name = id, group = '' } = run.units[unit] ?? {}
  return { unit: id, name, group }
}

/** A unit's score as it is told. Its criteria are written out when they are first looked at. */
export function unitScore(ready: ReadyTable, run: Run, unit: number, standing: Standing): UnitScore {
  const outcomes = standing.state === 'complete' ? outcomesOf(ready, run, unit) : noOutcomes
  let criteria: readonly CriterionScore[] | undefined
  const written = () => (ready.criteria[0]?.children ?? []).map((child) => criterionScore(ready, run, unit, child))
  return {
    ...namesOf(run, unit),
    state: standing.state,
    ...textsOf(run.totals[unit] ?? noTotals),
    class: outcomes.class,
    titles: outcomes.titles,
    disqualified: standing.reasons,
    downgraded: outcomes.downgraded,
    needs: outcomes.needs.length === 0 ? standing.needs : [...new Set([...standing.needs, ...outcomes.needs])],
    get criteria() {
      return (criteria ??= written())
    },
  }
}
