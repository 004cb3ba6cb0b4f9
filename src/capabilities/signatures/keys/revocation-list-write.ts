import { readElement, readOctets } from '../asn1/read.ts'
import { bits, element, integer, octets, oid, sequence, tagged, taggedBytes, time } from '../asn1/write.ts'
import { oids } from '../asn1/identifiers.ts'
import type { Certificate } from '../trust/certificate.ts'

/** RFC 5280, 5.3.1. */
const reasonCodes = {
  key_compromise: 1,
  affiliation_changed: 3,
  superseded: 4,
  cessation_of_operation: 5,
} as const

export type RevocationReason = keyof typeof reasonCodes

export interface RevokedEntry {
  /** Hex. */
  readonly serial: string
  readonly revokedAt: Date
  readonly reason: RevocationReason
}

interface ListParts {
  readonly issuer: Certificate
  /** Counts up with every list of an issuer. */
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly entries: readonly RevokedEntry[]
  /** ECDSA with SHA-256, DER. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

const listOids = { reasonCode: '2.5.29.21', number: '2.5.29.20' } as const
const extension = (type: string, value: Uint8Array) => sequence(oid(type), octets(value))
const enumerated = (value: number) => element(0x0a, Uint8Array.of(value))

const entryOf = ({ serial, revokedAt, reason }: RevokedEntry) =>
  sequence(
    integer(Buffer.from(serial, 'hex')),
    time(revokedAt),
    sequence(extension(listOids.reasonCode, enumerated(reasonCodes[reason]))),
  )

/** A version 2 certificate revocation list (RFC 5280, 5), DER, signed by ECDSA with SHA-256. */
export function writeRevocationList(parts: ListParts): Uint8Array {
  const algorithm = sequence(oid(oids.ecdsaWithSha256))
  const keyIdentifier = parts.issuer.extensions.get(oids.subjectKeyIdentifier)?.value
  const issuerKey = keyIdentifier
    ? [extension(oids.authorityKeyIdentifier, sequence(taggedBytes(0, readOctets(readElement(keyIdentifier)))))]
    : []
  const signedPart = sequence(
    integer(1),
    algorithm,
    parts.issuer.subjectDer,
    time(parts.thisUpdate),
    time(parts.nextUpdate),
    // The standard wants no list at all rather than an empty one.
    ...(parts.entries.length === 0 ? [] : [sequence(...parts.entries.map(entryOf))]),
    tagged(0, sequence(...issuerKey, extension(listOids.number, integer(parts.number)))),
  )
  return sequence(signedPart, algorithm, bits(parts.sign(signedPart)))
}
