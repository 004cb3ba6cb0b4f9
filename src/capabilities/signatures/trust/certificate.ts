import { createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readAlgorithm } from './algorithms.ts'
import type { SignatureAlgorithm } from './algorithms.ts'
import { internalOids, oids } from '../asn1/identifiers.ts'
import {
  Asn1Error,
  children,
  demandTag,
  open,
  readElement,
  readHexInteger,
  readBits,
  readOctets,
  readOid,
  readString,
  readTime,
} from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'

/** What a name in a certificate says; null where it says nothing. */
export interface CertificateName {
  readonly commonName: string | null
  readonly organization: string | null
  readonly title: string | null
  readonly country: string | null
  readonly serialNumber: string | null
}

export interface Certificate {
  readonly der: Uint8Array
  readonly signedPart: Uint8Array
  /** Null: one that is not accepted. */
  readonly signatureAlgorithm: SignatureAlgorithm | null
  readonly signature: Uint8Array
  /** Hex. */
  readonly serial: string
  readonly serialDer: Uint8Array
  readonly subject: CertificateName
  readonly subjectDer: Uint8Array
  readonly issuer: CertificateName
  readonly issuerDer: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: KeyObject
  readonly extensions: ReadonlyMap<string, { readonly critical: boolean; readonly value: Uint8Array }>
}

/** Throws Asn1Error when the bytes are no X.509 v3 certificate or the key is of no known kind. */
export function readCertificate(der: Uint8Array): Certificate {
  const whole = readElement(der)
  const [signedPart, algorithm, signature] = open(whole)
  const parts = open(signedPart)
  const [serial, inner, issuer, validity, subject, key, ...rest] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts
  demandSame(inner, algorithm)
  const [notBefore, notAfter] = open(validity)
  return {
    der: whole.bytes,
    signedPart: demandTag(signedPart, 0x30).bytes,
    signatureAlgorithm: readAlgorithm(algorithm),
    signature: readBits(signature),
    serial: readSerial(serial),
    serialDer: demandTag(serial, 0x02).bytes,
    subject: readName(subject),
    subjectDer: wholeSequence(subject),
    issuer: readName(issuer),
    issuerDer: wholeSequence(issuer),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: readKey(wholeSequence(key)),
    extensions: readExtensions(rest.find((part) => part.tag === 0xa3)),
  }
}

/** The algorithm stands inside the signed part and outside it, and must be one and the same. */
export function demandSame(inner: Element | undefined, outer: Element | undefined): void {
  if (Buffer.compare(demandTag(inner, 0x30).bytes, demandTag(outer, 0x30).bytes) !== 0) {
    throw new Asn1Error('two algorithms')
  }
}

function readKey(der: Uint8Array): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
  } catch (cause) {
    throw new Asn1Error('key', { cause })
  }
}

/** Bytes, with one for the sign (RFC 5280, 4.1.2.2). */
const longestSerial = 21

function readSerial(element: Element | undefined): string {
  const { content } = demandTag(element, 0x02)
  const isNegative = ((content[0] ?? 0x80) & 0x80) !== 0
  if (isNegative || content.length > longestSerial) throw new Asn1Error('serial number')
  return readHexInteger(element)
}

const wholeSequence = (part: Element | undefined) => demandTag(part, 0x30).bytes

function readName(name: Element | undefined): CertificateName {
  const values = new Map<string, string>()
  for (const pair of open(name).flatMap((part) => open(part, 0x31))) {
    const [type, value] = open(pair)
    if (type && value) values.set(readOid(type), readLoose(value))
  }
  const of = (oid: string) => values.get(oid) ?? null
  return {
    commonName: of(oids.commonName),
    organization: of(oids.organization),
    title: of(oids.title),
    country: of(oids.country),
    serialNumber: of(oids.serialNumber),
  }
}

/** A name may hold a kind of string we do not know; the certificate is still one. */
function readLoose(value: Element): string {
  try {
    return readString(value)
  } catch {
    return Buffer.from(value.content).toString('latin1')
  }
}

function readExtensions(wrapper: Element | undefined): Certificate['extensions'] {
  const found = new Map<string, { critical: boolean; value: Uint8Array }>()
  if (!wrapper) return found
  for (const extension of open(children(wrapper)[0])) {
    const [type, ...rest] = open(extension)
    const oid = readOid(type)
    if (found.has(oid)) throw new Asn1Error('extension twice')
    found.set(oid, { critical: rest[0]?.tag === 0x01 && rest[0].content[0] !== 0, value: readOctets(rest.at(-1)) })
  }
  return found
}

export function isAuthority(certificate: Certificate): boolean {
  const value = certificate.extensions.get(oids.basicConstraints)?.value
  const flag = value && open(readElement(value))[0]
  return flag?.tag === 0x01 && flag.content[0] !== 0
}

/** Bits of KeyUsage by their place: 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign, 6 cRLSign. No extension: all. */
export function mayBeUsedFor(certificate: Certificate, bit: 0 | 1 | 5 | 6): boolean {
  const value = certificate.extensions.get(oids.keyUsage)?.value
  if (!value) return true
  return ((readElement(value).content[1] ?? 0) & (0x80 >> bit)) !== 0
}

export function extendedUsesOf(certificate: Certificate): string[] {
  const value = certificate.extensions.get(oids.extendedKeyUsage)?.value
  return value ? open(readElement(value)).map(readOid) : []
}

/** The mandate that our own authority wrote into the certificate. */
export function mandateOf(certificate: Certificate): string | null {
  const value = certificate.extensions.get(internalOids.mandate)?.value
  return value ? readString(readElement(value)) : null
}

function hasPolicy(certificate: Certificate, name: string): boolean {
  const value = certificate.extensions.get(oids.certificatePolicies)?.value
  const policies = value ? open(readElement(value)) : []
  return policies.some((policy) => readOid(open(policy)[0]) === name)
}

/** Whether our own policy is among those it was issued under. */
export const isInternal = (certificate: Certificate) => hasPolicy(certificate, internalOids.internalPolicy)

/** Whether the key is the system's own: it says what the system recorded, and speaks for no person. */
export const isSeal = (certificate: Certificate) => hasPolicy(certificate, internalOids.sealPolicy)

/** Certificates of a file: one in DER, or any number in PEM. Throws when there is none. */
export function splitCertificates(file: Uint8Array): Uint8Array[] {
  const text = Buffer.from(file).toString('latin1')
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)]
  const found = blocks.length > 0 ? blocks.map(([, body = '']) => Buffer.from(body, 'base64')) : [file]
  return found.map((der) => readCertificate(der).der)
}
