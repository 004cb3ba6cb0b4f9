import { createHash } from 'node:crypto'
import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { isStrongKey } from './check-signature.ts'
import { sha256, signedAttributesOf } from './cms-write.ts'
import { openForSigning } from './open-for-signing.ts'
import { addStamp } from './add-stamp.ts'
import { writePdfDate } from './pdf-date.ts'
import { addObject, appendRevision, startDraft } from './pdf/append.ts'
import { resolve } from './pdf/file.ts'
import type { PdfFile } from './pdf/file.ts'
import { catalogOf, signatureFieldsOf } from './pdf/pages.ts'
import type { SignatureField } from './pdf/pages.ts'
import { dict, isArray, name, raw, ref, textString, withEntries } from './pdf/value.ts'
import type { PdfDict, PdfValue } from './pdf/value.ts'
import { SigningError } from './signing-error.ts'
import type { SigningJob } from './signing-job.ts'

export interface SignatureRequest {
  /** Name of an empty prepared field. */
  readonly field: string
  /** The signer's certificate, DER: RSA from 2048 bits or ECDSA on P-256 or P-384. */
  readonly certificate: Uint8Array
  /** The certificates above it, DER, in any order. */
  readonly chain: readonly Uint8Array[]
  /** A PDF whose first page is shown in the field, scaled to fit. */
  readonly stamp: Uint8Array
  readonly signerName: string
  readonly reason?: string
  readonly location?: string
  readonly signedAt: Date
  /** For the first signature: from now on only prepared fields may be filled (DocMDP, P=2). */
  readonly certify: boolean
}

/** Room for the CMS in hex: certificates, signature and timestamp are about 7 kB. */
const reservedBytes = 16_384
const rangePlaceholder = `[0 ${'0'.repeat(10)} ${'0'.repeat(10)} ${'0'.repeat(10)}]`

/** Appends the revision of one signature, with zeros where the signature will stand. Throws SigningError. */
export async function prepareSignature(pdf: Uint8Array, request: SignatureRequest): Promise<SigningJob> {
  const certificate = readSignerCertificate(request.certificate)
  const file = openForSigning(pdf)
  const field = emptyField(file, request.field)
  const draft = startDraft(file)
  const signature = addObject(draft, signatureDict(request))
  const stamp = addStamp(draft, request.stamp, sizeOf(file, field))
  draft.objects.set(field.ref.num, withEntries(field.dict, { V: ref(signature), AP: dict({ N: ref(stamp) }) }))
  if (request.certify) certify(file, draft.objects, signature)
  const { bytes, offsets } = appendRevision(draft)
  const byteRange = fillByteRange(bytes, offsets.get(signature) ?? bytes.length)
  const digest = digestOf(bytes, byteRange)
  return {
    field: request.field,
    base: { sha256: Buffer.from(sha256(pdf)).toString('hex'), length: pdf.length },
    prepared: bytes,
    byteRange,
    digest,
    signedAttributes: signedAttributesOf(digest, certificate),
    certificate: certificate.der,
    chain: request.chain,
  }
}

function readSignerCertificate(der: Uint8Array): Certificate {
  try {
    const certificate = readCertificate(der)
    if (isStrongKey(certificate.publicKey)) return certificate
  } catch (cause) {
    throw new SigningError('certificate.unsupported', { cause })
  }
  throw new SigningError('certificate.unsupported')
}

function emptyField(file: PdfFile, wanted: string): SignatureField {
  const field = signatureFieldsOf(file).find(({ name }) => name === wanted)
  if (!field) throw new SigningError('field.missing')
  if (field.dict.has('V')) throw new SigningError('field.signed')
  return field
}

function sizeOf(file: PdfFile, field: SignatureField): { width: number; height: number } {
  const rect = resolve(file, field.dict.get('Rect'))
  const [left = 0, bottom = 0, right = 0, top = 0] = isArray(rect) ? rect.map(Number) : []
  return { width: right - left, height: top - bottom }
}

function signatureDict(request: SignatureRequest): PdfDict {
  const optional = (key: string, text: string | undefined) => (text === undefined ? {} : { [key]: textString(text) })
  return dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: raw(rangePlaceholder),
    Contents: raw(`<${'0'.repeat(reservedBytes * 2)}>`),
    M: textString(writePdfDate(request.signedAt)),
    Name: textString(request.signerName),
    ...optional('Reason', request.reason),
    ...optional('Location', request.location),
    ...(request.certify ? { Reference: [onlyFilling] } : {}),
  })
}

const onlyFilling = dict({
  Type: name('SigRef'),
  TransformMethod: name('DocMDP'),
  TransformParams: dict({ Type: name('TransformParams'), P: 2, V: name('1.2') }),
})

function certify(file: PdfFile, objects: Map<number, PdfValue>, signature: number): void {
  const catalog = catalogOf(file)
  objects.set(catalog.ref.num, withEntries(catalog.dict, { Perms: dict({ DocMDP: ref(signature) }) }))
}

/** Writes the range in place of its placeholder, padded so that nothing moves. */
function fillByteRange(bytes: Uint8Array, from: number): [number, number, number, number] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = text.indexOf('/Contents <', from) + '/Contents '.length
  const end = start + reservedBytes * 2 + 2
  const range: [number, number, number, number] = [0, start, end, bytes.length - end]
  const written = `[${range.join(' ')}]`.padEnd(rangePlaceholder.length)
  text.write(written, text.indexOf(rangePlaceholder, from), 'latin1')
  return range
}

export function digestOf(bytes: Uint8Array, range: readonly [number, number, number, number]): Uint8Array {
  const [from, length, again, rest] = range
  const hash = createHash('sha256').update(bytes.subarray(from, from + length))
  return hash.update(bytes.subarray(again, again + rest)).digest()
}
