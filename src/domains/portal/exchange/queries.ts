import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { ExchangeEdition as Table } from '../../../../db/types.ts'
import type { ExchangeField, Period } from './profile.ts'

/** A profile as it stands from a day on. */
export type Edition = Omit<Selectable<Table>, 'fields'> & { fields: readonly ExchangeField[] }

const typed = ({ fields, ...row }: Selectable<Table>): Edition => ({
  ...row,
  fields: fields as unknown as ExchangeField[],
})

/** All editions, by profile and then the latest first. */
export async function editions(db: Db | Tx): Promise<Edition[]> {
  const rows = await db
    .selectFrom('exchange_edition')
    .selectAll()
    .orderBy('receiver')
    .orderBy('code')
    .orderBy('from_on', 'desc')
    .execute()
  return rows.map(typed)
}

/** The editions of one profile, the latest first; there is no profile without one. */
export async function editionsOf(db: Db | Tx, code: string): Promise<[Edition, ...Edition[]]> {
  const rows = await db
    .selectFrom('exchange_edition')
    .selectAll()
    .where('code', '=', code)
    .orderBy('from_on', 'desc')
    .execute()
  const [latest, ...earlier] = rows.map(typed)
  return [found(latest), ...earlier]
}

/** The edition that holds on a day. */
export const editionOn = (all: readonly Edition[], day: string): Edition =>
  found(all.find(({ from_on }) => from_on <= day))

export async function lockEdition(tx: Tx, id: string): Promise<Edition> {
  const row = await tx.selectFrom('exchange_edition').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return typed(found(row))
}

/** Years of all blocs that touch a period. */
export async function yearsIn(db: Db, { from, to }: Period): Promise<string[]> {
  const rows = await db
    .selectFrom('bloc_year')
    .innerJoin('bloc', 'bloc.id', 'bloc_year.bloc_id')
    .select('bloc_year.id')
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .orderBy('bloc.slug')
    .orderBy('starts_on')
    .execute()
  return rows.map(({ id }) => id)
}

/** Deeds that took effect in a period and stand, the earliest first. */
export async function deedsIn(db: Db, { from, to }: Period): Promise<string[]> {
  const rows = await db
    .selectFrom('deed')
    .select('id')
    .where('undone_at', 'is', null)
    .where('effective_on', '>=', from)
    .where('effective_on', '<=', to)
    .orderBy('effective_on')
    .orderBy('recorded_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Rounds whose final result was made known in a period, the earliest first. */
export async function finalRoundsIn(db: Db, { from, to }: Period): Promise<string[]> {
  const { rows } = await sql<{ round: string }>`
    select round_id as round from scoring_result
    where kind = 'final' and (made_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date
    order by made_at, round_id`.execute(db)
  return rows.map(({ round }) => round)
}

/** Of a bloc-year: digests that were sent in a period, the earliest first. */
export async function digestsSentIn(db: Db, blocYear: string, { from, to }: Period): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from voice_digest
    where bloc_year_id = ${blocYear} and state = 'sent'
      and (sent_at at time zone 'Asia/Ho_Chi_Minh')::date between ${from}::date and ${to}::date
    order by sent_at, id`.execute(db)
  return rows.map(({ id }) => id)
}

/** A public opinion beside its words: where, what its public page is, and the last answer that was published. */
export interface PublicSide {
  id: string
  slug: string
  /** As months count it by place. */
  place: string
  answered_on: string
  answer: string | null
  unit: string | null
}

export async function publicSides(db: Db, opinions: readonly string[]): Promise<Map<string, PublicSide>> {
  const { rows } = await sql<PublicSide>`
    select o.id, o.slug, coalesce(nullif(p.area, ''), p.name, o.place_name) as place, o.answered_on,
      a.text as answer, a.unit_id as unit
    from opinion o
    left join opinion_place p on p.id = o.place_id
    left join lateral (
      select text, unit_id from opinion_answer where opinion_id = o.id and state = 'published'
      order by published_at desc limit 1
    ) a on true
    where o.id = any(${[...opinions]}::uuid[]) and o.is_public`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
