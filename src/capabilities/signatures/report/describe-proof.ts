import type { Locale } from '#platform/words.ts'
import { moment } from './describe-value.ts'
import type { CertificateLink, SignatureReport, TimestampReport } from './report.ts'
import type { Words } from './words.ts'

export function describeTimestamp(t: Words, timestamp: TimestampReport | null, locale: Locale): string {
  if (!timestamp) return t.notStamped
  const say = timestamp.trust.trusted ? t.stamped : t.stampedUntrusted
  return say(moment(timestamp.time, locale), timestamp.authority ?? t.unknown)
}

/** By when the signature was made, and who says so. */
export function describeTime(t: Words, { provenBy, judgedAt }: SignatureReport, locale: Locale): string {
  return provenBy === null ? t.claimed : t.proven[provenBy](moment(judgedAt, locale))
}

export function describeLevel(t: Words, { level, remarks }: SignatureReport): string | null {
  if (level) return t.level[level]
  return remarks.includes('subFilter.notBaseline') ? t.noLevel : null
}

/** The signer's own certificate comes first and needs no name. */
export function describeRevocation(
  t: Words,
  { name, revocation }: CertificateLink,
  { locale, index }: { locale: Locale; index: number },
): string {
  const said = describeState(t, revocation, locale)
  return index === 0 ? said : t.revocation.of(name ?? t.unknown, said)
}

function describeState(t: Words, revocation: CertificateLink['revocation'], locale: Locale): string {
  if (revocation.state === 'unknown') return t.revocation.unknown
  const source = t.revocation.source[revocation.source](moment(revocation.saidAt, locale))
  if (revocation.state === 'good') return t.revocation.good(source)
  const reason = revocation.reason === null ? '' : t.revocation.reason[revocation.reason]
  return t.revocation[revocation.state](moment(revocation.revokedAt, locale), reason, source)
}
