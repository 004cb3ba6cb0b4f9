import { oids } from '../asn1/identifiers.ts'
import type { Certificate } from '../trust/certificate.ts'
import { certificatesOf } from '../cms/check-signed-data.ts'
import { readSignedData, withoutPadding } from '../cms/cms-read.ts'
import type { SignedData } from '../cms/cms-read.ts'
import { findPath, findSignerPath } from '../trust/judge-trust.ts'
import type { PdfFile } from '../pdf/file.ts'
import { signatureFieldsOf } from '../pdf/pages.ts'
import type { PdfReport } from '../report/report.ts'
import { readSignedRange } from '../judging/signed-range.ts'
import type { TrustList } from '../trust/trust-list.ts'

/** A path that must be shown not to have been revoked at a moment; empty where it leads to no root. */
export interface WantedProof {
  readonly whose: string
  readonly path: readonly Certificate[]
  readonly at: Date
}

interface About {
  readonly report: Pick<PdfReport, 'signatures' | 'documentTimestamps'>
  readonly trust: TrustList
  /** Certificates that the file keeps. */
  readonly certificates: readonly Certificate[]
  readonly now: Date
}

/** What every signature and every time stamp of a file needs to be checked later. */
export function wantedProofs(file: PdfFile, about: About): WantedProof[] {
  const data = signedDataOf(file)
  const { signatures, documentTimestamps } = about.report
  const ofSignatures = signatures.flatMap((report) => {
    const own = data.get(report.field)
    const at = new Date(report.judgedAt)
    if (!own) return [{ whose: report.field, path: [], at }]
    const { certificate, others } = certificatesOf(own)
    const circle = { others: [...others, ...about.certificates], anchors: about.trust.signer, at }
    const path = certificate ? findSignerPath(certificate, circle).path : []
    return [{ whose: certificate?.subject.commonName ?? report.field, path, at }, ...stampOf(own, report, about)]
  })
  const ofStamps = documentTimestamps.flatMap(({ field, timestamp }) => {
    const own = data.get(field)
    return own && timestamp ? [timePath(own, timestamp.time, about)] : []
  })
  return [...ofSignatures, ...ofStamps]
}

function signedDataOf(file: PdfFile): Map<string, SignedData> {
  const found = new Map<string, SignedData>()
  for (const field of signatureFieldsOf(file).filter(({ dict }) => dict.has('V'))) {
    const range = readSignedRange(file, field)
    if (typeof range !== 'string') found.set(field.name, readSignedData(withoutPadding(range.contents)))
  }
  return found
}

function stampOf(data: SignedData, { timestamp }: About['report']['signatures'][number], about: About): WantedProof[] {
  const [token] = data.signer.unsigned.get(oids.timeStampToken) ?? []
  return token && timestamp?.trust.trusted ? [timePath(readSignedData(token.bytes), timestamp.time, about)] : []
}

function timePath(token: SignedData, time: string, { trust, certificates, now }: About): WantedProof {
  const { certificate, others } = certificatesOf(token)
  const at = new Date(time)
  if (!certificate) return { whose: '', path: [], at }
  const { path } = findPath(certificate, { others: [...others, ...certificates], anchors: trust.time, at: now })
  return { whose: certificate.subject.commonName ?? '', path, at }
}
