import { timingSafeEqual } from 'node:crypto'
import type { Entry, Facts } from '../record.ts'

/** An entry exactly as it is stored: what a parser would smooth over is still to be seen. */
export interface StoredEntry {
  number: number
  /** ISO 8601 in UTC with six decimals. */
  at: string
  account_id: string | null
  actor_name: string
  acting_unit_id: string | null
  action: string
  subject_kind: string
  subject_id: string | null
  /** JSON as the database writes it. */
  facts: string
  previous_hash: Uint8Array
  hash: Uint8Array
}

export const isSame = (one: Uint8Array, other: Uint8Array) => one.length === other.length && timingSafeEqual(one, other)

/** Beyond these the database and JavaScript write the same number in two ways. */
const isPlain = (value: number) => value === 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e21)

/** `null` when a number is not written as it was hashed: 1.0 for 1, or digits that a double does not hold. */
function exactFacts(text: string): Facts | null {
  let isExact = true
  const facts: unknown = JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    if (typeof value === 'number' && isPlain(value) && context?.source !== String(value)) isExact = false
    return value
  })
  return isExact ? (facts as Facts) : null
}

const exactTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})000Z$/

/** What was hashed, when the stored entry says exactly that: the hash knows milliseconds, the column microseconds. */
export function entryOf({ hash: _hash, previous_hash: _previous, at, facts, ...rest }: StoredEntry): Entry | null {
  const time = exactTime.exec(at)?.[1]
  const exact = exactFacts(facts)
  return time === undefined || exact === null ? null : { ...rest, at: new Date(`${time}Z`), facts: exact }
}
