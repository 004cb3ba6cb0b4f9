import { readAlgorithm } from '../trust/algorithms.ts'
import type { SignatureAlgorithm } from '../trust/algorithms.ts'
import { oids } from '../asn1/identifiers.ts'
import {
  Asn1Error,
  children,
  demandTag,
  open,
  readBits,
  readElement,
  readHexInteger,
  readOctets,
  readOid,
  readTime,
  walk,
} from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'
import { demandSame, isAuthority } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'

/** A list of revoked certificates (RFC 5280, 5); its entries are looked through only when asked. */
export interface Crl {
  readonly der: Uint8Array
  readonly signedPart: Uint8Array
  readonly algorithm: SignatureAlgorithm | null
  readonly signature: Uint8Array
  readonly issuerDer: Uint8Array
  readonly thisUpdate: Date
  /** A list that does not say so is not used. */
  readonly nextUpdate: Date
  readonly scope: Scope
  readonly entries: Element | null
}

/** Of which certificates of its issuer the list speaks. */
interface Scope {
  readonly userOnly: boolean
  readonly authoritiesOnly: boolean
  /** DER of the names of the one distribution point that it is for; null: for all. */
  readonly points: readonly Uint8Array[] | null
}

interface CrlEntry {
  readonly revokedAt: Date
  readonly reason: number | null
}

/** Throws Asn1Error: no list, a delta or an indirect one, one for some reasons only, an unknown critical extension. */
export function readCrl(bytes: Uint8Array): Crl {
  const whole = readElement(bytes)
  const [signedPart, algorithm, signature] = open(whole)
  const parts = open(signedPart)
  const [inner, issuer, thisUpdate, nextUpdate, ...rest] = parts[0]?.tag === 0x02 ? parts.slice(1) : parts
  demandSame(inner, algorithm)
  return {
    der: whole.bytes,
    signedPart: demandTag(signedPart, 0x30).bytes,
    algorithm: readAlgorithm(algorithm),
    signature: readBits(signature),
    issuerDer: demandTag(issuer, 0x30).bytes,
    thisUpdate: readTime(thisUpdate),
    nextUpdate: readTime(nextUpdate),
    scope: readScope(rest.find(({ tag }) => tag === 0xa0)),
    entries: rest.find(({ tag }) => tag === 0x30) ?? null,
  }
}

const unrestricted: Scope = { userOnly: false, authoritiesOnly: false, points: null }

function readScope(wrapper: Element | undefined): Scope {
  let scope = unrestricted
  if (!wrapper) return scope
  for (const extension of open(children(wrapper)[0])) {
    const [type, ...rest] = open(extension)
    const oid = readOid(type)
    const isCritical = rest[0]?.tag === 0x01 && rest[0].content[0] !== 0
    if (oid === validationOids.issuingDistributionPoint) scope = readPoint(readElement(readOctets(rest.at(-1))))
    else if (oid === validationOids.deltaCrl || isCritical) throw new Asn1Error('list not supported')
  }
  return scope
}

/** [3] some reasons, [4] indirect and [5] attribute certificates make it a list that we do not use. */
function readPoint(value: Element): Scope {
  const parts = new Map(open(value).map((part) => [part.tag, part]))
  const isYes = (tag: number) => (parts.get(tag)?.content[0] ?? 0) !== 0
  if (parts.has(0x83) || isYes(0x84) || isYes(0x85)) throw new Asn1Error('list not supported')
  const point = parts.get(0xa0)
  const full = point ? children(point)[0] : undefined
  if (full && full.tag !== 0xa0) throw new Asn1Error('list not supported')
  return {
    userOnly: isYes(0x81),
    authoritiesOnly: isYes(0x82),
    points: full ? children(full).map(({ bytes }) => bytes) : null,
  }
}

/** Whether the list would name this certificate if it were revoked. */
export function isInScope({ scope }: Crl, certificate: Certificate): boolean {
  if (isAuthority(certificate) ? scope.userOnly : scope.authoritiesOnly) return false
  if (!scope.points) return true
  const named = Buffer.from(certificate.extensions.get(oids.listDistributionPoints)?.value ?? [])
  return scope.points.some((point) => named.includes(Buffer.from(point)))
}

/** The entry of a serial number. Throws Asn1Error when an entry speaks for another issuer. */
export function entryOf({ entries }: Crl, serial: string): CrlEntry | null {
  if (!entries) return null
  for (const entry of walk(entries)) {
    const [number, revokedAt, extensions] = open(entry)
    if (extensions) demandOwn(extensions)
    if (readHexInteger(number) === serial) return { revokedAt: readTime(revokedAt), reason: reasonOf(extensions) }
  }
  return null
}

/** Any critical extension of an entry, the other issuer's above all, changes what the list means. */
function demandOwn(extensions: Element): void {
  for (const extension of children(extensions)) {
    const [type, flag] = open(extension)
    const oid = readOid(type)
    const isCritical = flag?.tag === 0x01 && flag.content[0] !== 0 && oid !== validationOids.crlReason
    if (isCritical || oid === validationOids.entryIssuer) throw new Asn1Error('list not supported')
  }
}

function reasonOf(extensions: Element | undefined): number | null {
  for (const extension of extensions ? children(extensions) : []) {
    const [type, ...rest] = open(extension)
    if (readOid(type) !== validationOids.crlReason) continue
    return demandTag(readElement(readOctets(rest.at(-1))), 0x0a).content[0] ?? null
  }
  return null
}
