import { sql } from 'kysely'
import { foldWord, wordsIn } from '#capabilities/search/folded.ts'
import type { Expansions } from '#capabilities/search/search-terms.ts'
import type { Db } from '#platform/database/database.ts'

const mostMeanings = 6

/** The words of a name at which its initials say the abbreviation. */
function meaningIn(name: string, abbreviation: string): string[] | undefined {
  const words = wordsIn(name).map(foldWord)
  const at = words
    .map((word) => word[0] ?? '')
    .join('')
    .indexOf(abbreviation)
  return at < 0 ? undefined : words.slice(at, at + abbreviation.length)
}

/** What abbreviations stand for in the names that units and blocs bear or bore: LHPN is "Liên hiệp Phụ nữ". */
export async function expansionsOf(db: Db, abbreviations: readonly string[]): Promise<Expansions> {
  if (abbreviations.length === 0) return new Map()
  const { rows } = await sql<{ asked: string; full_name: string }>`
    select distinct a.asked, n.full_name from unnest(${[...abbreviations]}::text[]) as a (asked)
    join unit_name n on n.initials like '%' || a.asked || '%' limit 400`.execute(db)
  const found = new Map<string, string[][]>()
  for (const { asked, full_name: name } of rows) {
    const meaning = meaningIn(name, asked)
    const known = found.get(asked) ?? []
    const isNew = meaning !== undefined && known.every((one) => one.join(' ') !== meaning.join(' '))
    if (isNew && known.length < mostMeanings) found.set(asked, [...known, meaning])
  }
  return found
}

export async function savedSearchesOf(db: Db, account: string) {
  return db
    .selectFrom('saved_search')
    .select(['id', 'name', 'query'])
    .where('account_id', '=', account)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute()
}

const mostBlocs = 300

/** The blocs among which one may narrow a search. */
export async function blocChoices(db: Db) {
  return db
    .selectFrom('bloc')
    .select(['id', 'slug', 'short_name'])
    .orderBy(sql`short_name collate "vi-x-icu"`)
    .limit(mostBlocs)
    .execute()
}

export async function blocIdOf(db: Db, slug: string | undefined): Promise<string | undefined> {
  if (slug === undefined) return undefined
  return (await db.selectFrom('bloc').select('id').where('slug', '=', slug).executeTakeFirst())?.id
}

/** "Khối MTTQ 2023", "Hội LHPN tỉnh": what stands beside a result, by id. */
export async function namesBeside(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select y.id, b.short_name || ' ' || y.slug as name from bloc_year y join bloc b on b.id = y.bloc_id
      where y.id = any(${[...ids]}::uuid[])
    union all select distinct on (unit_id) unit_id, short_name from (
      select unit_id, short_name, from_on from unit_name where unit_id = any(${[...ids]}::uuid[])
      order by unit_id, from_on desc) n`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
