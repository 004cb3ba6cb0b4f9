import { sql } from 'kysely'
import type { RawCell, RawRow, SheetPlan } from '#capabilities/spreadsheets/sheet.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { legalFields, peopleGroups, topicsOfBloc } from '../queries.ts'
import { words } from '../words.ts'
import { opinionSheet, type OpinionIntake } from './intake.ts'

const columns = [
  'id',
  'bloc_year_id',
  'unit_id',
  'state',
  'file_name',
  'file_sha256',
  'unknown_columns',
  'uploaded_by',
  'uploaded_at',
  'added',
] as const

const selectIntakes = (db: Db | Tx) => db.selectFrom('opinion_intake').select(columns)

/** The lists of a unit in a year, the latest first. */
export const intakesOf = (db: Db, blocYear: string, unit: string): Promise<OpinionIntake[]> =>
  selectIntakes(db)
    .where('bloc_year_id', '=', blocYear)
    .where('unit_id', '=', unit)
    .orderBy('uploaded_at', 'desc')
    .execute()

export async function intakeById(db: Db | Tx, id: string): Promise<OpinionIntake> {
  return found(await selectIntakes(db).where('id', '=', id).executeTakeFirst())
}

/** Held until the transaction ends. */
export async function lockedIntake(tx: Tx, id: string): Promise<OpinionIntake> {
  return found(await selectIntakes(tx).where('id', '=', id).forUpdate().executeTakeFirst())
}

/** Its rows as they were sent. */
export async function rowsOf(db: Db | Tx, intake: string): Promise<RawRow[]> {
  const rows = await db
    .selectFrom('opinion_intake_row')
    .select(['number', 'cells', 'hidden'])
    .where('intake_id', '=', intake)
    .orderBy('number')
    .execute()
  return rows.map(({ cells, ...row }) => ({ ...row, cells: cells as unknown as RawCell[] }))
}

/** The columns of a bloc's sheet, by what it codes by now. */
export async function planOf(db: Db | Tx, bloc: string): Promise<SheetPlan> {
  const [topics, groups, fields] = await Promise.all([topicsOfBloc(db, bloc), peopleGroups(db), legalFields(db)])
  const nameOf = new Map(topics.map(({ id, name }) => [id, name]))
  const labelled = topics.map(({ id, name, parent_id }) => {
    const parent = parent_id === null ? undefined : nameOf.get(parent_id)
    return { id, label: parent === undefined ? name : `${parent} / ${name}` }
  })
  const [vi, en] = [words('vi').concerns, words('en').concerns]
  const both = (level: keyof typeof vi) => ({ vi: vi[level], en: en[level] })
  const concerns = { low: both('low'), medium: both('medium'), high: both('high'), urgent: both('urgent') }
  return opinionSheet({ topics: labelled, groups, fields, concerns })
}

/** How many opinions of a list something was done with since: routed, answered, merged, written about, or counted. */
export async function countBuiltOn(tx: Tx | Db, intake: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from opinion_intake_row r
    left join opinion o on o.id = r.made_opinion_id
    where r.intake_id = ${intake} and r.made_opinion_id is not null and (
      o.id is null or o.state <> 'accepted' or o.version > 1 or o.is_public
      or exists (select from opinion_routing x where x.opinion_id = o.id)
      or exists (select from opinion_message x where x.opinion_id = o.id)
      or exists (select from opinion_attachment x where x.opinion_id = o.id)
      or exists (select from opinion_counted x where x.opinion_id = o.id)
      or exists (select from care_case x where x.opinion_id = o.id)
      or exists (select from opinion x where x.led_by = o.id))`.execute(tx)
  return rows[0]?.count ?? 0
}
