import { sql } from 'kysely'
import type { SearchDocument } from '#capabilities/search/search-entry.ts'
import { targetPaths } from '#domains/targets/paths.ts'
import { periodSlug } from '#domains/targets/periods/period.ts'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { reviewPaths } from '#domains/targets/review/paths.ts'
import type { ReportFrequency } from '#domains/targets/target.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { authority, everyone, member, secretary, unit, yearReaders } from './audience.ts'
import { addressOf, joined, placeOf, yearColumns, type OfYear } from './queries.ts'

interface TargetRow extends OfYear {
  id: string
  code: string
  name: string
  topic: string
  source: string
  explanation: string
  due_on: string | null
  is_public: boolean
}

export async function gatherTargets(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<TargetRow>`
    select t.id, t.code, t.name, t.topic, t.source, t.explanation, t.due_on,
      t.is_public and t.state = 'in_force' as is_public, ${yearColumns}
    from target t join bloc_year y on y.id = t.bloc_year_id join bloc b on b.id = y.bloc_id
    where t.id = any(${[...ids]}::uuid[]) and t.state <> 'withdrawn'`.execute(db)
  return rows.flatMap((row) => {
    const at = addressOf(row)
    const common = { subject: row.id, kind: 'target', ...placeOf(row), day: row.due_on }
    const inside = {
      ...common,
      title: `${row.code}. ${row.name}`,
      body: joined(row.topic, row.explanation, row.source),
      path: targetPaths.card(...at, row.code),
      audience: yearReaders(row.bloc_year_id),
    }
    const open = { ...common, part: 'public', title: row.name, path: paths.story(...at), audience: everyone }
    return row.is_public ? [inside, open] : [inside]
  })
}

interface NoteRow extends OfYear {
  id: string
  target_id: string
  target: string
  note: string
  unit_id: string
  frequency: ReportFrequency
  starts_on: string
  ends_on: string
}

/** What was noted beside a figure, once the report was sent: before that it is the unit's own. */
export async function gatherReportNotes(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<NoteRow>`
    select r.id, e.target_id, t.name as target, e.note, r.unit_id, p.frequency, p.starts_on, p.ends_on, ${yearColumns}
    from progress_report r join report_period p on p.id = r.period_id join progress_entry e on e.report_id = r.id
    join target t on t.id = e.target_id join bloc_year y on y.id = p.bloc_year_id join bloc b on b.id = y.bloc_id
    where r.id = any(${[...ids]}::uuid[]) and r.state <> 'open' and e.note <> ''`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    part: row.target_id,
    kind: 'reportNote',
    title: row.target,
    body: row.note,
    ...placeOf(row),
    unit: row.unit_id,
    day: row.ends_on,
    path: reportingPaths.report(...addressOf(row), periodSlug(row), row.unit_id),
    audience: [authority, member(row.bloc_year_id), secretary(row.bloc_year_id), unit(row.unit_id)],
  }))
}

interface ReviewRow extends OfYear {
  id: string
  unit_id: string | null
  dated_on: string
  from_on: string
  to_on: string
  sentences: string
}

const written = (day: string) => day.split('-').toReversed().join('/')

export async function gatherReviews(db: Db | Tx, ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await sql<ReviewRow>`
    select r.id, r.unit_id, r.dated_on, r.from_on, r.to_on, ${yearColumns}, coalesce((
      select string_agg(c.text, ' ' order by c.section, c.position) from year_review_clause c
      where c.review_id = r.id), '') as sentences
    from year_review r join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
    where r.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map((row) => ({
    subject: row.id,
    kind: 'review',
    title: `Báo cáo sơ kết, tổng kết từ ${written(row.from_on)} đến ${written(row.to_on)}`,
    body: row.sentences,
    ...placeOf(row),
    unit: row.unit_id,
    day: row.dated_on,
    path: reviewPaths.review(...addressOf(row), row.id),
    audience: yearReaders(row.bloc_year_id),
  }))
}
