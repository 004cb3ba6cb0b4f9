import type { Fact } from '#domains/facts/fact.ts'
import { postFacts } from '#domains/facts/post-facts.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { assignmentsOfUnit, targetsOf } from './queries.ts'
import { countReports, figuresOf } from './roll-up/queries.ts'
import { targetFactKey, type Assignment, type Target } from './target.ts'

export interface TargetFacts {
  blocYear: string
  unit: string
  standing: Fact['standing']
  /** The record that says so: the report that was sent or verified. */
  source: Fact['source']
}

type Base = Pick<Fact, 'unit' | 'blocYear' | 'standing' | 'source'>

/** What a value is counted in, as a scoring table names it. */
const measureOf = ({ measure, measure_unit }: Target) => {
  const fixed: Partial<Record<Target['measure'], string>> = { percent: '%', money: 'triệu đồng' }
  return fixed[measure] ?? measure_unit
}

async function figureFacts(tx: Tx, base: Base): Promise<Fact[]> {
  const { blocYear, unit, standing } = base
  const year = await yearById(tx, blocYear)
  const targets = await targetsOf(tx, blocYear, { states: ['in_force'] })
  const seats = new Map<string, Assignment>(
    (await assignmentsOfUnit(tx, blocYear, unit)).map((seat) => [seat.target_id, seat]),
  )
  const asked = { blocYears: [blocYear], until: year.ends_on, standing, unit }
  const figures = (await figuresOf(tx, asked)).filter((figure) => figure.unit_id === unit)
  const values = new Map(figures.map((figure) => [figure.target_id, figure.value]))
  return targets.map((target) => {
    const isAssigned = seats.get(target.id)?.is_assigned ?? false
    const value = isAssigned ? (values.get(target.id) ?? null) : null
    return { ...base, key: targetFactKey(target), value, isAssigned, measure: measureOf(target) }
  })
}

/** How many reports a unit has sent, how many of them late, and how many it owes: timeliness is itself scored. */
async function reportFacts(tx: Tx, base: Base, now: Date): Promise<Fact[]> {
  const counted = await countReports(tx, { ...base, today: dayOf(now) })
  return counted.flatMap(({ frequency, sent, late, missing }) =>
    Object.entries({ sent, late, missing }).map(([name, count]) => ({
      ...base,
      key: `report.${frequency}.${name}`,
      value: String(count),
      isAssigned: true,
      measure: 'báo cáo',
    })),
  )
}

/** Posts what a unit has reached and how timely it reports, in the transaction that sends or verifies a report. */
export async function postTargetFacts(tx: Tx, { source, ...given }: TargetFacts, now: Date): Promise<void> {
  const base = { ...given, source }
  await postFacts(tx, [...(await figureFacts(tx, base)), ...(await reportFacts(tx, base, now))], now)
}
