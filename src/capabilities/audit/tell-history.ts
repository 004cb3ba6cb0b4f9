import { writeDays } from '#platform/write-days.ts'
import type { Facts } from './record.ts'

interface Entry {
  at: Date
  actor_name: string
  action: string
  facts: unknown
}

/** What was done, in words, by action; days in the facts come written out. */
export type Deeds = Readonly<Record<string, (facts: Record<string, string>) => string>>

/** What a program did with a person's access token says so, by the token's name. */
const through = (facts: unknown) => {
  const { token } = Object(facts) as { token?: unknown }
  return typeof token === 'string' ? ` (API: ${token})` : ''
}

/** A record's history as `ui/history.tsx` shows it. */
export function tellHistory(entries: readonly Entry[], deeds: Deeds) {
  return entries.map(({ at, actor_name, action, facts }) => ({
    at,
    who: actor_name,
    what: (deeds[action]?.(writeDays(facts as Facts)) ?? action) + through(facts),
  }))
}
