import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { searchWords } from '#platform/fold.ts'
import type { StoredEntry } from '#capabilities/audit/checking/stored-entry.ts'
import { mayReadAll, privateDeeds } from './access.ts'
import { deedsSaying } from './deeds.ts'
import type { LogFilter } from './filter.ts'

export interface LogRow {
  number: number
  at: Date
  account_id: string | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string | null
  facts: unknown
  hash: Buffer
}

/** Whose log it is: everything, or what concerns a person's own units and blocs, and the person. */
export interface Scope {
  account: string
  /** `null`: everything. */
  records: readonly string[] | null
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** The records of the blocs and units for which a person works. */
export async function scopeOf(db: Db, actor: Actor): Promise<Scope> {
  if (mayReadAll(actor)) return { account: actor.account, records: null }
  const years = unique([...actor.memberships, ...actor.offices, ...actor.blocRoles].map(({ blocYear }) => blocYear))
  const units = actor.units.map(({ unit }) => unit)
  const { rows } = await sql<{ id: string }>`
    with year as (select id, bloc_id from bloc_year where id = any(${years}::uuid[])),
      own_unit as (select unit_id as id from membership where bloc_year_id in (select id from year)
        union select unnest(${units}::uuid[]))
    select id from year union select bloc_id from year union select id from own_unit
    union select id from mandate where unit_id in (select id from own_unit)
    union select id from agreement where bloc_year_id in (select id from year)
    union select id from handover where bloc_year_id in (select id from year)
      or giving_unit_id = any(${units}::uuid[]) or receiving_unit_id = any(${units}::uuid[])
    union select id from minutes where bloc_year_id in (select id from year)
    union select id from resolution where bloc_year_id in (select id from year)
    union select movement_id from movement_year where bloc_year_id in (select id from year)
    union select id from example where bloc_year_id in (select id from year)
    union select id from activity where bloc_year_id in (select id from year)
    union select id from log_entry where bloc_year_id in (select id from year)
    union select id from article_reading where bloc_year_id in (select id from year)
    union select id from evidence where bloc_year_id in (select id from year)`.execute(db)
  return { account: actor.account, records: [actor.account, ...rows.map(({ id }) => id)] }
}

async function recordsOfUnit(db: Db, unit: string): Promise<string[]> {
  const mandates = await db.selectFrom('mandate').select('id').where('unit_id', '=', unit).execute()
  return [unit, ...mandates.map(({ id }) => id)]
}

const always = sql<boolean>`true`

function within(scope: Scope): RawBuilder<boolean> {
  const own = sql<boolean>`e.account_id = ${scope.account}`
  if (scope.records !== null) return sql<boolean>`(e.subject_id = any(${[...scope.records]}::uuid[]) or ${own})`
  return sql<boolean>`(e.action <> all(${[...privateDeeds]}::text[]) or ${own})`
}

/** A word stands in what an entry tells, or in the sentence of its deed: "ký". */
const wordsIn = (text: string) =>
  searchWords(text).map(
    (word) => sql<boolean>`(e.folded like '%' || extensions.vn_fold(${word}) || '%'
      or e.action = any(${deedsSaying(word)}::text[]))`,
  )

/** The stretch of the log, from its newest entry back, in which a page lies. */
function timesOf({ tu: from, den: to, truoc: before }: LogFilter): RawBuilder<boolean> {
  const times = [
    from === undefined ? always : sql<boolean>`e.at >= ${from}::date::timestamptz`,
    to === undefined ? always : sql<boolean>`e.at < (${to}::date + 1)::timestamptz`,
    before === undefined
      ? always
      : sql<boolean>`(e.at, e.number) < (select at, number from audit_entry where number = ${before})`,
  ]
  return sql<boolean>`${sql.join(times, sql` and `)}`
}

function conditionsOf({ loai: kind, nguoi: person, 'ho-so': record }: LogFilter): RawBuilder<boolean>[] {
  return [
    kind === undefined ? always : sql<boolean>`split_part(e.action, '.', 1) = ${kind}`,
    person === undefined ? always : sql<boolean>`e.account_id = ${person}`,
    record === undefined ? always : sql<boolean>`e.subject_id = ${record}`,
  ]
}

/** One way into the log by an index: all of it, or the entries of some records, people or units. */
interface Way {
  column: 'subject_id' | 'account_id' | 'acting_unit_id'
  ids: readonly string[]
}

/** The narrowest ways that together hold all that is asked for; `null` leads through everything. */
async function waysOf(db: Db, scope: Scope, filter: LogFilter): Promise<Way[] | null> {
  const { 'ho-so': record, 'don-vi': unit, nguoi: person } = filter
  if (unit !== undefined) {
    const records = await recordsOfUnit(db, unit)
    return [
      { column: 'subject_id', ids: records },
      { column: 'acting_unit_id', ids: [unit] },
    ]
  }
  if (record !== undefined) return [{ column: 'subject_id', ids: [record] }]
  if (person !== undefined) return [{ column: 'account_id', ids: [person] }]
  if (scope.records === null) return null
  return [
    { column: 'subject_id', ids: scope.records },
    { column: 'account_id', ids: [scope.account] },
  ]
}

const columns = sql`e.number, e.at, e.account_id, e.actor_name, e.action, e.subject_kind, e.subject_id, e.facts, e.hash`

interface Sought {
  during: RawBuilder<boolean>
  fits: RawBuilder<boolean>
  limit: number
}

const lastOf = (limit: number) => sql`order by e.at desc, e.number desc limit ${limit}`

/** Each way stops at `limit` by itself, however long the log is. */
async function findByWays(db: Db, ways: readonly Way[] | null, { during, fits, limit }: Sought): Promise<LogRow[]> {
  const last = lastOf(limit)
  const branches = (ways ?? []).map(
    ({ column, ids }) => sql`(select u.* from unnest(${[...ids]}::uuid[]) as way(id) cross join lateral
      (select ${columns} from audit_entry e where e.${sql.ref(column)} = way.id and ${during} and ${fits} ${last}) u)`,
  )
  const source =
    ways === null
      ? sql`(select ${columns} from audit_entry e where ${during} and ${fits} ${last})`
      : sql.join(branches, sql` union `)
  const { rows } = await sql<LogRow>`select * from (${source}) e ${last}`.execute(db)
  return rows
}

/** So many entries are read one by one before the index of words is asked for all that fit. */
const readFirst = 20_000

/**
 * What many entries say is soon found among the newest; for what few say the index is quick. The planner cannot know
 * which it is for one reader: a word may be everywhere but in their part of the log.
 */
async function findByWords(db: Db, { during, fits, limit }: Sought): Promise<LogRow[]> {
  const last = lastOf(limit)
  const { rows: near } = await sql<LogRow>`select ${columns}
    from (select * from audit_entry e where ${during} ${lastOf(readFirst)}) e where ${fits} ${last}`.execute(db)
  if (near.length === limit) return near
  const { rows } = await sql<LogRow>`
    with hit as materialized (select e.number, e.at from audit_entry e where ${during} and ${fits})
    select ${columns} from audit_entry e
    where e.number in (select e.number from hit e ${last}) ${last}`.execute(db)
  return rows
}

const anyWay = (ways: readonly Way[]) =>
  sql<boolean>`(${sql.join(
    ways.map(({ column, ids }) => sql`e.${sql.ref(column)} = any(${[...ids]}::uuid[])`),
    sql` or `,
  )})`

/** The newest entries that fit, at most `limit`. */
export async function findEntries(db: Db, scope: Scope, filter: LogFilter, limit: number): Promise<LogRow[]> {
  const ways = await waysOf(db, scope, filter)
  const words = wordsIn(filter.q ?? '')
  const sought = (conditions: readonly RawBuilder<boolean>[]) => ({
    during: timesOf(filter),
    fits: sql<boolean>`${sql.join([within(scope), ...conditionsOf(filter), ...conditions], sql` and `)}`,
    limit,
  })
  if (words.length === 0) return findByWays(db, ways, sought([]))
  const ofUnit = filter['don-vi'] === undefined || ways === null ? [] : [anyWay(ways)]
  return findByWords(db, sought([...words, ...ofUnit]))
}

/** As they were hashed, in the order of their numbers; for an export that can be verified without a server. */
export async function storedEntries(db: Db, numbers: readonly number[]): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      account_id::text, actor_name, acting_unit_id::text, action, subject_kind, subject_id::text,
      facts::text, previous_hash, hash
    from audit_entry where number = any(${[...numbers]}::bigint[]) order by number`.execute(db)
  return rows
}

/** Up to `limit` entries after one, as they were hashed. */
export async function storedAfter(db: Db, after: number, limit: number): Promise<StoredEntry[]> {
  const { rows } = await sql<{ number: number }>`
    select number from audit_entry where number > ${after} order by number limit ${limit}`.execute(db)
  return storedEntries(
    db,
    rows.map(({ number }) => number),
  )
}

export async function lastNumber(db: Db): Promise<number> {
  return (await db.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()).number
}

/** The units by which a reader may filter: those in scope, or all while a list can hold them. */
export async function unitsInScope(db: Db, scope: Scope, most: number): Promise<{ id: string; name: string }[]> {
  const among = scope.records === null ? always : sql<boolean>`unit_id = any(${[...scope.records]}::uuid[])`
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (unit_id) unit_id as id, full_name as name from unit_name where ${among}
    order by unit_id, from_on desc limit ${most + 1}`.execute(db)
  return rows.length > most ? [] : rows.toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
}

export async function declinesMails(db: Db, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('checkpoint_decline')
    .select('account_id')
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row !== undefined
}

export async function viewsKeptDays(db: Db): Promise<number> {
  const row = await db.selectFrom('log_setting').select('views_kept_days').executeTakeFirstOrThrow()
  return row.views_kept_days
}
