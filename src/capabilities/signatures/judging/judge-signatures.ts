import type { Judging, KnownSince } from './judging.ts'
import { joined } from './judging.ts'
import { openRevision } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { certificatesIn, readValidationData, storeOf } from '../preservation/read-validation-data.ts'
import type { DocumentTimestampReport, SignatureReport } from '../report/report.ts'
import { openEvidence } from '../revocation/evidence.ts'
import type { RawEvidence } from '../revocation/evidence.ts'
import type { TrustList } from '../trust/trust-list.ts'
import { isDocumentTimestamp, verifyDocumentTimestamp } from './verify-document-timestamp.ts'
import { verifySignature } from './verify-signature.ts'

interface Circumstances {
  readonly trust: TrustList
  readonly now: Date
  /** When the first so many bytes were kept, as our own records say. */
  readonly keptSince: (coveredBytes: number) => Date | null
  readonly evidence: RawEvidence
  readonly steps: { left: number }
}

interface Judged {
  readonly signatures: readonly SignatureReport[]
  readonly documentTimestamps: readonly DocumentTimestampReport[]
}

/** Judges the signed fields of a file, the newest document time stamp first: each one vouches for what it covers. */
export function judgeSignatures(file: PdfFile, signed: readonly SignatureField[], about: Circumstances): Judged {
  const proven: Proven[] = []
  const judging = openJudging(file, about, proven)
  const stamps = signed.filter(isDocumentTimestamp).toSorted((one, other) => endOf(other) - endOf(one))
  const documentTimestamps = stamps.map((field) => {
    const { report, time, end } = verifyDocumentTimestamp(file, field, judging)
    if (time) proven.push({ end, at: time, holdsStore: storeOf(openRevision(file, end)) !== null })
    return report
  })
  const signatures = signed.filter((field) => !isDocumentTimestamp(field))
  const inOrder = <Report extends { coveredBytes: number }>(reports: readonly Report[]) =>
    reports.toSorted((one, other) => place(one) - place(other))
  return {
    signatures: inOrder(signatures.map((field) => verifySignature(file, field, judging))),
    documentTimestamps: inOrder(documentTimestamps),
  }
}

/** One whose range makes no sense comes last. */
const place = ({ coveredBytes }: { coveredBytes: number }) => coveredBytes || Number.MAX_SAFE_INTEGER

interface Proven {
  readonly end: number
  readonly at: Date
  readonly holdsStore: boolean
}

/** By its own word; whether it is true is judged later. */
function endOf({ value }: SignatureField): number {
  const range = value?.get('ByteRange')
  const [, , again, rest] = Array.isArray(range) ? (range as unknown[]) : []
  return Number(again) + Number(rest) || 0
}

function openJudging(file: PdfFile, about: Circumstances, proven: readonly Proven[]): Judging {
  const { trust, now, keptSince, steps } = about
  const data = readValidationData(file)
  const inFile = openEvidence(data)
  return {
    trust,
    certificates: certificatesIn(data),
    inFile,
    evidence: joined(inFile, openEvidence(about.evidence)),
    now,
    since: (end) => earliest([...vouchers(proven, end), ...kept(keptSince(end))]),
    isArchived: (end) => proven.some((one) => one.end >= end && one.holdsStore),
    steps,
  }
}

const vouchers = (proven: readonly Proven[], end: number): KnownSince[] =>
  proven.flatMap((one) => (one.end >= end ? [{ at: one.at, by: 'documentTimestamp' as const }] : []))

const kept = (at: Date | null): KnownSince[] => (at ? [{ at, by: 'kept' }] : [])

const earliest = (all: readonly KnownSince[]) =>
  all.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null
