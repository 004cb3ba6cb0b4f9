import { toldTotal, withhold, type Count, type Told } from './withhold.ts'

/** The dimensions by which a month is told. */
export const breakdowns = ['topics', 'places', 'groups', 'fields', 'concerns', 'outcomes'] as const
export type Breakdown = (typeof breakdowns)[number]

/** Exact counts of one month, for nobody's eyes: only what `tellMonth` makes of them is kept or shown. */
export interface CodedCounts extends Readonly<Record<Breakdown, readonly Count[]>> {
  total: number
}

/** A month as it may be told. Names are kept, by breakdown and key: what is renamed later reads as it did. */
export interface MonthFigures extends Readonly<Record<Breakdown, Told>> {
  least: number
  /** Null: fewer than `least`, though not nobody. */
  total: number | null
  /** Of a topic that is told and has sub-topics. */
  branches: Readonly<Record<string, Told>>
  names: Readonly<Record<string, string>>
}

export interface TopicPlace {
  id: string
  parent_id: string | null
  name: string
}

/** From a topic up to the one without a parent, itself first. */
function wayUp(topic: string, topics: ReadonlyMap<string, TopicPlace>): string[] {
  const way = [topic]
  for (let at = topics.get(topic)?.parent_id; at && !way.includes(at); at = topics.get(at)?.parent_id) way.push(at)
  return way
}

const added = (counts: readonly Count[]): Count[] =>
  [...Map.groupBy(counts, ({ key }) => key)].map(([key, alike]) => ({
    key,
    count: alike.reduce((total, { count }) => total + count, 0),
  }))

const nothing: Told = { shown: [], rest: 0 }

/**
 * What may be told of a month. Every breakdown divides the same opinions once, sub-topics divide their topic: each
 * figure and what is left beside it is at least the threshold, and so is every difference between them.
 */
export function tellMonth(
  counts: CodedCounts,
  topics: readonly TopicPlace[],
  { least, names }: Pick<MonthFigures, 'least' | 'names'>,
): MonthFigures {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const total = toldTotal(counts.total, least)
  const ways = counts.topics.map(({ key, count }) => ({ way: wayUp(key, byId), count }))
  const roots = added(ways.map(({ way, count }) => ({ key: way.at(-1) ?? '', count })))
  const told = (given: readonly Count[]) => (total === null ? nothing : withhold(added(given), least))
  const topTopics = told(roots)
  const branches = topTopics.shown.map(({ key }) => {
    const below = ways.filter(({ way }) => way.at(-1) === key)
    return [key, told(below.map(({ way, count }) => ({ key: way.at(-2) ?? key, count })))] as const
  })
  return {
    least,
    total,
    topics: topTopics,
    branches: Object.fromEntries(branches.filter(([key, { shown }]) => shown.some((each) => each.key !== key))),
    places: told(counts.places),
    groups: told(counts.groups),
    fields: told(counts.fields),
    concerns: told(counts.concerns),
    outcomes: told(counts.outcomes),
    names,
  }
}

/** How many are told of a key; null: not told, which is neither zero nor few. */
export function toldOf(figures: MonthFigures, what: Breakdown, key: string): number | null {
  // Where the month itself is not told, nothing in it is.
  if (figures.total === null) return null
  const { shown, rest } = figures[what]
  const found = shown.find((each) => each.key === key)
  if (found !== undefined) return found.count
  return rest === 0 ? 0 : null
}

export const nameKey = (what: Breakdown, key: string) => `${what}.${key}`

/** Names of what is told, and no others: a place that is not told is not named either. */
export function namesTold(figures: MonthFigures): MonthFigures {
  const within = Object.values(figures.branches).flatMap(({ shown }) => shown)
  const used = breakdowns.flatMap((what) =>
    [...figures[what].shown, ...(what === 'topics' ? within : [])].map(({ key }) => nameKey(what, key)),
  )
  const names = Object.entries(figures.names).filter(([key]) => used.includes(key))
  return { ...figures, names: Object.fromEntries(names) }
}
