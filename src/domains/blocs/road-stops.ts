import type { Locale } from '#platform/words.ts'
import { isPast } from '#platform/clock.ts'
import type { RoadStop, Stop } from './bloc-year.ts'
import { words } from './words.ts'

export type RoadState = 'past' | 'now' | 'next' | 'late' | 'skipped' | 'closed'

/** How a stop looks on a day: late once its last day has passed and it is neither done nor left out. */
export function roadState(stop: Pick<Stop, 'state' | 'due_on'>, today: string): RoadState {
  if (stop.state === 'done') return 'past'
  if (stop.state === 'skipped' || stop.state === 'closed') return stop.state
  if (stop.due_on !== null && isPast(stop.due_on, today)) return 'late'
  return stop.state === 'open' ? 'now' : 'next'
}

const wholeDay = (day: string) => day.split('-').toReversed().join('/')

interface RoadView {
  locale: Locale
  today: string
  /** Where a stop is changed, for who may. */
  href?: ((stop: RoadStop) => string) | undefined
}

/** A year's stops as `ui/road.tsx` draws them. */
export function roadStopsOf(stops: readonly Stop[], { locale, today, href }: RoadView) {
  const t = words(locale)
  const whenOf = (stop: Stop) => {
    if (stop.state === 'closed') return undefined
    if (stop.done_on !== null) return wholeDay(stop.done_on)
    return stop.due_on === null ? undefined : t.dueOn(wholeDay(stop.due_on))
  }
  return stops.map((stop) => {
    const when = whenOf(stop)
    return {
      label: t.stops[stop.stop],
      state: roadState(stop, today),
      ...(when === undefined ? {} : { when }),
      ...(stop.note === '' ? {} : { note: stop.note }),
      ...(href === undefined ? {} : { href: href(stop.stop) }),
    }
  })
}
