import type { CertificateName } from '../trust/certificate.ts'
import type { SignedDataProblem } from '../cms/check-signed-data.ts'
import type { CmsFinding } from '../cms/cms-read.ts'
import type { Change } from '../difference/change.ts'
import type { RevisionsReport } from '../judging/known-revisions.ts'
import type { Trust } from '../trust/judge-trust.ts'
import type { RangeProblem } from '../judging/signed-range.ts'
import type { Revocation } from '../revocation/check-revocation.ts'

/** Why a file cannot be judged at all. */
export type PdfProblem =
  | 'empty'
  | 'tooLarge'
  | 'notPdf'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'tooComplex'
  | 'tookTooLong'
  | 'busy'

/** The whole file in one word, the worst that is true of it; this is the order of badness. */
export const verdicts = [
  'altered',
  'revoked',
  'unknownRevision',
  'revisionMissing',
  'unjudged',
  'unsigned',
  'untrusted',
  'partlySigned',
  'valid',
] as const
export type Verdict = (typeof verdicts)[number]

export type SignatureProblem =
  | SignedDataProblem
  | RangeProblem
  | 'contents.wrong'
  | 'revision.unreadable'
  | 'subFilter.unsupported'
  | 'subFilter.weak'
  | CmsFinding
  | 'cms.contentInside'
  | 'timestamp.wrong'

/** What a reader should know of a signature that is none the less intact. */
export type SignatureRemark =
  | 'subFilter.notBaseline'
  | 'signingCertificate.missing'
  | 'timestamp.wrong'
  | 'timestamp.untrusted'

/** How long a signature can be checked by itself (EN 319 142-1), as far as it was verified here. */
export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

/** One certificate between a signer and the trusted root. */
export interface CertificateLink {
  readonly name: string | null
  readonly serial: string
  readonly revocation: Revocation
}

export interface TimestampReport {
  readonly time: string
  readonly authority: string | null
  readonly trust: Trust
  readonly chain: readonly CertificateLink[]
}

/** `unjudged`: of a kind this verifier does not accept, which says nothing about forgery. */
export type SignatureState = 'intact' | 'changedAfter' | 'broken' | 'unjudged'

/** All times are ISO 8601 in UTC. */
export interface SignatureReport {
  readonly field: string
  readonly state: SignatureState
  readonly problems: readonly SignatureProblem[]
  readonly remarks: readonly SignatureRemark[]
  /** What came after it and is no further signature. */
  readonly changes: readonly Change[]
  readonly signer: CertificateName | null
  /** By the signer's own clock. */
  readonly signedAt: string | null
  readonly reason: string | null
  readonly timestamp: TimestampReport | null
  readonly trust: Trust
  /** From the signer's certificate upwards, the root left out; empty where no root was reached. */
  readonly chain: readonly CertificateLink[]
  /** The moment at which trust was judged. */
  readonly judgedAt: string
  /** Who vouches that it was made by that moment; null: nobody, `signedAt` is only claimed. */
  readonly provenBy: 'timestamp' | 'documentTimestamp' | 'kept' | null
  /** Null: no PAdES baseline signature, or not in order. */
  readonly level: SignatureLevel | null
  readonly coveredBytes: number
  readonly coversWholeFile: boolean
  /** Says itself what may come after it (DocMDP). */
  readonly certifies: boolean
  readonly algorithm: string | null
  readonly certificate: {
    readonly serial: string
    readonly issuer: CertificateName
    readonly validFrom: string
    readonly validTo: string
    readonly sha256: string
    readonly mandate: string | null
    /** Issued under our own policy: an internal signature, no official one. */
    readonly internal: boolean
    /** The system's own key: it says what was recorded, a signature by pen above all, and speaks for no person. */
    readonly seal: boolean
  } | null
}

/** A time stamp over the whole file up to its revision (ETSI.RFC3161): what lies before it existed by then. */
export interface DocumentTimestampReport {
  readonly field: string
  readonly state: SignatureState
  readonly problems: readonly SignatureProblem[]
  readonly changes: readonly Change[]
  /** Null when it cannot be read. */
  readonly timestamp: TimestampReport | null
  readonly coveredBytes: number
  readonly coversWholeFile: boolean
}

export interface PdfReport {
  readonly verdict: Verdict
  readonly sha256: string
  readonly length: number
  /** In the order in which they were made. */
  readonly signatures: readonly SignatureReport[]
  /** In the same order; they fill no prepared field. */
  readonly documentTimestamps: readonly DocumentTimestampReport[]
  /** `due`: empty ones without which the paper is not complete. */
  readonly fields: { readonly prepared: number; readonly signed: number; readonly due: number }
  /** Traces of a signature in the bytes that the file no longer shows. */
  readonly hiddenSignatures: number
  /** Bytes after the end of the last revision. */
  readonly trailingBytes: number
  /** Null when there was nothing to compare with. */
  readonly revisions: RevisionsReport | null
}

export type PdfVerification = PdfReport | { readonly problem: PdfProblem }
