import type { ScoreTableState } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { scoreTable, type ScoreTableInput } from '../table/score-table.ts'
import type { ReadDoubt } from './read-doubt.ts'

export type { ScoreTableState }

/** One version of a table, as it is listed. */
export interface VersionRow {
  id: string
  table: string
  code: string
  title: string
  bloc: string
  number: number
  state: ScoreTableState
  edition: number
  startedFrom: string | null
  sha256: string | null
  note: string
  changedAt: Date
  changedBy: string
  adoptedAt: Date | null
  withdrawnAt: Date | null
  withdrawnReason: string
}

/** A version with what it says. */
export interface TableVersion extends VersionRow {
  content: ScoreTableInput
  doubts: readonly ReadDoubt[]
}

const select = (db: Db | Tx) =>
  db
    .selectFrom('score_table_version as v')
    .innerJoin('score_table as t', 't.id', 'v.score_table_id')
    .innerJoin('account as a', 'a.id', 'v.changed_by')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'v.id',
      't.id as table',
      't.code',
      't.title',
      't.bloc_id as bloc',
      'v.number',
      'v.state',
      'v.edition',
      'v.started_from as startedFrom',
      'v.content_sha256 as sha256',
      'v.note',
      'v.changed_at as changedAt',
      'p.full_name as changedBy',
      'v.adopted_at as adoptedAt',
      'v.withdrawn_at as withdrawnAt',
      'v.withdrawn_reason as withdrawnReason',
    ])
    .where('t.bloc_id', 'is not', null)
    .orderBy('t.code')
    .orderBy('v.number', 'desc')

type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const rowOf = (row: Selected): VersionRow => ({ ...row, bloc: row.bloc ?? '' })

/** All versions of all tables of a bloc, by table, the newest first. */
export async function versionsOfBloc(db: Db | Tx, bloc: string): Promise<VersionRow[]> {
  return (await select(db).where('t.bloc_id', '=', bloc).execute()).map(rowOf)
}

const selectWhole = (db: Db | Tx) => select(db).select(['v.content', 'v.doubts'])

type Whole = Awaited<ReturnType<ReturnType<typeof selectWhole>['executeTakeFirstOrThrow']>>
const wholeOf = ({ content, doubts, ...row }: Whole): TableVersion => ({
  ...rowOf(row),
  content: inOrder(content as unknown as ScoreTableInput),
  doubts: doubts as unknown as ReadDoubt[],
})

/** The database keeps the keys of an object by their length: facts are read by their names. */
function inOrder(content: ScoreTableInput): ScoreTableInput {
  if (content.facts === undefined) return content
  const facts = Object.entries(content.facts).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { ...content, facts: Object.fromEntries(facts) }
}

export async function versionById(db: Db | Tx, id: string): Promise<TableVersion> {
  return wholeOf(found(await selectWhole(db).where('v.id', '=', id).executeTakeFirst()))
}

/** A version by the words of its address. */
export async function versionByNumber(db: Db, bloc: string, code: string, number: number): Promise<TableVersion> {
  const query = selectWhole(db).where('t.bloc_id', '=', bloc).where('t.code', '=', code).where('v.number', '=', number)
  return wholeOf(found(await query.executeTakeFirst()))
}

/** Whether anything is scored by a version of this table already. */
export async function hasSheets(db: Db | Tx, table: string): Promise<boolean> {
  const row = await db
    .selectFrom('score_sheet as s')
    .innerJoin('score_table_version as v', 'v.id', 's.version_id')
    .select('s.id')
    .where('v.score_table_id', '=', table)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a version stands in a round that is not over. */
export async function isInOpenRound(db: Db | Tx, version: string): Promise<boolean> {
  const row = await db
    .selectFrom('scoring_round_table as u')
    .innerJoin('scoring_round as r', 'r.id', 'u.round_id')
    .select('r.id')
    .where('u.version_id', '=', version)
    .where('r.state', '!=', 'final')
    .executeTakeFirst()
  return row !== undefined
}

/** What a version says with its defaults, as the engine takes it. */
export const parsedTable = ({ content }: Pick<TableVersion, 'content'>) => scoreTable.parse(content)
