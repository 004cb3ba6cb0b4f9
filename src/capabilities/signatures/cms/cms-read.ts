import { readAlgorithm } from '../trust/algorithms.ts'
import type { SignatureAlgorithm } from '../trust/algorithms.ts'
import { oids } from '../asn1/identifiers.ts'
import { Asn1Error, children, demandTag, open, readElement, readOctets, readOid } from '../asn1/read.ts'
import type { Element } from '../asn1/read.ts'
import { validationOids } from '../asn1/validation-identifiers.ts'

/** What makes signature data unfit to be judged, each by its own name. */
export type CmsFinding =
  | 'cms.unreadable'
  | 'cms.moreSigners'
  | 'cms.noSigner'
  | 'cms.noSignedAttributes'
  | 'cms.notDer'
  | 'cms.attributeTwice'
  | 'cms.tooManyAttributes'
  | 'cms.trailing'

export class CmsError extends Asn1Error {
  readonly finding: CmsFinding

  constructor(finding: CmsFinding) {
    super(finding)
    this.finding = finding
  }
}

/** CMS SignedData with exactly one signer, taken apart but not yet judged. */
export interface SignedData {
  readonly contentType: string
  /** What is signed, when it is inside; null for a detached signature. */
  readonly content: Uint8Array | null
  readonly certificates: readonly Uint8Array[]
  /** Proofs about revocation that came along: nobody signed that they belong here, each proves itself. */
  readonly lists: readonly Uint8Array[]
  readonly responses: readonly Uint8Array[]
  readonly signer: SignerInfo
}

export interface SignerInfo {
  /** DER of issuer and serial number; null when the signer is named by key identifier. */
  readonly issuerAndSerial: Uint8Array | null
  readonly keyIdentifier: Uint8Array | null
  readonly digestOid: string
  /** The signed attributes as the SET that was signed. */
  readonly signedAttributes: Uint8Array
  readonly signed: ReadonlyMap<string, Element>
  /** Null: one that is not accepted. */
  readonly algorithm: SignatureAlgorithm | null
  /** What stands in the AlgorithmIdentifier of the signature. */
  readonly algorithmIdentifier: Uint8Array
  readonly signature: Uint8Array
  /** Signed by nobody; each kind may come with several values. */
  readonly unsigned: ReadonlyMap<string, readonly Element[]>
}

/** The element at the start, behind which only zeros may stand: no signature protects what else would be there. */
export function withoutPadding(contents: Uint8Array): Uint8Array {
  const { bytes } = readElement(contents)
  if (contents.subarray(bytes.length).some((byte) => byte !== 0)) throw new CmsError('cms.trailing')
  return bytes
}

/** Indefinite lengths are read, as NSS writes them; the signed attributes alone must be DER. Throws Asn1Error. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const whole = readElement(bytes)
  if (whole.bytes.length !== bytes.length) throw new CmsError('cms.trailing')
  const [type, wrapper] = open(whole)
  if (readOid(type) !== oids.signedData || wrapper?.tag !== 0xa0) throw new Asn1Error('no SignedData')
  const [, , content, ...rest] = open(children(wrapper)[0])
  const [contentType, inner] = open(content)
  const signers = open(rest.at(-1), 0x31)
  if (signers.length === 0) throw new CmsError('cms.noSigner')
  if (signers.length > 1) throw new CmsError('cms.moreSigners')
  const signer = readSigner(signers[0])
  return {
    contentType: readOid(contentType),
    content: inner ? readOctets(children(inner)[0]) : null,
    certificates: partsOf(rest, 0xa0).flatMap((part) => (part.tag === 0x30 ? [part.bytes] : [])),
    ...evidenceIn(partsOf(rest, 0xa1), signer),
    signer,
  }
}

function partsOf(rest: readonly Element[], tag: number): Element[] {
  const wrapper = rest.find((part) => part.tag === tag)
  return wrapper ? children(wrapper) : []
}

function readSigner(info: Element | undefined): SignerInfo {
  const [, identifier, digest, attributes, algorithm, signature, unsigned] = open(info)
  if (attributes?.tag !== 0xa0) throw new CmsError('cms.noSignedAttributes')
  if (attributes.bytes[1] === 0x80) throw new CmsError('cms.notDer')
  const digestIdentifier = demandTag(digest, 0x30)
  const algorithmIdentifier = demandTag(algorithm, 0x30)
  return {
    ...readIdentifier(identifier),
    digestOid: readOid(open(digestIdentifier)[0]),
    signedAttributes: Buffer.concat([Uint8Array.of(0x31), attributes.bytes.subarray(1)]),
    signed: onlyOnce(attributes),
    algorithm: readAlgorithm(algorithmIdentifier),
    algorithmIdentifier: algorithmIdentifier.content,
    signature: readOctets(signature),
    unsigned: unsigned?.tag === 0xa1 ? readAttributes(unsigned) : new Map(),
  }
}

function readIdentifier(identifier: Element | undefined): Pick<SignerInfo, 'issuerAndSerial' | 'keyIdentifier'> {
  if (identifier?.tag === 0x80) return { issuerAndSerial: null, keyIdentifier: identifier.content }
  return { issuerAndSerial: Buffer.concat(open(identifier).map(({ bytes }) => bytes)), keyIdentifier: null }
}

const mostAttributes = 64

function readAttributes(list: Element): Map<string, Element[]> {
  const found = new Map<string, Element[]>()
  const attributes = children(list)
  if (attributes.length > mostAttributes) throw new CmsError('cms.tooManyAttributes')
  for (const attribute of attributes) {
    const [type, values] = open(attribute)
    const oid = readOid(type)
    found.set(oid, [...(found.get(oid) ?? []), ...open(values, 0x31)])
  }
  return found
}

/** Each attribute once, with one value: two would let two readers see two things. */
function onlyOnce(list: Element): Map<string, Element> {
  const found = readAttributes(list)
  const single = new Map([...found].flatMap(([oid, [value]]) => (value ? [[oid, value] as const] : [])))
  const isSingle = [...found.values()].every((values) => values.length === 1)
  if (!isSingle || found.size !== children(list).length) throw new CmsError('cms.attributeTwice')
  return single
}

/** From the `crls` of the SignedData (RFC 5652, RFC 5940) and from Adobe's signed attribute. */
function evidenceIn(choices: readonly Element[], signer: SignerInfo): Pick<SignedData, 'lists' | 'responses'> {
  const lists = choices.flatMap((one) => (one.tag === 0x30 ? [one.bytes] : []))
  const responses = choices.flatMap((one) => (one.tag === 0xa1 ? responseIn(one) : []))
  const adobe = signer.signed.get(validationOids.adobeRevocation)
  const kinds = adobe ? open(adobe) : []
  const inside = (tag: number) =>
    kinds.flatMap((kind) => (kind.tag === tag ? open(children(kind)[0]).map(({ bytes }) => bytes) : []))
  return { lists: [...lists, ...inside(0xa0)], responses: [...responses, ...inside(0xa1)] }
}

function responseIn(choice: Element): Uint8Array[] {
  const [type, response] = children(choice)
  return response && readOid(type) === validationOids.ocspInCms ? [response.bytes] : []
}
