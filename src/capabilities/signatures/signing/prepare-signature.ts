import { readCertificate } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { isStrongKey } from '../trust/check-signature.ts'
import { sha256, signedAttributesOf } from '../cms/cms-write.ts'
import { openForSigning } from './open-for-signing.ts'
import { addStamp } from './add-stamp.ts'
import { writePdfDate } from './pdf-date.ts'
import { addObject, appendRevision, startDraft } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { resolve } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf, signatureFieldsOf } from '../pdf/pages.ts'
import type { SignatureField, Widget } from '../pdf/pages.ts'
import { dict, isArray, isDict, name, numberOf, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { digestOf, emptyGap, placeGap } from '../judging/signature-gap.ts'
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

/** Appends the revision of one signature, with zeros where the signature will stand. Throws SigningError. */
export async function prepareSignature(pdf: Uint8Array, request: SignatureRequest): Promise<SigningJob> {
  const certificate = readSignerCertificate(request.certificate)
  const file = openForSigning(pdf)
  const field = emptyField(file, request.field)
  const draft = startDraft(file)
  const signature = addObject(draft, signatureDict(request))
  draft.objects.set(field.ref.num, withEntries(field.dict, { V: ref(signature) }))
  showIn(draft, field, request.stamp)
  if (request.certify) certify(file, draft.objects, signature)
  const { bytes, offsets } = appendRevision(draft)
  const byteRange = placeGap(bytes, offsets.get(signature) ?? bytes.length)
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

/** The picture belongs to the place of the field, which other programs keep in a kid of it. */
function showIn(draft: Draft, { widgets, ref: field }: SignatureField, picture: Uint8Array): void {
  const [place] = widgets
  if (!place) return
  const old = place.ref.num === field.num ? draft.objects.get(field.num) : place.dict
  const stamp = addStamp(draft, picture, sizeOf(draft.file, place))
  if (isDict(old)) draft.objects.set(place.ref.num, withEntries(old, { AP: dict({ N: ref(stamp) }) }))
}

function sizeOf(file: PdfFile, field: Widget): { width: number; height: number } {
  const rect = resolve(file, field.dict.get('Rect'))
  const [left = 0, bottom = 0, right = 0, top = 0] = isArray(rect) ? rect.map((side) => numberOf(side) ?? 0) : []
  return { width: right - left, height: top - bottom }
}

function signatureDict(request: SignatureRequest): PdfDict {
  const optional = (key: string, text: string | undefined) => (text === undefined ? {} : { [key]: textString(text) })
  return dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ...emptyGap,
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
