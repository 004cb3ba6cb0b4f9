import { createHash } from 'node:crypto'
import { readAlgorithm } from '../trust/algorithms.ts'
import type { SignatureAlgorithm } from '../trust/algorithms.ts'
import { digestNames } from '../asn1/identifiers.ts'
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
} from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'
import { readCertificate } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'

/** What an OCSP response (RFC 6960) says of one certificate. */
export interface OcspStatement {
  readonly digestOid: string
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  /** Hex. */
  readonly serial: string
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revokedAt: Date | null
  readonly reason: number | null
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
}

export interface OcspResponse {
  readonly der: Uint8Array
  readonly signedPart: Uint8Array
  readonly algorithm: SignatureAlgorithm | null
  readonly signature: Uint8Array
  /** DER of a name, or the SHA-1 of a key in hex. */
  readonly responder: { readonly name: Uint8Array } | { readonly keyHash: string }
  readonly producedAt: Date
  readonly statements: readonly OcspStatement[]
  readonly certificates: readonly Certificate[]
}

/** Throws Asn1Error when it is no successful basic response or carries a critical extension. */
export function readOcsp(bytes: Uint8Array): OcspResponse {
  const whole = readElement(bytes)
  const [status, wrapper] = open(whole)
  if (demandTag(status, 0x0a).content[0] !== 0) throw new Asn1Error('no successful response')
  const [type, basic] = open(children(demandTag(wrapper, 0xa0))[0])
  if (readOid(type) !== validationOids.ocspBasic) throw new Asn1Error('no basic response')
  const [signedPart, algorithm, signature, certificates] = open(readElement(readOctets(basic)))
  return {
    der: whole.bytes,
    signedPart: demandTag(signedPart, 0x30).bytes,
    algorithm: readAlgorithm(algorithm),
    signature: readBits(signature),
    ...readData(signedPart),
    certificates: certificates ? open(children(certificates)[0]).flatMap(readable) : [],
  }
}

const mostCertificates = 20

function readable({ bytes }: Element, index: number): Certificate[] {
  try {
    return index < mostCertificates ? [readCertificate(bytes)] : []
  } catch {
    return []
  }
}

function readData(data: Element | undefined): Pick<OcspResponse, 'responder' | 'producedAt' | 'statements'> {
  const parts = open(data)
  const [responder, producedAt, statements, extensions] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts
  demandNothingCritical(extensions)
  return {
    responder: readResponder(responder),
    producedAt: readTime(producedAt),
    statements: open(statements).map(readStatement),
  }
}

function readResponder(responder: Element | undefined): OcspResponse['responder'] {
  if (responder?.tag === 0xa1) return { name: demandTag(children(responder)[0], 0x30).bytes }
  return { keyHash: hex(readOctets(children(demandTag(responder, 0xa2))[0])) }
}

function demandNothingCritical(wrapper: Element | undefined): void {
  if (!wrapper) return
  const isCritical = open(children(wrapper)[0]).some((one) => open(one)[1]?.tag === 0x01)
  if (isCritical) throw new Asn1Error('critical extension')
}

function readStatement(statement: Element): OcspStatement {
  const [identifier, status, thisUpdate, ...rest] = open(statement)
  const [digest, name, key, serial] = open(identifier)
  const nextUpdate = rest.find(({ tag }) => tag === 0xa0)
  demandNothingCritical(rest.find(({ tag }) => tag === 0xa1))
  return {
    digestOid: readOid(open(digest)[0]),
    issuerNameHash: hex(readOctets(name)),
    issuerKeyHash: hex(readOctets(key)),
    serial: readHexInteger(serial),
    ...readStatus(status),
    thisUpdate: readTime(thisUpdate),
    nextUpdate: nextUpdate ? readTime(children(nextUpdate)[0]) : null,
  }
}

function readStatus(status: Element | undefined): Pick<OcspStatement, 'status' | 'revokedAt' | 'reason'> {
  if (status?.tag === 0x80) return { status: 'good', revokedAt: null, reason: null }
  if (status?.tag !== 0xa1) return { status: 'unknown', revokedAt: null, reason: null }
  const [revokedAt, reason] = children(status)
  const code = reason ? children(reason)[0]?.content[0] : undefined
  return { status: 'revoked', revokedAt: readTime(revokedAt), reason: code ?? null }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** SHA-1 serves here as a name for an issuer, not as a proof. */
const identifierDigests: Readonly<Record<string, string>> = { '1.3.14.3.2.26': 'sha1', ...digestNames }

/** Whether a statement speaks of this certificate of this issuer. */
export function isAbout(statement: OcspStatement, certificate: Certificate, issuer: Certificate): boolean {
  const digest = identifierDigests[statement.digestOid]
  if (!digest || statement.serial !== certificate.serial) return false
  const hash = (bytes: Uint8Array) => createHash(digest).update(bytes).digest('hex')
  return (
    statement.issuerNameHash === hash(certificate.issuerDer) && statement.issuerKeyHash === hash(keyBytesOf(issuer))
  )
}

/** The bits of the key alone, as OCSP hashes them. */
export function keyBytesOf({ publicKey }: Certificate): Uint8Array {
  return readBits(open(readElement(publicKey.export({ format: 'der', type: 'spki' })))[1])
}
