import type { CertificateName } from './certificate.ts'
import type { SignedDataProblem } from './check-signed-data.ts'
import type { Change } from './compare-revisions.ts'
import type { RevisionsReport } from './known-revisions.ts'
import type { Trust } from './judge-trust.ts'

/** Why a file cannot be judged at all. */
export type PdfProblem = 'empty' | 'tooLarge' | 'notPdf' | 'truncated' | 'damaged' | 'encrypted' | 'tooComplex'

/** The whole file in one word, the worst that is true of it; this is the order of badness. */
export const verdicts = [
  'altered',
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
  | 'byteRange.wrong'
  | 'contents.wrong'
  | 'revision.unreadable'
  | 'subFilter.unsupported'
  | 'cms.unreadable'
  | 'cms.moreSigners'
  | 'cms.contentInside'
  | 'timestamp.wrong'

/** `unjudged`: of a kind this verifier does not accept, which says nothing about forgery. */
export type SignatureState = 'intact' | 'changedAfter' | 'broken' | 'unjudged'

/** All times are ISO 8601 in UTC. */
export interface SignatureReport {
  readonly field: string
  readonly state: SignatureState
  readonly problems: readonly SignatureProblem[]
  /** What came after it and is no further signature. */
  readonly changes: readonly Change[]
  readonly signer: CertificateName | null
  /** By the signer's own clock. */
  readonly signedAt: string | null
  readonly reason: string | null
  readonly timestamp: { readonly time: string; readonly authority: string | null; readonly trust: Trust } | null
  readonly trust: Trust
  /** The moment at which trust was judged. */
  readonly judgedAt: string
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
  } | null
}

export interface PdfReport {
  readonly verdict: Verdict
  readonly sha256: string
  readonly length: number
  /** In the order in which they were made. */
  readonly signatures: readonly SignatureReport[]
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
