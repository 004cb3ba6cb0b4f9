import { agreementCan, isStopped } from '#domains/agreement/agreement.ts'
import { isPast } from '#platform/clock.ts'
import type { PublishedAgreement } from '../queries.ts'

/** The last day to sign a text that not all have signed. */
export interface SigningTerm {
  day: string
  isOver: boolean
}

/** Absent where all have signed, where a refusal ended the signing before any day did, and where no day was set. */
export function signingTerm({ row, signers }: PublishedAgreement, today: string): SigningTerm | null {
  if (!agreementCan('sign', row) || isStopped(signers) || row.sign_by === null) return null
  return { day: row.sign_by, isOver: isPast(row.sign_by, today) }
}
