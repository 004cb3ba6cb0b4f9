import { createHash } from 'node:crypto'
import type { DigestName } from '../trust/algorithms.ts'
import { oids } from '../asn1/identifiers.ts'
import { isInternal, isSeal, mandateOf } from '../trust/certificate.ts'
import type { Certificate } from '../trust/certificate.ts'
import { describeKey } from '../trust/check-signature.ts'
import { checkSignedData } from '../cms/check-signed-data.ts'
import type { Checked } from '../cms/check-signed-data.ts'
import type { SignedData } from '../cms/cms-read.ts'
import { judgeTime } from './judge-time.ts'
import type { JudgedTime } from './judge-time.ts'
import { findSignerPath } from '../trust/judge-trust.ts'
import type { Trust } from '../trust/judge-trust.ts'
import { isProven, joined, linksOf } from './judging.ts'
import type { Judging, KnownSince } from './judging.ts'
import type { SignatureLevel, SignatureProblem, SignatureRemark, SignatureReport } from '../report/report.ts'
import { openEvidence } from '../revocation/evidence.ts'
import type { SignedRange } from './signed-range.ts'
import { checkTimestampToken } from '../cms/timestamp-token.ts'

export type SignerReport = Pick<
  SignatureReport,
  'signer' | 'trust' | 'algorithm' | 'certificate' | 'timestamp' | 'judgedAt' | 'provenBy' | 'chain' | 'level'
>

interface JudgedSigner {
  readonly problems: readonly SignatureProblem[]
  readonly remarks: readonly SignatureRemark[]
  readonly report: SignerReport
}

interface Signature {
  readonly data: SignedData
  readonly range: SignedRange
  /** Of the kind that PAdES asks for, which names its certificate. */
  readonly isBaseline: boolean
}

/** Who signed these bytes, when, and whether they are to be believed. */
export function judgeSigner(signature: Signature, judging: Judging): JudgedSigner {
  try {
    return judge(signature, judging)
  } catch {
    const problems = ['cms.unreadable'] as const
    return { problems, remarks: [], report: nobody(judging.since(signature.range.end), judging) }
  }
}

function judge(signature: Signature, judging: Judging): JudgedSigner {
  const { data, range } = signature
  const digestWith = (name: DigestName) => createHash(name).update(range.parts[0]).update(range.parts[1]).digest()
  const checked = checkSignedData(data, { digestWith, oldSigningCertificate: false })
  const { problems, remarks } = forgiven(checked, signature)
  const since = judging.since(range.end)
  const stamps = judgeTimestamps(data, since?.at ?? judging.now, judging)
  const when = timeOf(stamps.stamp, since, judging)
  const report = checked.certificate
    ? describeSigner(checked.certificate, { checked, signature, when, judging })
    : nobody(since, judging)
  const timestamp = stamps.stamp?.report ?? null
  return { problems, remarks: [...remarks, ...stamps.remarks], report: { ...report, timestamp } }
}

/** Older kinds of signatures need not name their certificate; it is told all the same. */
function forgiven({ problems }: Checked, { isBaseline }: Signature): Pick<JudgedSigner, 'problems' | 'remarks'> {
  const nameless = 'signingCertificate.missing'
  if (isBaseline || !problems.includes(nameless)) return { problems, remarks: [] }
  return { problems: problems.filter((problem) => problem !== nameless), remarks: [nameless] }
}

/** What is said of a signature in which no signer can be found. */
export function nobody(since: KnownSince | null, judging: Judging): SignerReport {
  return {
    signer: null,
    trust: { trusted: false, reason: 'noCertificate' },
    algorithm: null,
    certificate: null,
    timestamp: null,
    judgedAt: (since?.at ?? judging.now).toISOString(),
    provenBy: since?.by ?? null,
    chain: [],
    level: null,
  }
}

interface JudgedStamps {
  readonly stamp: JudgedTime | null
  readonly remarks: readonly SignatureRemark[]
}

const mostStamps = 4

/** The first time stamp that is to be believed, else the first that is intact; what proves nothing is remarked. */
function judgeTimestamps(data: SignedData, by: Date, judging: Judging): JudgedStamps {
  const tokens = (data.signer.unsigned.get(oids.timeStampToken) ?? []).slice(0, mostStamps)
  const found = tokens.flatMap(({ bytes }) => judgeToken(bytes, { data, judging, by }))
  const stamp = found.find(({ time }) => time !== null) ?? found[0] ?? null
  const wrong = found.length < tokens.length ? (['timestamp.wrong'] as const) : []
  return { stamp, remarks: stamp && !stamp.time ? [...wrong, 'timestamp.untrusted'] : wrong }
}

function judgeToken(
  token: Uint8Array,
  { data, judging, by }: { data: SignedData; judging: Judging; by: Date },
): JudgedTime[] {
  const digest = (name: DigestName) => createHash(name).update(data.signer.signature).digest()
  try {
    return [judgeTime(checkTimestampToken(token, digest), judging, by)]
  } catch {
    return []
  }
}

interface When {
  readonly at: Date
  readonly provenBy: SignatureReport['provenBy']
  readonly stamp: JudgedTime | null
}

/** The earliest moment that someone else vouches for; the signer's own clock vouches for nothing. */
function timeOf(stamp: JudgedTime | null, since: KnownSince | null, { now }: Judging): When {
  const stamped = stamp?.time ?? null
  if (since && (!stamped || since.at < stamped)) return { at: since.at, provenBy: since.by, stamp }
  return stamped ? { at: stamped, provenBy: 'timestamp', stamp } : { at: now, provenBy: null, stamp }
}

interface About {
  readonly checked: Checked
  readonly signature: Signature
  readonly when: When
  readonly judging: Judging
}

function describeSigner(certificate: Certificate, about: About): SignerReport {
  const { checked, signature, when } = about
  const { trust, chain, isComplete } = judgeChain(certificate, about)
  const digest = checked.digest?.replace('sha', 'SHA-') ?? '?'
  return {
    signer: certificate.subject,
    trust,
    algorithm: `${describeKey(certificate.publicKey)}${nameOf(signature)}, ${digest}`,
    certificate: describeCertificate(certificate),
    timestamp: null,
    judgedAt: when.at.toISOString(),
    provenBy: when.provenBy,
    chain,
    level: levelOf({ ...about, isComplete }),
  }
}

/** `isComplete`: the file itself holds all that shows no certificate was revoked, of the time stamp's too. */
function judgeChain(certificate: Certificate, { checked, signature, when, judging }: About) {
  const circle = { others: [...checked.others, ...judging.certificates], anchors: judging.trust.signer, at: when.at }
  const { trust: found, path } = findSignerPath(certificate, circle)
  const own = openEvidence(signature.data)
  const moment = { at: when.at, now: judging.now }
  const chain = linksOf(path, joined(judging.evidence, own), moment)
  const isRevoked = chain.some(({ revocation }) => revocation.state === 'revoked')
  const trust: Trust = found.trusted && isRevoked ? { trusted: false, reason: 'revoked' } : found
  const isStampComplete = !when.stamp?.time || when.stamp.isProvenInFile
  const isComplete = trust.trusted && isStampComplete && isProven(path, joined(judging.inFile, own), moment)
  return { trust, chain, isComplete }
}

const nameOf = ({ data }: Signature) => (data.signer.algorithm?.family === 'pss' ? ' PSS' : '')

/** As far as it was verified here: what cannot be believed raises no level (EN 319 142-1). */
function levelOf({ signature, when, judging, isComplete }: About & { isComplete: boolean }): SignatureLevel | null {
  if (!signature.isBaseline) return null
  if (!isTimeProven(when)) return 'B-B'
  if (!isComplete) return 'B-T'
  return judging.isArchived(signature.range.end) ? 'B-LTA' : 'B-LT'
}

const isTimeProven = ({ stamp, provenBy }: When) => Boolean(stamp?.time) || provenBy === 'documentTimestamp'

function describeCertificate(certificate: Certificate): SignatureReport['certificate'] {
  return {
    serial: certificate.serial,
    issuer: certificate.issuer,
    validFrom: certificate.notBefore.toISOString(),
    validTo: certificate.notAfter.toISOString(),
    sha256: createHash('sha256').update(certificate.der).digest('hex'),
    mandate: mandateOf(certificate),
    internal: isInternal(certificate),
    seal: isSeal(certificate),
  }
}
