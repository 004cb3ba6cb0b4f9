import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { activityPaths } from '#domains/movements/activities/paths.ts'
import { entryPaths } from '#domains/movements/log/paths.ts'
import { movementPaths } from '#domains/movements/register/paths.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { everyone, yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface MovementRow extends OfYear {
  id: string
  title: string
  slogan: string
  content: string
  subjects: string
  launcher: string
  document_number: string
  milestone: string
  launched_on: string | null
  unit_id: string | null
  is_public: boolean
}

/** A movement once for each year in which the bloc runs it; the public reads its name. */
export async function gatherMovements(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<MovementRow>`
    select m.id, m.title, m.slogan, m.content, m.subjects, m.launcher, m.document_number, o.milestone, m.launched_on,
      m.unit_id, m.is_public, ${yearColumns}
    from movement m join movement_year o on o.movement_id = m.id
    join bloc_year y on y.id = o.bloc_year_id join bloc b on b.id = y.bloc_id
    where m.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.flatMap((row) => {
    const at = addressOf(row)
    const common = { subject: row.id, kind: 'movement', title: row.title, ...placeOf(row), day: row.launched_on }
    const inside = {
      ...common,
      part: row.bloc_year_id,
      unit: row.unit_id,
      body: joined(row.slogan, row.content, row.subjects, row.launcher, row.document_number, row.milestone),
      path: movementPaths.one(...at, row.id),
      audience: yearReaders(row.bloc_year_id),
    }
    const open = { ...common, part: `public ${row.bloc_year_id}`, path: paths.story(...at), audience: everyone }
    return row.is_public ? [inside, open] : [inside]
  })
}

interface ActivityRow extends OfYear {
  id: string
  title: string
  plan: string
  place: string
  charge_person: string
  charge_unit_id: string
  starts_on: string
  cancel_reason: string | null
  result: string | null
  is_news: boolean
}

export async function gatherActivities(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<ActivityRow>`
    select a.id, a.title, a.plan, a.place, a.charge_person, a.charge_unit_id, a.starts_on, a.cancel_reason, a.is_news,
      (select r.result from activity_report r where r.activity_id = a.id
        and not exists (select from activity_report later where later.replaces_id = r.id)) as result, ${yearColumns}
    from activity a join bloc_year y on y.id = a.bloc_year_id join bloc b on b.id = y.bloc_id
    where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.flatMap((row) => {
    const at = addressOf(row)
    const common = { subject: row.id, kind: 'activity', title: row.title, ...placeOf(row), day: row.starts_on }
    const inside = {
      ...common,
      unit: row.charge_unit_id,
      body: joined(row.result, row.plan, row.place, row.charge_person, row.cancel_reason),
      path: activityPaths.one(...at, row.id),
      audience: yearReaders(row.bloc_year_id),
    }
    const told = { ...common, part: 'public', body: row.result ?? '', path: paths.story(...at), audience: everyone }
    return row.is_news ? [inside, told] : [inside]
  })
}

interface EntryRow extends OfYear {
  id: string
  kind_name: string
  text: string
  unit_id: string
  on_day: string
}

/** Entries of the year's log that stand: neither corrected since nor taken back. */
export async function gatherLogEntries(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<EntryRow>`
    select e.id, k.name as kind_name, e.text, e.unit_id, e.on_day, ${yearColumns}
    from log_entry e join log_kind k on k.id = e.log_kind_id
    join bloc_year y on y.id = e.bloc_year_id join bloc b on b.id = y.bloc_id
    where e.id = any(${[...ids]}::uuid[]) and not e.is_withdrawal
      and not exists (select from log_entry later where later.replaces_id = e.id)`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'logEntry',
    title: row.kind_name,
    body: row.text,
    ...placeOf(row),
    unit: row.unit_id,
    day: row.on_day,
    path: entryPaths.one(...addressOf(row), row.id),
    audience: yearReaders(row.bloc_year_id),
  }))
}
