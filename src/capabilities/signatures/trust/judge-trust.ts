import { oids } from '../asn1/identifiers.ts'
import { open, readElement, readHexInteger } from '../asn1/read.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'
import { extendedUsesOf, isAuthority, mayBeUsedFor } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { checkSignature, isStrongKey } from './check-signature.ts'

type Distrust =
  | 'unknownIssuer'
  | 'notYetValid'
  | 'expired'
  | 'revoked'
  | 'notForSigning'
  | 'weakKey'
  | 'weakAlgorithm'
  | 'strangeExtension'
  | 'noCertificate'

/** `anchor` is the name of the trusted root at the end of the chain. */
export type Trust =
  | { readonly trusted: true; readonly anchor: string | null }
  | { readonly trusted: false; readonly reason: Distrust }

interface Circle {
  /** Certificates that came with the signature or the file: known, not trusted. */
  readonly others: readonly Certificate[]
  readonly anchors: readonly Certificate[]
  readonly at: Date
}

interface Path {
  readonly trust: Trust
  /** From the certificate itself up to the trusted root; empty when there is none. */
  readonly path: readonly Certificate[]
}

const deepest = 5
/** Signatures of certificates that one search may check: names that go in circles end here. */
const mostChecks = 200

const understood = new Set<string>([
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.certificatePolicies,
])

/** Uses under which nobody signs a paper; a certificate that has others too may. */
const foreignUses = new Set([
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.3',
  oids.timeStamping as string,
  validationOids.ocspSigning as string,
])

/** Whether a chain leads from a signer of papers to one of the given roots, every link valid at that moment. */
export function findSignerPath(signer: Certificate, circle: Circle): Path {
  const uses = extendedUsesOf(signer)
  const isForeign = uses.length > 0 && uses.every((use) => foreignUses.has(use))
  if (isForeign) return without('notForSigning')
  return isNamed(signer, circle) ? namedItself(signer, circle.at) : findPath(signer, circle)
}

const isNamed = ({ der }: Certificate, { anchors }: Circle) =>
  anchors.some((anchor) => Buffer.compare(anchor.der, der) === 0)

/** One that the list itself names, as it does a seal that no authority has certified. */
function namedItself(signer: Certificate, at: Date): Path {
  const reason = distrustOf(signer, at)
  return reason ? without(reason) : { trust: { trusted: true, anchor: signer.subject.commonName }, path: [signer] }
}

/** The same for a certificate whose use was judged before: a time stamp's. */
export function findPath(signer: Certificate, circle: Circle): Path {
  const own = distrustOf(signer, circle.at)
  if (own) return without(own)
  if (!mayBeUsedFor(signer, 0) && !mayBeUsedFor(signer, 1)) return without('notForSigning')
  return climb([signer], circle, { left: mostChecks })
}

const without = (reason: Distrust): Path => ({ trust: { trusted: false, reason }, path: [] })

function distrustOf(certificate: Certificate, at: Date): Distrust | null {
  if (at < certificate.notBefore) return 'notYetValid'
  if (at > certificate.notAfter) return 'expired'
  if (!isStrongKey(certificate.publicKey)) return 'weakKey'
  return isStrange(certificate) ? 'strangeExtension' : null
}

/** Limits on names are not judged: a certificate that has them is not understood, however it marks them. */
function isStrange({ extensions }: Certificate): boolean {
  if (extensions.has(validationOids.nameConstraints)) return true
  return [...extensions].some(([oid, { critical }]) => critical && !understood.has(oid))
}

function climb(chain: readonly Certificate[], circle: Circle, checks: { left: number }): Path {
  const last = chain.at(-1)
  let best = without('unknownIssuer')
  if (!last || chain.length > deepest + 1) return best
  if (!last.signatureAlgorithm) return without('weakAlgorithm')
  for (const issuer of issuersOf(last, chain, circle)) {
    if (!isIssuer(issuer, last, checks)) continue
    const reason = distrustOf(issuer, circle.at)
    const found = reason ? without(reason) : above(issuer, chain, { circle, checks })
    if (found.trust.trusted) return found
    best = found
  }
  return best
}

const issuersOf = (last: Certificate, chain: readonly Certificate[], { anchors, others }: Circle) =>
  [...anchors, ...others].filter((issuer) => !chain.includes(issuer) && mayIssue(issuer, last, chain.length - 1))

function above(
  issuer: Certificate,
  chain: readonly Certificate[],
  { circle, checks }: { circle: Circle; checks: { left: number } },
): Path {
  const path = [...chain, issuer]
  if (!circle.anchors.includes(issuer)) return climb(path, circle, checks)
  return { trust: { trusted: true, anchor: issuer.subject.commonName }, path }
}

/** `below`: how many authorities stand between the issuer and the signer. */
function mayIssue(issuer: Certificate, certificate: Certificate, below: number): boolean {
  if (Buffer.compare(issuer.subjectDer, certificate.issuerDer) !== 0) return false
  if (Buffer.compare(issuer.der, certificate.der) === 0) return false
  return isAuthority(issuer) && mayBeUsedFor(issuer, 5) && below <= mostBelow(issuer)
}

export function isIssuer(issuer: Certificate, certificate: Certificate, checks: { left: number }): boolean {
  checks.left -= 1
  if (checks.left < 0) return false
  const { signatureAlgorithm: algorithm, signedPart: bytes, signature } = certificate
  return checkSignature({ key: issuer.publicKey, algorithm, digest: null, bytes, signature }) === 'right'
}

function mostBelow(issuer: Certificate): number {
  const value = issuer.extensions.get(oids.basicConstraints)?.value
  const limit = value && open(readElement(value)).find(({ tag }) => tag === 0x02)
  return limit ? Number(`0x${readHexInteger(limit)}`) : deepest
}
