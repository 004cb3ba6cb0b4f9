import { nameKey, toldOf, type MonthFigures } from './month-figures.ts'
import { heatOf, type Heat, type HotRule } from './hot-spot.ts'

/** A month that was closed. */
export interface ClosedMonth {
  month: string
  figures: MonthFigures
}

export interface HotSpot {
  what: 'topics' | 'places'
  key: string
  name: string
  heat: Heat
}

const kinds = ['topics', 'places'] as const

/** The topics and places of a month that the rule calls hot spots, the most first. */
export function hotSpotsOf(month: string, closed: readonly ClosedMonth[], rule: HotRule): HotSpot[] {
  const now = closed.find((one) => one.month === month)
  if (now === undefined) return []
  const spots = kinds.flatMap((what) =>
    now.figures[what].shown
      .filter(({ key }) => key !== '')
      .flatMap(({ key, count }) => {
        const before = closed.map((one) => ({ month: one.month, count: toldOf(one.figures, what, key) }))
        const heat = heatOf({ month, count }, before, rule)
        return heat === null ? [] : [{ what, key, name: now.figures.names[nameKey(what, key)] ?? key, heat }]
      }),
  )
  return spots.toSorted((one, other) => other.heat.count - one.heat.count || one.name.localeCompare(other.name, 'vi'))
}
