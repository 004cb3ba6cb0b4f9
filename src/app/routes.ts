import type { Route } from '#platform/web.ts'
import type { Violations } from './violations.ts'

/** Every route of the product, a line a domain. */
export function allRoutes(): readonly Route[] {
  return []
}

/** The sentences of every domain's rules, by the first word of their keys. */
export const violations: Violations = {}
