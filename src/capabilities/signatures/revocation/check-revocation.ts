import { createHash } from 'node:crypto'
import { validationOids } from '../asn1/validation-identifiers.ts'
import { extendedUsesOf, mayBeUsedFor } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { checkSignature, isStrongKey } from '../trust/check-signature.ts'
import { isIssuer } from '../trust/judge-trust.ts'
import { entryOf, isInScope } from './crl.ts'
import type { Crl } from './crl.ts'
import type { Evidence } from './evidence.ts'
import { isAbout, keyBytesOf } from './ocsp.ts'
import type { OcspResponse } from './ocsp.ts'

/** RFC 5280, 5.3.1, by number; the seventh was never given. */
const reasons = [
  'unspecified',
  'keyCompromise',
  'authorityCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'hold',
  'unspecified',
  'removed',
  'privilegeWithdrawn',
  'attributeAuthorityCompromise',
] as const
export type RevocationReason = (typeof reasons)[number]

interface Proof {
  readonly source: 'ocsp' | 'crl'
  /** When the issuer said so; ISO 8601 in UTC, as all times here. */
  readonly saidAt: string
}

interface Ended extends Proof {
  readonly revokedAt: string
  readonly reason: RevocationReason | null
}

/** `revokedLater`: it was good at the moment in question and has been revoked since. */
export type Revocation =
  | ({ readonly state: 'good' } & Proof)
  | ({ readonly state: 'revoked' | 'revokedLater' } & Ended)
  | { readonly state: 'unknown' }

export interface Moment {
  /** When the certificate must have been good. */
  readonly at: Date
  /** When it is asked: nothing said after this counts. */
  readonly now: Date
}

/** What one proof says; `until` is how long that holds. */
interface Statement extends Proof {
  readonly thisUpdate: Date
  readonly until: Date
  readonly ended: { readonly at: Date; readonly reason: number | null } | null
}

const minute = 60_000
const day = 24 * 60 * minute
/** Clocks differ. */
const tolerance = 5 * minute

/** Whether a certificate was good at a moment, by proofs that its issuer signed or had signed. Nothing is fetched. */
export function checkRevocation(
  certificate: Certificate,
  issuer: Certificate,
  evidence: Evidence,
  { at, now }: Moment,
): Revocation {
  const said = [
    ...evidence.responses.flatMap((one) => fromResponse(one, { certificate, issuer, evidence })),
    ...evidence.lists.flatMap((one) => fromList(one, certificate, issuer)),
  ].filter(({ thisUpdate }) => thisUpdate.getTime() <= now.getTime() + tolerance)
  const ended = said.filter((one) => one.ended !== null).toSorted(byEnd)[0]
  if (ended?.ended) return describeEnd(ended, ended.ended, at)
  const good = said.filter(({ thisUpdate, until }) => until >= at && thisUpdate <= certificate.notAfter)
  const newest = good.toSorted((one, other) => other.thisUpdate.getTime() - one.thisUpdate.getTime())[0]
  return newest ? { state: 'good', source: newest.source, saidAt: newest.saidAt } : { state: 'unknown' }
}

const byEnd = (one: Statement, other: Statement) => (one.ended?.at.getTime() ?? 0) - (other.ended?.at.getTime() ?? 0)

function describeEnd({ source, saidAt }: Statement, ended: { at: Date; reason: number | null }, at: Date): Revocation {
  const reason = ended.reason === null ? null : (reasons[ended.reason] ?? 'unspecified')
  const state = ended.at <= at ? 'revoked' : 'revokedLater'
  return { state, source, saidAt, revokedAt: ended.at.toISOString(), reason }
}

interface About {
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly evidence: Evidence
}

function fromResponse(response: OcspResponse, about: About): Statement[] {
  const found = response.statements.filter((one) => one.status !== 'unknown')
  const matching = found.filter((one) => isAbout(one, about.certificate, about.issuer))
  if (matching.length === 0 || !isAuthorized(response, about)) return []
  return matching.map(({ thisUpdate, nextUpdate, revokedAt, reason }) => ({
    source: 'ocsp',
    saidAt: thisUpdate.toISOString(),
    thisUpdate,
    until: nextUpdate ?? new Date(thisUpdate.getTime() + day),
    ended: revokedAt ? { at: revokedAt, reason } : null,
  }))
}

/** Signed by the issuer, or by one whom the issuer itself made a responder (RFC 6960, 4.2.2.2). */
function isAuthorized(response: OcspResponse, about: About): boolean {
  const delegates = response.certificates.filter((one) => isDelegate(one, response, about))
  const { algorithm, signedPart: bytes, signature } = response
  return [about.issuer, ...delegates].some(
    (one) =>
      isResponder(one, response) &&
      checkSignature({ key: one.publicKey, algorithm, digest: null, bytes, signature }) === 'right',
  )
}

function isResponder(certificate: Certificate, { responder }: OcspResponse): boolean {
  if ('name' in responder) return Buffer.compare(certificate.subjectDer, responder.name) === 0
  return createHash('sha1').update(keyBytesOf(certificate)).digest('hex') === responder.keyHash
}

function isDelegate(delegate: Certificate, { producedAt }: OcspResponse, { issuer, evidence }: About): boolean {
  if (Buffer.compare(delegate.issuerDer, issuer.subjectDer) !== 0 || !isStrongKey(delegate.publicKey)) return false
  if (!extendedUsesOf(delegate).includes(validationOids.ocspSigning) || !mayBeUsedFor(delegate, 0)) return false
  if (producedAt < delegate.notBefore || producedAt > delegate.notAfter) return false
  return isIssuer(issuer, delegate, { left: 1 }) && !isRevokedDelegate(delegate, producedAt, { issuer, evidence })
}

/** One that says it need not be looked up is not; of the others a list may know. */
function isRevokedDelegate(
  delegate: Certificate,
  producedAt: Date,
  { issuer, evidence }: Pick<About, 'issuer' | 'evidence'>,
): boolean {
  if (delegate.extensions.has(validationOids.ocspNoCheck)) return false
  const said = evidence.lists.flatMap((one) => fromList(one, delegate, issuer))
  return said.some(({ ended }) => ended !== null && ended.at <= producedAt)
}

function fromList(list: Crl, certificate: Certificate, issuer: Certificate): Statement[] {
  if (Buffer.compare(list.issuerDer, certificate.issuerDer) !== 0 || !mayBeUsedFor(issuer, 6)) return []
  const { algorithm, signedPart: bytes, signature, thisUpdate, nextUpdate: until } = list
  if (!isInScope(list, certificate)) return []
  if (checkSignature({ key: issuer.publicKey, algorithm, digest: null, bytes, signature }) !== 'right') return []
  try {
    const entry = entryOf(list, certificate.serial)
    const ended = entry ? { at: entry.revokedAt, reason: entry.reason } : null
    return [{ source: 'crl', saidAt: thisUpdate.toISOString(), thisUpdate, until, ended }]
  } catch {
    return []
  }
}
