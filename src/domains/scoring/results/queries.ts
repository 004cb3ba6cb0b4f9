import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { ScoringResultKind } from '../../../../db/types.ts'
import type { Measures } from './levelling.ts'
import type { RoundResult, TieDecision } from './result.ts'

export type { ScoringResultKind }

/** A result as it was made known. */
export interface KeptResult {
  id: string
  round_id: string
  number: number
  kind: ScoringResultKind
  content: RoundResult
  content_sha256: string
  made_by_name: string
  made_at: Date
}

/** What was made known of a round, the latest first. */
export async function resultsOfRound(db: Db | Tx, round: string): Promise<KeptResult[]> {
  const { rows } = await sql<KeptResult>`
    select id, round_id, number, kind, content, content_sha256, made_by_name, made_at from scoring_result
    where round_id = ${round} order by number desc`.execute(db)
  return rows
}

/** All decisions about ties of a round; `decisionOn` says which one holds. */
export async function tieDecisions(db: Db | Tx, round: string): Promise<TieDecision[]> {
  const { rows } = await sql<TieDecision>`
    select units::text[] as units, is_shared, reason, decided_by_name, decided_at from tie_decision
    where round_id = ${round} order by decided_at`.execute(db)
  return rows
}

export interface Acceptance {
  unit_id: string
  accepted_by_name: string
  accepted_at: Date
}

/** The members that have said that they have no petition. */
export const acceptancesOf = (db: Db | Tx, round: string): Promise<Acceptance[]> =>
  db
    .selectFrom('result_acceptance')
    .select(['unit_id', 'accepted_by_name', 'accepted_at'])
    .where('round_id', '=', round)
    .orderBy('accepted_at')
    .execute()

export async function measuresOf(db: Db | Tx, round: string): Promise<Measures> {
  const { rows } = await sql<Measures>`
    select trim_scale(near_tie)::text as "nearTie", trim_scale(jump_percent)::text as "jumpPercent",
      trim_scale(mutual_percent)::text as "mutualPercent"
    from scoring_round where id = ${round}`.execute(db)
  const [measures] = rows
  if (measures === undefined) throw new Error(`no round ${round}`)
  return measures
}

/** Per cent of each unit in the last final result of the bloc before this year, for the jumps. */
export async function percentsBefore(db: Db | Tx, blocYear: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ unit: string; percent: string }>`
    with before as (
      select r.id from scoring_result r
      join scoring_round o on o.id = r.round_id join bloc_year y on y.id = o.bloc_year_id
      join bloc_year now on now.id = ${blocYear}
      where r.kind = 'final' and y.bloc_id = now.bloc_id and y.starts_on < now.starts_on
      order by y.starts_on desc, r.made_at desc limit 1)
    select u ->> 'unit' as unit, u ->> 'percent' as percent
    from scoring_result r join before on before.id = r.id, jsonb_array_elements(r.content -> 'units') u
    where u ->> 'percent' is not null`.execute(db)
  return new Map(rows.map(({ unit, percent }) => [unit, percent]))
}
