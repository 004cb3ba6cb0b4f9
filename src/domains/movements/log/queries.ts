import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { LogCounting, LogKey } from './log-kind.ts'

export interface LogNumberRow {
  code: string
  name: string
  measure: string
  counting: LogCounting
  required: boolean
}

export interface LogKindRow {
  id: string
  bloc_year_id: string
  code: string
  name: string
  help: string
  ended_on: string | null
  numbers: LogNumberRow[]
}

/** The kinds of entry of a year in their order, those that were ended too, each with its numbers. */
export async function logKindsOf(db: Db | Tx, blocYear: string): Promise<LogKindRow[]> {
  const { rows } = await sql<LogKindRow>`
    select k.id, k.bloc_year_id, k.code, k.name, k.help, k.ended_on,
      coalesce((select jsonb_agg(jsonb_build_object('code', n.code, 'name', n.name, 'measure', n.measure,
        'counting', n.counting, 'required', n.is_required) order by n.position)
        from log_number n where n.log_kind_id = k.id), '[]') as numbers
    from log_kind k where k.bloc_year_id = ${blocYear} order by k.position`.execute(db)
  return rows
}

export async function logKindOf(db: Db | Tx, blocYear: string, code: string): Promise<LogKindRow> {
  return found((await logKindsOf(db, blocYear)).find((kind) => kind.code === code))
}

export interface LogValueRow {
  code: string
  name: string
  measure: string
  /** Exact decimal text. */
  value: `${number}`
}

export interface LogEntryRow {
  id: string
  bloc_year_id: string
  unit_id: string
  unit: string
  kind: string
  kind_name: string
  on_day: string
  text: string
  reason: string
  replaces_id: string | null
  replaced_by: string | null
  is_withdrawal: boolean
  entered_by: string
  entered_name: string
  entered_at: Date
  values: LogValueRow[]
  total: number
}

export interface LogFilter {
  blocYear: string
  id?: string | undefined
  kind?: string | undefined
  unit?: string | undefined
  /** Also what was corrected or taken back since. */
  withOld?: boolean
  page?: number
  size?: number
}

/** Entries of a year, the latest day first; only those that stand, unless asked otherwise. */
export async function logEntries(db: Db | Tx, filter: LogFilter): Promise<LogEntryRow[]> {
  const { blocYear, id = null, kind = null, unit = null, withOld = false, page = 1, size = 50 } = filter
  const { rows } = await sql<LogEntryRow>`
    select e.id, e.bloc_year_id, e.unit_id, k.code as kind, k.name as kind_name, e.on_day, e.text, e.reason,
      e.replaces_id, later.id as replaced_by, e.is_withdrawal, e.entered_by, e.entered_at,
      p.full_name as entered_name, count(*) over ()::integer as total,
      coalesce((select n.short_name from unit_name n where n.unit_id = e.unit_id and n.from_on <= e.on_day
        order by n.from_on desc limit 1), '') as unit,
      coalesce((select jsonb_agg(jsonb_build_object('code', v.number_code, 'name', n.name, 'measure', n.measure,
        'value', v.value::text) order by n.position)
        from log_value v join log_number n on n.log_kind_id = v.log_kind_id and n.code = v.number_code
        where v.entry_id = e.id), '[]') as values
    from log_entry e
    join log_kind k on k.id = e.log_kind_id
    join account a on a.id = e.entered_by join person p on p.id = a.person_id
    left join log_entry later on later.replaces_id = e.id
    where e.bloc_year_id = ${blocYear}
      and (${id}::uuid is null or e.id = ${id}) and (${kind}::text is null or k.code = ${kind})
      and (${unit}::uuid is null or e.unit_id = ${unit})
      and (${withOld} or (later.id is null and not e.is_withdrawal))
    order by e.on_day desc, e.entered_at desc, e.id limit ${size} offset ${(page - 1) * size}`.execute(db)
  return rows
}

export async function logEntry(db: Db | Tx, blocYear: string, id: string): Promise<LogEntryRow> {
  return found((await logEntries(db, { blocYear, id, withOld: true }))[0])
}

/** An entry with all that it replaced, the newest first. */
export async function versionsOfEntry(db: Db, blocYear: string, id: string): Promise<LogEntryRow[]> {
  const versions: LogEntryRow[] = []
  let next: string | null = id
  while (next !== null) {
    const entry = await logEntry(db, blocYear, next)
    versions.push(entry)
    next = entry.replaces_id
  }
  return versions
}

export interface LogPeriod {
  startsOn: string
  /** Included. */
  endsOn: string
}

/**
 * What the units logged in a period, by unit, as exact decimal text: a number of a kind added up or as last said, or how
 * many entries there are. A unit that logged nothing of it is absent, which is never zero.
 */
export async function countsOfLog(
  db: Db | Tx,
  blocYear: string,
  { kind, number }: LogKey,
  { startsOn, endsOn }: LogPeriod,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ unit: string; counted: string }>`
    with standing as (
      select e.id, e.unit_id, e.on_day, e.entered_at, k.id as kind_id
      from log_entry e join log_kind k on k.id = e.log_kind_id
      where e.bloc_year_id = ${blocYear} and k.code = ${kind} and not e.is_withdrawal
        and e.on_day between ${startsOn}::date and ${endsOn}::date
        and not exists (select from log_entry later where later.replaces_id = e.id))
    select s.unit_id as unit, trim_scale(case
      when ${number ?? null}::text is null then count(*)::numeric
      when max(n.counting) = 'last' then (array_agg(v.value order by s.on_day desc, s.entered_at desc))[1]
      else sum(v.value) end)::text as counted
    from standing s
    left join log_number n on n.log_kind_id = s.kind_id and n.code = ${number ?? null}::text
    left join log_value v on v.entry_id = s.id and v.number_code = n.code
    where ${number ?? null}::text is null or v.value is not null
    group by s.unit_id`.execute(db)
  return new Map(rows.map(({ unit, counted }) => [unit, counted]))
}
