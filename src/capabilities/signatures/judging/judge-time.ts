import type { Certificate } from '../trust/certificate.ts'
import { findPath } from '../trust/judge-trust.ts'
import type { Trust } from '../trust/judge-trust.ts'
import { isProven, joined, linksOf } from './judging.ts'
import type { Judging } from './judging.ts'
import type { CertificateLink, TimestampReport } from '../report/report.ts'
import { openEvidence } from '../revocation/evidence.ts'
import type { Timestamp } from '../cms/timestamp-token.ts'

/** A time stamp with whom it is believed for. */
export interface JudgedTime {
  readonly report: TimestampReport
  /** Null: it proves nothing. */
  readonly time: Date | null
  /** The path of its authority, as far as the file itself proves it was not revoked. */
  readonly isProvenInFile: boolean
  readonly path: readonly Certificate[]
}

const tolerance = 5 * 60_000

/**
 * Whether a time stamp is to be believed. `by` is when its certificate must still hold: the moment for which something
 * later vouches, else now. After that its key may have become known, and with it any time could have been stamped.
 */
export function judgeTime(stamp: Timestamp, judging: Judging, by: Date): JudgedTime {
  const { certificate, others, time } = stamp
  const circle = { others: [...others, ...judging.certificates], anchors: judging.trust.time, at: by }
  const { trust: chain, path } = findPath(certificate, circle)
  const own = openEvidence(stamp)
  const moment = { at: time, now: judging.now }
  const links = linksOf(path, joined(judging.evidence, own), moment)
  const trust = distrustIn({ trust: chain, links, stamp, by }) ?? chain
  return {
    report: { time: time.toISOString(), authority: certificate.subject.commonName, trust, chain: links },
    time: trust.trusted ? time : null,
    isProvenInFile: isProven(path, joined(judging.inFile, own), moment),
    path,
  }
}

interface Judged {
  readonly trust: Trust
  readonly links: readonly CertificateLink[]
  readonly stamp: Timestamp
  readonly by: Date
}

function distrustIn({ trust, links, stamp, by }: Judged): Trust | null {
  if (!trust.trusted) return null
  const isEarly = stamp.time < stamp.certificate.notBefore || stamp.time.getTime() > by.getTime() + tolerance
  if (isEarly) return { trusted: false, reason: 'notYetValid' }
  return links.some((link) => spoils(link, by)) ? { trusted: false, reason: 'revoked' } : null
}

/** Reasons that say the key was not lost: what it stamped before stays good (RFC 3161, 4). */
const harmless = new Set<string | null>(['unspecified', 'affiliationChanged', 'superseded', 'cessationOfOperation'])

function spoils({ revocation }: CertificateLink, by: Date): boolean {
  if (revocation.state === 'revoked') return true
  if (revocation.state !== 'revokedLater') return false
  return !harmless.has(revocation.reason) && new Date(revocation.revokedAt) <= by
}
