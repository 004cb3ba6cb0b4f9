import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'

const texts = (db: Db | Tx) => db.selectFrom('legal_text').selectAll('legal_text')

/** Newest first; texts whose day of issue nobody entered come last. */
const ordered = (query: ReturnType<typeof texts>) =>
  query.orderBy('issued_on', (order) => order.desc().nullsLast()).orderBy('number')

export interface LegalTextFilter {
  /** Words of kind, number, title or issuer, or the title's initials, with or without tone marks. */
  search?: string | undefined
  /** Only what held on this day. */
  inForceOn?: string | undefined
}

export async function legalTexts(db: Db, { search = '', inForceOn }: LegalTextFilter) {
  const folded = sql`extensions.vn_fold(concat_ws(' ', kind, number, title, issuer))`
  let query = texts(db).where(holdsWords(search, { folded, name: sql`title` }))
  if (inForceOn !== undefined) query = query.where(holdsOn(inForceOn))
  return ordered(query).execute()
}

const holdsOn = (day: string) =>
  sql<SqlBool>`in_force_from <= ${day}::date and (in_force_to is null or in_force_to >= ${day}::date)`

/** What may stand as a legal basis on a day. A text of unknown beginning is not among them. */
export async function textsInForce(db: Db | Tx, day: string) {
  return ordered(texts(db).where(holdsOn(day))).execute()
}

export async function legalTextOf(db: Db | Tx, id: string) {
  return texts(db).where('id', '=', id).executeTakeFirst()
}

/** The texts of these ids, by id; what is no id of a text is not among them. */
export async function legalTextsById(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LegalTextRow>> {
  const rows =
    ids.length === 0
      ? []
      : await texts(db)
          .where(sql<string>`id::text`, 'in', ids)
          .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** '152/2025/nđ-cp' finds '152/2025/NĐ-CP'. Two kinds may share a number; the newer comes first. */
export async function findByNumber(db: Db | Tx, number: string) {
  return ordered(
    texts(db).where(sql<SqlBool>`extensions.vn_fold(number) = extensions.vn_fold(${number.trim()})`),
  ).executeTakeFirst()
}

export type LegalTextRow = NonNullable<Awaited<ReturnType<typeof legalTextOf>>>
