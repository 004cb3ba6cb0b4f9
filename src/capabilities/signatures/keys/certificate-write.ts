import { createHash, randomBytes } from 'node:crypto'
import { internalOids, oids } from '../asn1/identifiers.ts'
import { open, readElement, readOctets } from '../asn1/read.ts'
import {
  bits,
  integer,
  octets,
  oid,
  printable,
  sequence,
  setOf,
  tagged,
  taggedBytes,
  time,
  utf8,
  yes,
} from '../asn1/write.ts'
import type { Certificate } from '../trust/certificate.ts'

export interface Subject {
  readonly commonName: string
  readonly organization: string
  readonly title: string | null
  readonly country: string
  readonly serialNumber: string | null
}

interface CertificateParts {
  readonly kind: 'authority' | 'signer' | 'seal'
  readonly subject: Subject
  /** Null: self-signed. */
  readonly issuer: Certificate | null
  readonly publicKey: Uint8Array
  readonly validFrom: Date
  readonly validTo: Date
  readonly mandateId?: string
  readonly listUrl?: string | undefined
  /** ECDSA with SHA-256, DER. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** An X.509 v3 certificate (RFC 5280), DER, signed by ECDSA with SHA-256. */
export function writeCertificate(parts: CertificateParts): Uint8Array {
  const subject = writeName(parts.subject)
  const algorithm = sequence(oid(oids.ecdsaWithSha256))
  const signedPart = sequence(
    tagged(0, integer(2)),
    integer(randomBytes(16)),
    algorithm,
    parts.issuer?.subjectDer ?? subject,
    sequence(time(parts.validFrom), time(parts.validTo)),
    subject,
    parts.publicKey,
    tagged(3, sequence(...extensionsOf(parts))),
  )
  return sequence(signedPart, algorithm, bits(parts.sign(signedPart)))
}

function writeName(subject: Subject): Uint8Array {
  const part = (type: string, value: Uint8Array) => setOf(sequence(oid(type), value))
  const optional = (type: string, text: string | null) => (text === null || text === '' ? [] : [part(type, utf8(text))])
  return sequence(
    part(oids.country, printable(subject.country)),
    ...optional(oids.organization, subject.organization),
    ...optional(oids.title, subject.title),
    part(oids.commonName, utf8(subject.commonName)),
    ...(subject.serialNumber === null ? [] : [part(oids.serialNumber, printable(subject.serialNumber))]),
  )
}

const extension = (type: string, value: Uint8Array) => sequence(oid(type), octets(value))
const critical = (type: string, value: Uint8Array) => sequence(oid(type), yes(), octets(value))

const signing = bits(Uint8Array.of(0xc0), 6)

/** keyCertSign and cRLSign for an authority; digitalSignature and nonRepudiation for a signer and a seal. */
const keyUses = { authority: bits(Uint8Array.of(0x06), 1), signer: signing, seal: signing } as const

const policies = {
  signer: [internalOids.internalPolicy],
  seal: [internalOids.internalPolicy, internalOids.sealPolicy],
} as const

/** One distribution point with one address (RFC 5280, 4.2.1.13). */
const distributionPoint = (url: string) =>
  sequence(sequence(tagged(0, tagged(0, taggedBytes(6, Buffer.from(url, 'latin1'))))))

function extensionsOf({ kind, issuer, publicKey, mandateId, listUrl }: CertificateParts): Uint8Array[] {
  const ownKey = keyIdentifier(publicKey)
  const issuerKey = (issuer && ownIdentifier(issuer)) ?? ownKey
  const constraints = kind === 'authority' ? sequence(yes(), integer(0)) : sequence()
  const shared = [
    critical(oids.basicConstraints, constraints),
    critical(oids.keyUsage, keyUses[kind]),
    extension(oids.subjectKeyIdentifier, octets(ownKey)),
    extension(oids.authorityKeyIdentifier, sequence(taggedBytes(0, issuerKey))),
  ]
  if (kind === 'authority') return shared
  const named = policies[kind].map((policy) => sequence(oid(policy)))
  const policy = extension(oids.certificatePolicies, sequence(...named))
  return [
    ...shared,
    policy,
    ...(listUrl ? [extension(oids.listDistributionPoints, distributionPoint(listUrl))] : []),
    ...(mandateId ? [extension(internalOids.mandate, utf8(mandateId))] : []),
  ]
}

/** RFC 7093, method 1: the first 160 bits of SHA-256 over the key's bits. */
function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  const key = open(readElement(publicKey))[1]
  return createHash('sha256')
    .update(key?.content.subarray(1) ?? publicKey)
    .digest()
    .subarray(0, 20)
}

function ownIdentifier(certificate: Certificate): Uint8Array | null {
  const value = certificate.extensions.get(oids.subjectKeyIdentifier)?.value
  return value ? readOctets(readElement(value)) : null
}
