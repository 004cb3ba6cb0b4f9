import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { scoringPaths } from '#domains/scoring/paths.ts'
import { resultPaths } from '#domains/scoring/results/paths.ts'
import { tablePaths } from '#domains/scoring/tables/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { authority, head, member, secretary } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface TableRow {
  id: string
  bloc_id: string
  bloc_slug: string
  code: string
  title: string
  texts: string
  years: string[]
  day: string
}

/** The newest version of a bloc's table, with the names of its criteria. */
export async function gatherScoreTables(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<TableRow>`
    select t.id, b.id as bloc_id, b.slug as bloc_slug, t.code, t.title, v.changed_at::date as day,
      coalesce((select string_agg(x #>> '{}', ' ') from jsonb_path_query(v.content, '$.**.name') x), '') as texts,
      coalesce((select array_agg(y.id) from bloc_year y where y.bloc_id = b.id), '{}') as years
    from score_table t join bloc b on b.id = t.bloc_id
    join lateral (select * from score_table_version v where v.score_table_id = t.id order by v.number desc limit 1) v on true
    where t.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'scoreTable',
    title: `${row.code}. ${row.title}`,
    body: row.texts,
    bloc: row.bloc_id,
    day: row.day,
    path: tablePaths.table(row.bloc_slug, row.code),
    audience: [authority, ...row.years.flatMap((year) => [member(year), head(year)])],
  }))
}

interface RoundRow extends OfYear {
  id: string
  name: string
  due: string
  hasResult: boolean
}

/** A round and its result by name: points are read on their own pages by who may see them. */
export async function gatherRounds(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<RoundRow>`
    select r.id, r.name, r.verify_due_on as due, ${yearColumns},
      exists(select from scoring_result s where s.round_id = r.id) as "hasResult"
    from scoring_round r join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
    where r.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => {
    const at = [...addressOf(row), row.id] as const
    return {
      subject: row.id,
      kind: 'scoringRound',
      title: row.name,
      body: joined('Chấm điểm thi đua', row.hasResult ? 'Kết quả chấm điểm' : ''),
      ...placeOf(row),
      day: row.due,
      path: row.hasResult ? resultPaths.result(...at) : scoringPaths.round(...at),
      audience: [authority, member(row.bloc_year_id), secretary(row.bloc_year_id)],
    }
  })
}
