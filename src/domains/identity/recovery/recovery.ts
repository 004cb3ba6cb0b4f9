import type { Fact } from '#platform/announcements.ts'

export type RecoveryState = 'waiting' | 'confirmed' | 'used' | 'withdrawn' | 'expired'

/** The second person has so long; the person stands before them meanwhile, or comes again. */
export const waitingHours = 48

/** The slip is used on the spot. */
export const slipMinutes = 60

interface RecoveryDates {
  expires_at: Date
  confirmed_at: Date | null
  used_at: Date | null
  withdrawn_at: Date | null
}

export function recoveryState(recovery: RecoveryDates, now: Date): RecoveryState {
  if (recovery.used_at !== null) return 'used'
  if (recovery.withdrawn_at !== null) return 'withdrawn'
  if (recovery.expires_at <= now) return 'expired'
  return recovery.confirmed_at === null ? 'waiting' : 'confirmed'
}

/** What the calendar has to know of a recovery: somebody else must confirm it, or need not any more. */
export interface RecoveryFact extends Fact {
  name: 'identity.recoveryOpened' | 'identity.recoveryClosed'
  recovery: string
  account: string
  person: string
  openedBy: string
  opener: string
  /** For which the person works: their leaders may confirm. */
  units: readonly string[]
}

/**
 * Whose leaders may be the second person. For somebody with a role in the tenant nobody's: two leaders of one unit would
 * else take over the account of an administrator who works there. Nor for somebody of several units: any leader may name
 * the leader of another unit as an officer of the own one.
 */
export function unitsOfSecond(concerned: { tenantRoles: readonly string[] }, units: readonly string[]) {
  const [only, ...more] = new Set(units)
  return concerned.tenantRoles.length > 0 || only === undefined || more.length > 0 ? [] : [only]
}
