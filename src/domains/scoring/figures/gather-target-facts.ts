import { sql } from 'kysely'
import type { PostedFact } from '#domains/facts/fact.ts'
import { periodName } from '#domains/targets/periods/period-name.ts'
import type { Period } from '#domains/targets/periods/period.ts'
import { words as periodWords } from '#domains/targets/periods/words.ts'
import { assignmentsOf, targetsOf } from '#domains/targets/queries.ts'
import { reportPath } from '#domains/targets/reporting/paths.ts'
import { targetFactKey, type Assignment, type Target } from '#domains/targets/target.ts'
import { dayOfNumber, normalNumber } from '#domains/targets/value.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { wantedFrom, type FactFrom, type GatheredFact, type Gathering, type Put } from './fact-source.ts'

/** A target's value in the terms of score facts. */
function shownValue(value: string | null, { measure, classes }: Target): unknown {
  if (value === null) return null
  const number = normalNumber(value)
  if (measure === 'yes_no') return number === '1'
  if (measure === 'class') return classes[Number(number) - 1] ?? null
  return measure === 'day' ? dayOfNumber(number) : number
}

/** A fact with the period of the report that says so, where a report does. */
type ReportedFact = Pick<PostedFact, 'unit' | 'key' | 'value' | 'standing'> & (Period | Record<keyof Period, null>)

/** What stands of targets, by unit and key: of what was both declared and verified, the verified one. */
async function reportedFacts(db: Db | Tx, { year, sheets }: Gathering, keys: readonly string[]) {
  const units = sheets.map(({ unit_id }) => unit_id)
  const { rows } = await sql<ReportedFact>`
    select distinct on (f.unit_id, f.key) f.unit_id as unit, f.key, f.value, f.standing,
      p.id, p.bloc_year_id, p.frequency, p.starts_on, p.ends_on, p.due_on, p.state
    from fact f
    left join progress_report r on r.id = f.source_id left join report_period p on p.id = r.period_id
    where f.bloc_year_id = ${year.id} and f.unit_id = any(${units}::uuid[]) and f.key = any(${[...keys]})
    order by f.unit_id, f.key, f.standing desc`.execute(db)
  return new Map(rows.map((fact) => [`${fact.unit} ${fact.key}`, fact]))
}

interface Known {
  gathering: Gathering
  /** By unit and key. */
  facts: ReadonlyMap<string, ReportedFact>
  /** By unit and target. */
  seats: ReadonlyMap<string, Assignment>
}

interface Asked {
  unit: string
  target: Target
}

/** The value that a unit reached, with the report that says so. */
function reached({ gathering, facts }: Known, { unit, target }: Asked, assigned: boolean): GatheredFact {
  const { year, locale } = gathering
  const fact = facts.get(`${unit} ${targetFactKey(target)}`)
  const verified = fact?.standing === 'verified'
  const held = { value: shownValue(fact?.value ?? null, target), assigned, verified }
  const { code, name } = target
  if (fact === undefined || fact.id === null) return { ...held, source: { from: 'target', part: 'value', code, name } }
  const said = periodName(periodWords(locale).names, fact)
  return { ...held, source: { from: 'report', code, period: said, verified }, path: reportPath(year, fact, unit) }
}

const ofPart = {
  value: reached,
  planned: ({ seats }, { unit, target }, assigned) => ({
    value: shownValue(seats.get(`${unit} ${target.id}`)?.planned ?? null, target),
    assigned,
    verified: true,
    source: { from: 'target', part: 'planned', code: target.code, name: target.name },
  }),
  assigned: (_known, { target }, assigned) => ({
    value: assigned,
    assigned: true,
    verified: true,
    source: { from: 'target', part: 'assigned', code: target.code, name: target.name },
  }),
} as const satisfies Record<
  Extract<FactFrom, { from: 'target' }>['part'],
  (known: Known, asked: Asked, assigned: boolean) => GatheredFact
>

/** What targets say: the figure of the last report, verified where it was, the plan, and whether it is assigned. */
export async function gatherTargetFacts(db: Db | Tx, gathering: Gathering, put: Put): Promise<void> {
  const { year, table, sheets } = gathering
  const asked = wantedFrom(table, 'target')
  if (asked.length === 0) return
  const keys = asked.map(({ from }) => targetFactKey(from))
  const [listed, facts, assignments] = await Promise.all([
    targetsOf(db, year.id),
    reportedFacts(db, gathering, keys),
    assignmentsOf(db, year.id, {
      units: sheets.map(({ unit_id }) => unit_id),
      codes: asked.map(({ from }) => from.code),
    }),
  ])
  const targets = new Map(listed.map((target) => [target.code, target]))
  const seats = assignments.map((seat) => [`${seat.unit_id} ${seat.target_id}`, seat] as const)
  const known: Known = {
    gathering,
    facts,
    seats: new Map(seats),
  }
  for (const { key, from } of asked) {
    const target = targets.get(from.code)
    if (target === undefined) continue
    for (const { unit_id: unit } of sheets) {
      const assigned = known.seats.get(`${unit} ${target.id}`)?.is_assigned ?? false
      put(unit, key, ofPart[from.part](known, { unit, target }, assigned))
    }
  }
}
