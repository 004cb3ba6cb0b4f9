import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { foldWord } from './folded.ts'
import { oneSlipFrom } from './spelling.ts'
import { searchQueryOf, termsOf, type Expansions, type SearchQuery } from './search-terms.ts'

export interface SearchFilter {
  kind?: string | undefined
  bloc?: string | undefined
  year?: number | undefined
  /** Days, both included. */
  from?: string | undefined
  to?: string | undefined
  /** Kinds that are left out. */
  without?: readonly string[]
}

export interface Search extends SearchFilter {
  text: string
  /** The keys of who asks; an entry is found by any of them. */
  audience: readonly string[]
  expansions?: Expansions
  /** From 1. */
  page?: number
  /** Of each kind. */
  size?: number
}

export interface Hit {
  source: string
  subject_id: string
  kind: string
  title: string
  body: string
  path: string
  bloc_id: string | null
  bloc_year_id: string | null
  unit_id: string | null
  on_day: string | null
  score: number
}

export interface Found {
  hits: Hit[]
  /** How many of each kind; the most frequent kinds may have more when `isCut`. */
  kinds: readonly { kind: string; count: number }[]
  isCut: boolean
  /** What else the words of the question stand for. */
  expansions: Expansions
}

/** More is not counted: nobody reads it, and a common word would keep everyone waiting. */
export const mostCounted = 1000
/** So many entries are ranked for a common word: those with it in their title first. */
export const mostRanked = 200
/** So many misspelt words are seen through; each makes a question of some hundred words. */
const mostRespelt = 3

const tsquery = (text: string) => sql`${text}::tsquery`

/** What has a bloc's year lies in that year; everything else in the year of its day. */
const inYear = (year: number) => sql<boolean>`(e.bloc_year_id = any(array(
    select y.id from bloc_year y where extract(year from y.starts_on) = ${year}::integer))
  or (e.bloc_year_id is null and e.on_day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)))`

const when = <Value>(value: Value | undefined, asked: (value: Value) => RawBuilder<boolean>) =>
  value === undefined ? [] : [asked(value)]

/** What may be seen, and what was asked to be seen. A record changed since the index was made is not shown at all. */
function narrowed({ audience, without = [], ...asked }: Search): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`e.audience && ${[...audience]}::text[]`,
    sql<boolean>`e.subject_id <> all(array(select a.subject_id from audit_entry a
      where a.number > (select number from search_cursor) and a.subject_id is not null))`,
    ...when(asked.bloc, (bloc) => sql`e.bloc_id = ${bloc}::uuid`),
    ...when(asked.year, inYear),
    ...when(asked.from, (from) => sql`e.on_day >= ${from}::date`),
    ...when(asked.to, (to) => sql`e.on_day <= ${to}::date`),
    ...(without.length === 0 ? [] : [sql<boolean>`e.kind <> all(${[...without]}::text[])`]),
  ]
  return sql`${sql.join(conditions, sql` and `)}`
}

const ofKind = (kind: string | undefined) => (kind === undefined ? sql`true` : sql`e.kind = ${kind}`)

/** The words weigh most as they were typed, in their order, in the title, and the nearer to its beginning. */
const scoreOf = ({ all, ranked, phrase, spokenAny, spokenAll, spokenPhrase, plain }: SearchQuery) => sql`(
  ts_rank(e.words, ${tsquery(ranked)}) + 2 * ts_rank(e.spoken, ${tsquery(spokenAny)})
  + case when e.spoken @@ ${tsquery(spokenAll)} then 1 else 0 end
  + case when e.spoken @@ ${tsquery(spokenPhrase)} then 2 when e.words @@ ${tsquery(phrase)} then 0.5 else 0 end
  + case when e.heading @@ ${tsquery(phrase)} then 0.7 when e.heading @@ ${tsquery(all)} then 0.3 else 0 end
  + case when strpos(e.lead, ${plain}) > 0 then 0.6 * exp(-strpos(e.lead, ${plain}) / 40.0) else 0 end)`

async function countKinds(db: Db, query: SearchQuery, search: Search): Promise<{ kind: string; count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::integer as count from (
      select e.kind from search_entry e where e.words @@ ${tsquery(query.all)} and ${narrowed(search)}
      limit ${mostCounted + 1}) found
    group by kind order by count desc, kind`.execute(db)
  return rows
}

const columns = sql`source, subject_id, kind, title, left(body, 60000) as body, path, bloc_id, bloc_year_id, unit_id,
  on_day, score`

async function rankHits(db: Db, query: SearchQuery, search: Search): Promise<Hit[]> {
  const { page = 1, size = 5, kind } = search
  const seen = sql`${narrowed(search)} and ${ofKind(kind)}`
  const { rows } = await sql<Hit>`
    with picked as (
      (select e.ctid from search_entry e where e.heading @@ ${tsquery(query.all)} and ${seen} limit ${mostRanked})
      union
      (select e.ctid from search_entry e where e.words @@ ${tsquery(query.all)} and ${seen} limit ${mostRanked})
    ), scored as (
      select e.*, ${scoreOf(query)} as score from search_entry e where e.ctid = any(array(select ctid from picked))
    ), placed as (
      select *, row_number() over (partition by kind order by score desc, on_day desc nulls last, path) as place
      from scored
    )
    select ${columns} from placed where place > ${(page - 1) * size} and place <= ${page * size}
    order by score desc, on_day desc nulls last, path`.execute(db)
  return rows
}

/** Words that nothing holds, with all that are one slip away: those of them that exist are what was meant. */
async function respelt(db: Db, terms: readonly (readonly string[])[]): Promise<Expansions> {
  const asked = terms.filter(({ length }) => length === 1).map(([word = '']) => foldWord(word))
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${asked}::text[]) word
    where not exists (select from search_entry e where e.words @@ word::tsquery)`.execute(db)
  const unknown = rows.slice(0, mostRespelt).map(({ word }) => word)
  return new Map(unknown.map((word) => [word, oneSlipFrom(word).map((meant) => [meant])] as const))
}

const nothing: Found = { hits: [], kinds: [], isCut: false, expansions: new Map() }

async function findBy(db: Db, search: Search, expansions: Expansions): Promise<Found> {
  const query = searchQueryOf(termsOf(search.text), expansions)
  const [kinds, hits] = await Promise.all([countKinds(db, query, search), rankHits(db, query, search)])
  const total = kinds.reduce((sum, { count }) => sum + count, 0)
  return { hits, kinds, isCut: total > mostCounted, expansions }
}

/** What holds all words of a text, the best of each kind first; where nothing does, what is spelt nearly so. */
export async function findEntries(db: Db, search: Search): Promise<Found> {
  const terms = termsOf(search.text)
  if (terms.length === 0) return nothing
  const expansions = search.expansions ?? new Map()
  const found = await findBy(db, search, expansions)
  if (found.kinds.length > 0) return found
  const meant = await respelt(db, terms)
  return meant.size === 0 ? found : findBy(db, search, new Map([...meant, ...expansions]))
}
