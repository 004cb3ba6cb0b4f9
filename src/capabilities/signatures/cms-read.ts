import { oids } from './asn1/identifiers.ts'
import { Asn1Error, children, open, readElement, readOctets, readOid } from './asn1/read.ts'
import type { Element } from './asn1/read.ts'

/** CMS SignedData with exactly one signer, taken apart but not yet judged. */
export interface SignedData {
  readonly contentType: string
  /** What is signed, when it is inside; null for a detached signature. */
  readonly content: Uint8Array | null
  readonly certificates: readonly Uint8Array[]
  readonly signer: SignerInfo
}

interface SignerInfo {
  /** DER of issuer and serial number; null when the signer is named by key identifier. */
  readonly issuerAndSerial: Uint8Array | null
  readonly keyIdentifier: Uint8Array | null
  readonly digestOid: string
  /** The signed attributes as the SET that was signed. */
  readonly signedAttributes: Uint8Array
  readonly signed: ReadonlyMap<string, Element>
  readonly signatureOid: string
  readonly signature: Uint8Array
  readonly unsigned: ReadonlyMap<string, Element>
}

/** Throws Asn1Error; `moreSigners` in its message when there is not exactly one. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const [type, wrapper] = open(readElement(bytes))
  if (readOid(type) !== oids.signedData || wrapper?.tag !== 0xa0) throw new Asn1Error('no SignedData')
  const [, , content, ...rest] = open(children(wrapper)[0])
  const [contentType, inner] = open(content)
  const certificates = rest.find((part) => part.tag === 0xa0)
  const signers = open(rest.at(-1), 0x31)
  if (signers.length !== 1) throw new Asn1Error('moreSigners')
  return {
    contentType: readOid(contentType),
    content: inner ? readOctets(children(inner)[0]) : null,
    certificates: certificates
      ? children(certificates)
          .filter(({ tag }) => tag === 0x30)
          .map(({ bytes }) => bytes)
      : [],
    signer: readSigner(signers[0]),
  }
}

function readSigner(info: Element | undefined): SignerInfo {
  const [, identifier, digest, attributes, algorithm, signature, unsigned] = open(info)
  if (attributes?.tag !== 0xa0) throw new Asn1Error('no signed attributes')
  const byKey = identifier?.tag === 0x80
  return {
    issuerAndSerial: byKey ? null : Buffer.concat(open(identifier).map(({ bytes }) => bytes)),
    keyIdentifier: byKey ? identifier.content : null,
    digestOid: readOid(open(digest)[0]),
    signedAttributes: Buffer.concat([Uint8Array.of(0x31), attributes.bytes.subarray(1)]),
    signed: readAttributes(attributes),
    signatureOid: readOid(open(algorithm)[0]),
    signature: readOctets(signature),
    unsigned: unsigned?.tag === 0xa1 ? readAttributes(unsigned) : new Map(),
  }
}

/** Each attribute once, with one value: two would let two readers see two things. */
function readAttributes(list: Element): Map<string, Element> {
  const found = new Map<string, Element>()
  for (const attribute of children(list)) {
    const [type, values] = open(attribute)
    const oid = readOid(type)
    const [value, ...more] = open(values, 0x31)
    if (!value || more.length > 0 || found.has(oid)) throw new Asn1Error('attribute twice')
    found.set(oid, value)
  }
  return found
}
