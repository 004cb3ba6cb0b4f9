import { createHash } from 'node:crypto'
import { oids } from './asn1/identifiers.ts'
import { isInternal, mandateOf } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { describeKey } from './check-signature.ts'
import { checkSignedData } from './check-signed-data.ts'
import type { Checked, DigestName } from './check-signed-data.ts'
import type { SignedData } from './cms-read.ts'
import { judgeTrust } from './judge-trust.ts'
import type { SignatureProblem, SignatureReport } from './report.ts'
import type { SignedRange } from './signed-range.ts'
import { checkTimestampToken } from './timestamp-token.ts'

export interface Judging {
  readonly anchors: readonly Certificate[]
  /** When trust is judged for a signature without a trusted time stamp that covers so many bytes. */
  readonly momentOf: (coveredBytes: number) => Date
  /** Steps that all comparisons together may still take. */
  readonly steps: { left: number }
}

export type SignerReport = Pick<
  SignatureReport,
  'signer' | 'trust' | 'algorithm' | 'certificate' | 'timestamp' | 'judgedAt'
>

export interface JudgedSigner {
  readonly problems: readonly SignatureProblem[]
  readonly report: SignerReport
}

/** Who signed these bytes, when, and whether they are to be believed. */
export function judgeSigner(data: SignedData, range: SignedRange, judging: Judging): JudgedSigner {
  try {
    return judge(data, range, judging)
  } catch {
    return { problems: ['cms.unreadable'], report: nobody(judging.momentOf(range.end)) }
  }
}

function judge(data: SignedData, { parts, end }: SignedRange, judging: Judging): JudgedSigner {
  const digestWith = (name: DigestName) => createHash(name).update(parts[0]).update(parts[1]).digest()
  const checked = checkSignedData(data, { digestWith, oldSigningCertificate: false })
  const stamp = judgeTimestamp(data, judging)
  const at = stamp.report?.trust.trusted ? new Date(stamp.report.time) : judging.momentOf(end)
  const seen = { timestamp: stamp.report, judgedAt: at.toISOString() }
  const report = checked.certificate
    ? { ...describeSigner(checked.certificate, checked, { anchors: judging.anchors, at }), ...seen }
    : { ...nobody(at), ...seen }
  return { problems: [...checked.problems, ...stamp.problems], report }
}

/** What is said of a signature in which no signer can be found. */
export function nobody(at: Date): SignerReport {
  const trust = { trusted: false, reason: 'noCertificate' } as const
  return { signer: null, trust, algorithm: null, certificate: null, timestamp: null, judgedAt: at.toISOString() }
}

interface JudgedTimestamp {
  readonly report: SignatureReport['timestamp']
  readonly problems: SignatureProblem[]
}

function judgeTimestamp({ signer }: SignedData, { anchors }: Judging): JudgedTimestamp {
  const token = signer.unsigned.get(oids.timeStampToken)
  if (!token) return { report: null, problems: [] }
  try {
    const digest = (name: DigestName) => createHash(name).update(signer.signature).digest()
    const { time, certificate, others } = checkTimestampToken(token.bytes, digest)
    const trust = judgeTrust(certificate, { others, anchors, at: time })
    return { report: { time: time.toISOString(), authority: certificate.subject.commonName, trust }, problems: [] }
  } catch {
    return { report: null, problems: ['timestamp.wrong'] }
  }
}

function describeSigner(
  certificate: Certificate,
  { others, digest }: Checked,
  { anchors, at }: { anchors: readonly Certificate[]; at: Date },
): Pick<SignatureReport, 'signer' | 'trust' | 'algorithm' | 'certificate'> {
  return {
    signer: certificate.subject,
    trust: judgeTrust(certificate, { others, anchors, at }),
    algorithm: `${describeKey(certificate.publicKey)}, ${digest?.replace('sha', 'SHA-') ?? '?'}`,
    certificate: {
      serial: certificate.serial,
      issuer: certificate.issuer,
      validFrom: certificate.notBefore.toISOString(),
      validTo: certificate.notAfter.toISOString(),
      sha256: createHash('sha256').update(certificate.der).digest('hex'),
      mandate: mandateOf(certificate),
      internal: isInternal(certificate),
    },
  }
}
