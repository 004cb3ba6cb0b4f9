import type { RevocationReason } from '../../../../db/types.ts'

export const revocationReasons = [
  'key_compromise',
  'superseded',
  'affiliation_changed',
  'cessation_of_operation',
] as const satisfies RevocationReason[]

interface Term {
  valid_to: Date
  revoked_at: Date | null
}

export type Standing = 'in_force' | 'ending' | 'revoked' | 'expired'

/** Whether one may sign with it now; `ending`: yes, and the moment of its revocation is set. */
export function standingAt(now: Date, { valid_to: validTo, revoked_at: revokedAt }: Term): Standing {
  if (revokedAt !== null && revokedAt <= now) return 'revoked'
  if (validTo <= now) return 'expired'
  return revokedAt === null ? 'in_force' : 'ending'
}

export const isUsableAt = (now: Date, term: Term) => ['in_force', 'ending'].includes(standingAt(now, term))
