import { findEntries, mostRanked, type Found, type Hit } from '#capabilities/search/find-entries.ts'
import { excerptOf, stretchesOf, type Stretch } from '#capabilities/search/excerpt.ts'
import { catchUp } from '#capabilities/search/keep-index.ts'
import { abbreviationsIn, searchQueryOf, termsOf } from '#capabilities/search/search-terms.ts'
import type { SearchSource } from '#capabilities/search/search-entry.ts'
import type { Db } from '#platform/database/database.ts'
import { blocIdOf, expansionsOf, namesBeside } from './queries.ts'
import type { AskedSearch, SearchKind } from './search-filter.ts'

export interface SearchPieces {
  searchSources: readonly SearchSource[]
}

/** A result as a page shows it. */
export interface ShownHit {
  kind: SearchKind
  title: readonly Stretch[]
  excerpt: readonly Stretch[]
  path: string
  /** The bloc's year and the unit to which it belongs. */
  beside: readonly string[]
  day: string | null
}

export interface Results {
  hits: readonly ShownHit[]
  kinds: readonly { kind: SearchKind; count: number }[]
  total: number
  /** There are more than were counted. */
  isCut: boolean
  /** The last page of the kind that was asked for. */
  last: number
}

export interface Reading {
  asked: AskedSearch
  audience: readonly string[]
  page: number
  now: Date
  without?: readonly SearchKind[]
}

const ofEachKind = 5
const onPage = 20

function shown(hit: Hit, folded: ReadonlySet<string>, names: ReadonlyMap<string, string>): ShownHit {
  const beside = [hit.bloc_year_id, hit.kind === 'unit' ? null : hit.unit_id].map((id) => names.get(id ?? ''))
  return {
    kind: hit.kind as SearchKind,
    title: stretchesOf(hit.title, folded),
    excerpt: hit.body === '' ? [] : excerptOf(hit.body, folded),
    path: hit.path,
    beside: beside.filter((name) => name !== undefined),
    day: hit.on_day,
  }
}

function lastPage({ kinds }: Found, kind: string | undefined): number {
  const count = kinds.find((one) => one.kind === kind)?.count ?? 0
  return Math.max(1, Math.ceil(Math.min(count, mostRanked) / onPage))
}

const foldedWords = (text: string, meanings: Found['expansions']) => {
  const { plain } = searchQueryOf(termsOf(text), new Map())
  return new Set([...plain.split(' '), ...[...meanings.values()].flat(2)])
}

/** What this audience finds: a few of each kind, or one kind page by page. */
export async function readResults(
  db: Db,
  { searchSources }: SearchPieces,
  { asked, audience, page, now, without }: Reading,
): Promise<Results> {
  await catchUp(db, searchSources, now)
  const expansions = await expansionsOf(db, abbreviationsIn(termsOf(asked.q)))
  const one = asked.loai !== undefined
  const found = await findEntries(db, {
    text: asked.q,
    audience,
    expansions,
    kind: asked.loai,
    bloc: await blocIdOf(db, asked.khoi),
    year: asked.nam,
    from: asked.tu,
    to: asked.den,
    ...(without === undefined ? {} : { without }),
    page: one ? page : 1,
    size: one ? onPage : ofEachKind,
  })
  const ids = found.hits.flatMap(({ bloc_year_id: year, unit_id: unit }) => [year, unit]).filter((id) => id !== null)
  const names = await namesBeside(db, [...new Set(ids)])
  const folded = foldedWords(asked.q, found.expansions)
  return {
    hits: found.hits.map((hit) => shown(hit, folded, names)),
    kinds: found.kinds.map(({ kind, count }) => ({ kind: kind as SearchKind, count })),
    total: found.kinds.reduce((sum, { count }) => sum + count, 0),
    isCut: found.isCut,
    last: lastPage(found, asked.loai),
  }
}
