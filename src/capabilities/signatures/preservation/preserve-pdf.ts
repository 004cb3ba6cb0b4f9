import { certificatesOf } from '../cms/check-signed-data.ts'
import { readSignedData, withoutPadding } from '../cms/cms-read.ts'
import { openForSigning } from '../signing/open-for-signing.ts'
import { signatureFieldsOf } from '../pdf/pages.ts'
import type { RawEvidence } from '../revocation/evidence.ts'
import { readSignedRange } from '../judging/signed-range.ts'
import type { TimestampClient } from '../cms/timestamp.ts'
import { openTrustList } from '../trust/trust-list.ts'
import type { TrustRoot } from '../trust/trust-list.ts'
import { isDocumentTimestamp } from '../judging/verify-document-timestamp.ts'
import { verifyPdf } from '../verify-pdf.ts'
import type { KnownRevision } from '../judging/known-revisions.ts'
import { addDocumentTimestamp } from './add-document-timestamp.ts'
import { addValidationData } from './add-validation-data.ts'
import type { EvidenceFetcher } from './fetch-evidence.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { certificatesIn, readValidationData } from './read-validation-data.ts'
import { wantedProofs } from './wanted-proofs.ts'

export interface PreservationPieces {
  readonly trust: readonly (Uint8Array | TrustRoot)[]
  readonly knownRevisions: readonly KnownRevision[]
  /** Lists of our own authority, and whatever else is at hand. */
  readonly evidence: RawEvidence
  readonly fetcher?: EvidenceFetcher | undefined
  /** Without it the proofs are kept and no time stamp lies over them. */
  readonly timestamp?: TimestampClient | undefined
  readonly now: Date
}

/** `missing`: what the proofs could not be got for; then nothing was written. */
export type Preserved =
  | { readonly pdf: Uint8Array; readonly renewBefore: Date | null }
  | { readonly missing: readonly string[] }

/**
 * Appends to a signed paper all that is needed to check it years later, and a time stamp over the whole (EN 319 142-1,
 * B-LT and B-LTA). All or nothing. The result begins with the exact bytes given. Throws SigningError.
 */
export async function preservePdf(pdf: Uint8Array, pieces: PreservationPieces): Promise<Preserved> {
  const { trust, now, knownRevisions, evidence, fetcher, timestamp } = pieces
  const report = await verifyPdf(pdf, { trust, at: now, knownRevisions, evidence })
  if ('problem' in report) return { missing: [report.problem] }
  const unfit = report.signatures.filter(({ state, trust }) => state !== 'intact' || !trust.trusted)
  if (unfit.length > 0) return { missing: unfit.map(({ field }) => field) }
  const file = openForSigning(pdf)
  const kept = readValidationData(file)
  const wanted = wantedProofs(file, { report, trust: openTrustList(trust), certificates: certificatesIn(kept), now })
  const known = {
    responses: [...kept.responses, ...evidence.responses],
    lists: [...kept.lists, ...evidence.lists],
  }
  const { data, missing } = await gatherEvidence(wanted, { known, fetcher, now })
  if (missing.length > 0) return { missing: [...new Set(missing)] }
  const proven = addValidationData(pdf, data)
  if (!timestamp) return { pdf: proven, renewBefore: null }
  const stamped = await addDocumentTimestamp(proven, timestamp)
  return { pdf: stamped, renewBefore: endOfStamp(stamped) }
}

/** When the certificate of the newest document time stamp ends. */
function endOfStamp(pdf: Uint8Array): Date | null {
  const file = openForSigning(pdf)
  const newest = signatureFieldsOf(file).filter(isDocumentTimestamp).at(-1)
  const range = newest ? readSignedRange(file, newest) : 'contents.wrong'
  if (typeof range === 'string') return null
  return certificatesOf(readSignedData(withoutPadding(range.contents))).certificate?.notAfter ?? null
}
