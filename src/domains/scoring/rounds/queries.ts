import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { scoreTable, type ScoreTable } from '../table/score-table.ts'
import type { Round } from './round.ts'

const columns = [
  'id',
  'bloc_year_id',
  'name',
  'state',
  'has_cross',
  'self_due_on',
  'cross_due_on',
  'verify_due_on',
  'petition_days',
  'petition_until',
  'version',
  'opened_at',
  'finished_at',
] as const

/** The rounds of a year, the latest first. */
export async function roundsOfYear(db: Db | Tx, blocYear: string): Promise<Round[]> {
  const rounds = db.selectFrom('scoring_round').select(columns).where('bloc_year_id', '=', blocYear)
  return rounds.orderBy('created_at', 'desc').orderBy('id').execute()
}

export async function roundById(db: Db | Tx, id: string): Promise<Round> {
  return found(await db.selectFrom('scoring_round').select(columns).where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends: acts on one round take turns. */
export async function lockRoundRow(tx: Tx, id: string): Promise<Round> {
  return found(await tx.selectFrom('scoring_round').select(columns).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** A table as it counts in a round: the version that is pinned, and its factor. */
export interface RoundTable {
  version_id: string
  position: number
  /** Exact decimal text. */
  factor: string
  table_id: string
  code: string
  title: string
  number: number
}

/** The tables of a round in their order. */
export async function tablesOfRound(db: Db | Tx, round: string): Promise<RoundTable[]> {
  const { rows } = await sql<RoundTable>`
    select r.version_id, r.position, trim_scale(r.factor)::text as factor, t.id as table_id, t.code, t.title, v.number
    from scoring_round_table r
    join score_table_version v on v.id = r.version_id join score_table t on t.id = v.score_table_id
    where r.round_id = ${round} order by r.position`.execute(db)
  return rows
}

/** What the version of a table says, with its defaults. */
export async function tableOfVersion(db: Db | Tx, version: string): Promise<ScoreTable> {
  const row = db.selectFrom('score_table_version').select('content').where('id', '=', version)
  return scoreTable.parse(found(await row.executeTakeFirst()).content)
}

/** A table that a round may choose: the newest adopted version of each. */
export interface ChoosableTable {
  version_id: string
  code: string
  title: string
  number: number
  /** The authority's, offered to all blocs. */
  is_shared: boolean
}

export async function choosableTables(db: Db | Tx, bloc: string): Promise<ChoosableTable[]> {
  const { rows } = await sql<ChoosableTable>`
    select distinct on (t.code, t.id) v.id as version_id, t.code, t.title, v.number, t.bloc_id is null as is_shared
    from score_table t join score_table_version v on v.score_table_id = t.id and v.state = 'adopted'
    where t.bloc_id = ${bloc} or t.bloc_id is null
    order by t.code, t.id, v.number desc`.execute(db)
  return rows
}
