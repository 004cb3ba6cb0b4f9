import type { Certificate } from '../trust/certificate.ts'
import type { CertificateLink } from '../report/report.ts'
import { checkRevocation } from '../revocation/check-revocation.ts'
import type { Moment } from '../revocation/check-revocation.ts'
import type { Evidence } from '../revocation/evidence.ts'
import type { TrustList } from '../trust/trust-list.ts'

/** Since when bytes are known to have existed, and who says so besides the signature itself. */
export interface KnownSince {
  readonly at: Date
  readonly by: 'documentTimestamp' | 'kept'
}

/** All that a signature is judged by besides its own bytes. */
export interface Judging {
  readonly trust: TrustList
  /** Certificates that the file keeps for checking (DSS): known, not trusted. */
  readonly certificates: readonly Certificate[]
  /** Proofs about revocation that the file itself keeps. */
  readonly inFile: Evidence
  /** Those, and what the caller knows besides. */
  readonly evidence: Evidence
  readonly now: Date
  /** Of the first so many bytes; null: nobody vouches. */
  readonly since: (coveredBytes: number) => KnownSince | null
  /** Whether a trusted document time stamp lies over these bytes and over the validation data. */
  readonly isArchived: (coveredBytes: number) => boolean
  /** Steps that all comparisons together may still take. */
  readonly steps: { left: number }
}

export const joined = (one: Evidence, other: Evidence): Evidence => ({
  responses: [...one.responses, ...other.responses],
  lists: [...one.lists, ...other.lists],
})

/** What is known of the revocation of each certificate of a path, its root left out. */
export function linksOf(path: readonly Certificate[], evidence: Evidence, moment: Moment): CertificateLink[] {
  return path.slice(0, -1).map((certificate, index) => ({
    name: certificate.subject.commonName,
    serial: certificate.serial,
    revocation: checkRevocation(certificate, path[index + 1] ?? certificate, evidence, moment),
  }))
}

/** Whether every certificate of a path is shown not to have been revoked by then. */
export function isProven(path: readonly Certificate[], evidence: Evidence, moment: Moment): boolean {
  const isGood = ({ revocation }: CertificateLink) => revocation.state === 'good' || revocation.state === 'revokedLater'
  return path.length > 1 && linksOf(path, evidence, moment).every(isGood)
}
