import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Db } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import { computeScores } from '../engine/compute-scores.ts'
import type { ScoreResult } from '../engine/score-result.ts'
import { gatherFacts } from '../figures/gather-facts.ts'
import { scoreFacts } from '../table/score-facts.ts'
import type { ScoreTable } from '../table/score-table.ts'

interface Simulating {
  year: BlocYearRow
  today: string
  locale: Locale
}

/** What a table would give the members of a year from what the system knows of that year; nothing is kept. */
export async function gatherSimulation(
  db: Db,
  table: ScoreTable,
  { year, today, locale }: Simulating,
): Promise<ScoreResult | undefined> {
  const members = await membersOn(db, year.id, year.ends_on)
  if (members.length === 0) return undefined
  // There are no sheets of this table: what was cited on sheets is not known, and so missing.
  const sheets = members.map(({ unit }) => ({ id: unit, unit_id: unit }))
  const gathered = await gatherFacts(db, { year, table, sheets, today, locale })
  const units = members.map(({ unit, short_name: name }) => ({
    id: unit,
    name,
    facts: Object.fromEntries(
      [...(gathered.get(unit) ?? [])].map(([key, { value, assigned }]) => [key, { value, assigned }] as const),
    ),
  }))
  const period = { from: year.starts_on, to: year.ends_on }
  return computeScores(table, scoreFacts.parse({ period, units }))
}
