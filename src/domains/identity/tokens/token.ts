import { createHash, randomBytes } from 'node:crypto'
import { addDays } from '#platform/clock.ts'

/** Longest life of a token: it is renewed by hand once a year, so that nobody forgets that it is there. */
const mostDays = 366

export const lastDayFrom = (today: string) => addDays(today, mostDays)

/** 256 bits behind a mark by which people and scanners of leaked secrets know it; the database keeps its SHA-256. */
export const newAccessToken = () => `giaouoc_${randomBytes(32).toString('base64url')}`

export const hashAccessToken = (token: string) => createHash('sha256').update(token, 'utf8').digest()

/** How far a token reaches: one unit, or one bloc-year. */
export type TokenScope = { unit: string; blocYear: null } | { unit: null; blocYear: string }

/** 'unit:…' or 'year:…', as a form carries it. */
export const writeScope = (scope: TokenScope) => (scope.unit === null ? `year:${scope.blocYear}` : `unit:${scope.unit}`)

const written = /^(?<kind>unit|year):(?<id>[\da-f-]{36})$/u

export function readScope(text: string): TokenScope | undefined {
  const { kind, id } = written.exec(text)?.groups ?? {}
  if (kind === undefined || id === undefined) return undefined
  return kind === 'unit' ? { unit: id, blocYear: null } : { unit: null, blocYear: id }
}

export type TokenState = 'open' | 'expired' | 'ended'

export function tokenState(token: { ended_at: Date | null; until_on: string }, today: string): TokenState {
  if (token.ended_at !== null) return 'ended'
  return today > token.until_on ? 'expired' : 'open'
}
