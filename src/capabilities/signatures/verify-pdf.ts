import { createHash } from 'node:crypto'
import { TooComplex } from './difference/change.ts'
import { judgeSignatures } from './judging/judge-signatures.ts'
import { compareWithKnown, keptSince } from './judging/known-revisions.ts'
import type { KnownRevision } from './judging/known-revisions.ts'
import { openPdf } from './pdf/file.ts'
import type { PdfFile } from './pdf/file.ts'
import { signatureFieldsOf } from './pdf/pages.ts'
import type { SignatureField } from './pdf/pages.ts'
import { verdicts } from './report/report.ts'
import type { PdfProblem, PdfReport, PdfVerification, Verdict } from './report/report.ts'
import { noEvidence } from './revocation/evidence.ts'
import type { RawEvidence } from './revocation/evidence.ts'
import { lengthOfRevisions } from './judging/signed-range.ts'
import { openTrustList } from './trust/trust-list.ts'
import type { TrustRoot } from './trust/trust-list.ts'

export interface VerifyOptions {
  /** Roots, DER: the whole of what is trusted; never the system's store. Bare bytes are trusted for time stamps too. */
  readonly trust: readonly (Uint8Array | TrustRoot)[]
  /** Proofs about revocation besides those in the file. */
  readonly evidence?: RawEvidence
  /** The revisions kept of the document this file claims to be. */
  readonly knownRevisions?: readonly KnownRevision[]
  /** When trust is judged where neither a trusted time stamp nor `keptAt` tells the time: usually now. */
  readonly at: Date
}

/** Bytes; what is larger is not looked at. */
export const largestPdf = 20 * 1024 * 1024
const mostSteps = 20_000_000
const mostSignatures = 100

/** Judges every signature of a file from anywhere. Never throws, whatever the bytes are. */
export async function verifyPdf(pdf: Uint8Array, options: VerifyOptions): Promise<PdfVerification> {
  const unfit = problemOf(pdf)
  if (unfit) return { problem: unfit }
  try {
    const file = openPdf(pdf)
    if (file.trailer.has('Encrypt')) return { problem: 'encrypted' }
    return judge(file, options)
  } catch (error) {
    return { problem: error instanceof TooComplex ? 'tooComplex' : brokenHow(pdf) }
  }
}

/** What the first bytes and the size tell. */
export function problemOf(pdf: Uint8Array): PdfProblem | null {
  if (pdf.length === 0) return 'empty'
  if (pdf.length > largestPdf) return 'tooLarge'
  return Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-' ? null : 'notPdf'
}

function brokenHow(pdf: Uint8Array): PdfProblem {
  return Buffer.from(pdf.subarray(-1024)).includes('%%EOF') ? 'damaged' : 'truncated'
}

function judge(
  file: PdfFile,
  { trust, knownRevisions, evidence = noEvidence, at }: VerifyOptions,
): PdfReport | { problem: PdfProblem } {
  const fields = signatureFieldsOf(file)
  const signed = fields.filter(({ dict }) => dict.has('V'))
  if (signed.length > mostSignatures) return { problem: 'tooComplex' }
  const revisions = knownRevisions ? compareWithKnown(file.bytes, knownRevisions) : null
  const judged = judgeSignatures(file, signed, {
    trust: openTrustList(trust),
    now: at,
    keptSince: (end) => keptSince(knownRevisions ?? [], revisions?.contained ?? 0, end),
    evidence,
    steps: { left: mostSteps },
  })
  const stamps = judged.documentTimestamps.length
  const report = {
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    length: file.bytes.length,
    ...judged,
    fields: { prepared: fields.length - stamps, signed: signed.length - stamps, due: countDue(fields) },
    hiddenSignatures: Math.max(0, countRanges(file) - signed.length),
    trailingBytes: file.bytes.length - lengthOfRevisions(file),
    revisions,
  }
  return { verdict: verdictOf(report), ...report }
}

/** Where the form calls no field required, each one is. */
function countDue(fields: readonly SignatureField[]): number {
  const saysSo = fields.some(({ required }) => required)
  return fields.filter(({ dict, required }) => !dict.has('V') && (required || !saysSo)).length
}

/** How many signatures ever stood in these bytes. */
function countRanges({ text }: PdfFile): number {
  let count = 0
  for (let at = text.indexOf('/ByteRange'); at >= 0; at = text.indexOf('/ByteRange', at + 1)) count += 1
  return count
}

const reasons: Readonly<Record<Exclude<Verdict, 'valid'>, (report: Omit<PdfReport, 'verdict'>) => boolean>> = {
  altered: ({ signatures, documentTimestamps, hiddenSignatures, trailingBytes }) =>
    hiddenSignatures > 0 ||
    (trailingBytes > 0 && signatures.length > 0) ||
    [...signatures, ...documentTimestamps].some(({ state }) => state === 'broken' || state === 'changedAfter'),
  revoked: ({ signatures }) => signatures.some(({ trust }) => !trust.trusted && trust.reason === 'revoked'),
  unknownRevision: ({ revisions }) =>
    revisions !== null && !['complete', 'beforeProofs', 'missing'].includes(revisions.state),
  revisionMissing: ({ revisions }) => revisions?.state === 'missing',
  unjudged: ({ signatures }) => signatures.some(({ state }) => state === 'unjudged'),
  unsigned: ({ signatures }) => signatures.length === 0,
  untrusted: ({ signatures }) => signatures.some(({ trust }) => !trust.trusted),
  partlySigned: ({ fields }) => fields.due > 0,
}

function verdictOf(report: Omit<PdfReport, 'verdict'>): Verdict {
  return verdicts.find((verdict) => verdict !== 'valid' && reasons[verdict](report)) ?? 'valid'
}
