import { anomaliesOf, type Anomaly } from '../outlook/anomalies.ts'
import type { Period } from '../periods/period.ts'
import { figureOfEntries, rollUp } from '../roll-up/figure.ts'
import type { Assignment, Target } from '../target.ts'
import type { Value } from '../value.ts'

/** A figure as a unit sent it. */
export interface SentFigure {
  target: string
  unit: string
  period: Period
  value: string
  note: string
}

/** A figure that does not fit with another one. */
export interface FigureSign extends Anomaly {
  target: Target
  unit: string
  period: Period
  note: string
}

export interface SignMaterial {
  targets: readonly Target[]
  assignments: readonly Assignment[]
  /** In the order of their periods. */
  figures: readonly SentFigure[]
}

const seat = (target: string, unit: string) => `${target} ${unit}`

type Index = ReadonlyMap<string, readonly SentFigure[]>

const of = (index: Index, target: string, unit: string) => index.get(seat(target, unit)) ?? []

/** What came for a target within a period, by its own length of period. */
const within = (own: readonly SentFigure[], target: Target, { starts_on, ends_on }: Period) =>
  own
    .filter(({ period }) => period.frequency === target.frequency)
    .filter(({ period }) => period.starts_on >= starts_on && period.ends_on <= ends_on)
    .map(({ period, value }) => ({ endsOn: period.ends_on, value }))

function fromSubUnits(index: Index, target: Target, shares: readonly Assignment[], period: Period): Value {
  const parts = shares.map((share) => {
    const sent = within(of(index, target.id, share.unit_id), target, period)
    return { ...figureOfEntries(target.accumulation, sent, period.ends_on), weight: share.weight ?? '1' }
  })
  return parts.length === 0 ? null : rollUp(target, parts).value
}

function fromShorter(own: readonly SentFigure[], target: Target, period: Period): Value {
  if (target.frequency === period.frequency) return null
  return figureOfEntries(target.accumulation, within(own, target, period), period.ends_on).value
}

/** The figure of the last period of the same length before this one. */
const lastOf = (own: readonly SentFigure[], { frequency, starts_on }: Period): Value =>
  own.findLast(({ period }) => period.frequency === frequency && period.starts_on < starts_on)?.value ?? null

/** Every sent figure that jumped, or that other reports contradict; the newest period first. */
export function signsOf({ targets, assignments, figures }: SignMaterial): FigureSign[] {
  const byId = new Map(targets.map((target) => [target.id, target]))
  const index: Index = Map.groupBy(figures, ({ target, unit }) => seat(target, unit))
  const shares = Map.groupBy(
    assignments.filter((one) => one.is_assigned && one.parent_unit_id !== null),
    (one) => seat(one.target_id, one.parent_unit_id ?? ''),
  )
  const signs = figures.flatMap(({ target: id, unit, period, value, note }) => {
    const target = byId.get(id)
    if (target === undefined) return []
    const own = of(index, id, unit)
    const compared = {
      fromSubUnits: fromSubUnits(index, target, shares.get(seat(id, unit)) ?? [], period),
      fromShorter: fromShorter(own, target, period),
      last: lastOf(own, period),
    }
    return anomaliesOf({ target, typed: value, ...compared }).map((found) => ({ ...found, target, unit, period, note }))
  })
  return signs.toSorted((one, other) => other.period.ends_on.localeCompare(one.period.ends_on))
}
