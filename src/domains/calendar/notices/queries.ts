import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import {
  choosableKinds,
  usualWays,
  type ChoosableKind,
  type NoticeFacts,
  type NoticeKind,
  type NoticeWay,
} from './notice.ts'

const selectNotices = (db: Db | Tx) =>
  db
    .selectFrom('notice')
    .leftJoin('bloc_year', 'bloc_year.id', 'notice.bloc_year_id')
    .leftJoin('bloc', 'bloc.id', 'bloc_year.bloc_id')
    .select((select) => [
      'notice.id',
      'notice.account_id',
      'notice.kind',
      'notice.naming',
      'notice.path',
      'notice.created_at',
      'notice.read_at',
      'bloc.short_name as bloc',
      'bloc_year.slug as year',
      select.ref('notice.facts').$castTo<NoticeFacts>().as('facts'),
    ])

export type NoticeRow = Awaited<ReturnType<ReturnType<typeof selectNotices>['executeTakeFirstOrThrow']>>

interface NoticeFilter {
  kind?: NoticeKind | undefined
  unread?: boolean
  page?: number
  size?: number
}

/** What a person was told, the latest first. */
export async function noticesOf(db: Db, account: string, filter: NoticeFilter = {}) {
  const { kind, unread = false, page = 1, size = 20 } = filter
  const rows = await selectNotices(db)
    .select((select) => select.fn.countAll<number>().over().as('total'))
    .where('notice.account_id', '=', account)
    .$if(kind !== undefined, (query) => query.where('notice.kind', '=', kind ?? 'task'))
    .$if(unread, (query) => query.where('notice.read_at', 'is', null))
    .orderBy('notice.created_at', 'desc')
    .orderBy('notice.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { notices: rows as NoticeRow[], total: rows[0]?.total ?? 0 }
}

/** How many are unread: the number on the bell. */
export async function countUnread(db: Db, actor: Actor): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('account_id', '=', actor.account)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

export const noticesById = (db: Db | Tx, ids: readonly string[]): Promise<NoticeRow[]> =>
  selectNotices(db)
    .where('notice.id', 'in', [...ids])
    .orderBy('notice.created_at')
    .orderBy('notice.id')
    .execute()

/** How each kind comes to a person: as chosen, else as usual. */
export async function waysOf(db: Db | Tx, account: string): Promise<Record<ChoosableKind, NoticeWay>> {
  const rows = await db
    .selectFrom('notice_preference')
    .select(['kind', 'way'])
    .where('account_id', '=', account)
    .execute()
  const chosen = new Map(rows.map(({ kind, way }) => [kind, way]))
  const ways = choosableKinds.map((kind) => [kind, chosen.get(kind) ?? usualWays[kind]] as const)
  return Object.fromEntries(ways) as Record<ChoosableKind, NoticeWay>
}

const onDay = (day: string) => sql`r.from_on <= ${day}::date and (r.to_on is null or r.to_on >= ${day}::date)`

/** Everyone who works for one of these units on a day; only their leaders, where that is asked. */
export async function peopleOfUnits(
  db: Db | Tx,
  units: readonly string[],
  { day, leaders = false }: { day: string; leaders?: boolean },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from unit_role r join account a on a.id = r.account_id and a.state = 'active'
    where r.unit_id = any(${[...units]}::uuid[]) and ${onDay(day)} and (not ${leaders}::boolean or r.role = 'leader')`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Everyone who works for the authority. */
export async function peopleOfAuthority(db: Db | Tx, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from tenant_role r join account a on a.id = r.account_id and a.state = 'active'
    where r.role = 'authority' and r.from_on <= ${day}::date and (r.to_on is null or r.to_on > ${day}::date)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
