import { oids, signatureDigests } from './asn1/identifiers.ts'
import { open, readElement } from './asn1/read.ts'
import { isAuthority, mayBeUsedFor } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { checkSignature, isStrongKey } from './check-signature.ts'

type Distrust =
  | 'unknownIssuer'
  | 'notYetValid'
  | 'expired'
  | 'notForSigning'
  | 'weakKey'
  | 'strangeExtension'
  | 'noCertificate'

/** `anchor` is the name of the trusted root at the end of the chain. */
export type Trust =
  | { readonly trusted: true; readonly anchor: string | null }
  | { readonly trusted: false; readonly reason: Distrust }

interface Circle {
  /** Certificates that came with the signature: known, not trusted. */
  readonly others: readonly Certificate[]
  readonly anchors: readonly Certificate[]
  readonly at: Date
}

const deepest = 5
const understood = new Set<string>([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.certificatePolicies,
])

/** Whether a chain leads from a signer to one of the given roots, every link valid at that moment. */
export function judgeTrust(signer: Certificate, circle: Circle): Trust {
  const own = distrustOf(signer, circle.at)
  if (own) return { trusted: false, reason: own }
  if (!mayBeUsedFor(signer, 0) && !mayBeUsedFor(signer, 1)) return { trusted: false, reason: 'notForSigning' }
  return climb(signer, circle, 0)
}

function distrustOf(certificate: Certificate, at: Date): Distrust | null {
  if (at < certificate.notBefore) return 'notYetValid'
  if (at > certificate.notAfter) return 'expired'
  if (!isStrongKey(certificate.publicKey)) return 'weakKey'
  const strange = [...certificate.extensions].some(([oid, { critical }]) => critical && !understood.has(oid))
  return strange ? 'strangeExtension' : null
}

function climb(certificate: Certificate, circle: Circle, below: number): Trust {
  const unknown: Trust = { trusted: false, reason: 'unknownIssuer' }
  if (below > deepest) return unknown
  let best: Trust = unknown
  for (const issuer of [...circle.anchors, ...circle.others]) {
    if (!isIssuer(issuer, certificate, below)) continue
    const reason = distrustOf(issuer, circle.at)
    const isAnchor = circle.anchors.includes(issuer)
    if (!reason && isAnchor) return { trusted: true, anchor: issuer.subject.commonName }
    const found: Trust = reason ? { trusted: false, reason } : climb(issuer, circle, below + 1)
    if (found.trusted) return found
    best = found
  }
  return best
}

/** `below`: how many authorities stand between the issuer and the signer. */
function isIssuer(issuer: Certificate, certificate: Certificate, below: number): boolean {
  if (issuer === certificate || Buffer.compare(issuer.subjectDer, certificate.issuerDer) !== 0) return false
  if (Buffer.compare(issuer.der, certificate.der) === 0 || !isAuthority(issuer) || !mayBeUsedFor(issuer, 5))
    return false
  if (below > mostBelow(issuer) || signatureDigests[certificate.signatureOid] === undefined) return false
  const { signatureOid, signedPart, signature } = certificate
  return checkSignature({ key: issuer.publicKey, signatureOid, digest: null, bytes: signedPart, signature }) === 'right'
}

function mostBelow(issuer: Certificate): number {
  const value = issuer.extensions.get(oids.basicConstraints)?.value
  const limit = value && open(readElement(value)).find(({ tag }) => tag === 0x02)
  return limit ? Number(`0x${Buffer.from(limit.content).toString('hex')}`) : deepest
}
