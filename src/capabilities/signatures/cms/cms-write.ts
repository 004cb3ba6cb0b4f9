import { createHash } from 'node:crypto'
import { oids } from '../asn1/identifiers.ts'
import { inOrder, integer, nothing, octets, oid, sequence, setOf, tagged } from '../asn1/write.ts'
import type { Certificate } from '../trust/certificate.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const attribute = (type: string, value: Uint8Array) => sequence(oid(type), setOf(value))
const sha256Algorithm = () => sequence(oid(oids.sha256))

/**
 * The attributes a signer signs, as the DER SET that goes into the signature algorithm. PAdES baseline (EN 319 142-1)
 * wants the time in the PDF's /M, not here.
 */
export function signedAttributesOf(documentDigest: Uint8Array, certificate: Certificate): Uint8Array {
  const certificateId = sequence(octets(sha256(certificate.der)))
  return setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(documentDigest)),
    attribute(oids.signingCertificateV2, sequence(sequence(certificateId))),
  )
}

interface SignedDataParts {
  readonly certificate: Certificate
  readonly chain: readonly Uint8Array[]
  readonly signedAttributes: Uint8Array
  /** ECDSA as DER SEQUENCE, RSA as it is. */
  readonly signature: Uint8Array
  readonly timestampToken: Uint8Array | null
}

/** CMS SignedData (RFC 5652), detached, one signer, wrapped as ContentInfo. */
export function writeSignedData(parts: SignedDataParts): Uint8Array {
  const signed = sequence(
    integer(1),
    setOf(sha256Algorithm()),
    sequence(oid(oids.data)),
    tagged(0, ...certificatesOf(parts)),
    setOf(signerInfo(parts)),
  )
  return sequence(oid(oids.signedData), tagged(0, signed))
}

function certificatesOf({ certificate, chain }: SignedDataParts): Uint8Array[] {
  const unique = new Map([certificate.der, ...chain].map((der) => [Buffer.from(der).toString('hex'), der]))
  return inOrder(unique.values())
}

function signerInfo({ certificate, signedAttributes, signature, timestampToken }: SignedDataParts): Uint8Array {
  const isRsa = certificate.publicKey.asymmetricKeyType === 'rsa'
  const algorithm = isRsa ? sequence(oid(oids.rsa), nothing()) : sequence(oid(oids.ecdsaWithSha256))
  const unsigned = timestampToken ? [tagged(1, attribute(oids.timeStampToken, timestampToken))] : []
  return sequence(
    integer(1),
    sequence(certificate.issuerDer, certificate.serialDer),
    sha256Algorithm(),
    Buffer.concat([Uint8Array.of(0xa0), signedAttributes.subarray(1)]),
    algorithm,
    octets(signature),
    ...unsigned,
  )
}
