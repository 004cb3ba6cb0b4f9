import type { Locale } from '#platform/words.ts'
import type { Change } from '../difference/change.ts'
import { describeLevel, describeRevocation, describeTime, describeTimestamp } from './describe-proof.ts'
import { moment, number } from './describe-value.ts'
import type { Trust } from '../trust/judge-trust.ts'
import type { RevisionsReport } from '../judging/known-revisions.ts'
import type { DocumentTimestampReport, PdfReport, PdfVerification, SignatureReport } from './report.ts'
import { words } from './words.ts'
import type { Words } from './words.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

/** A report for people, in the order in which they want it. */
export interface ReportText {
  /** What is true, how many signed, what to do. */
  readonly sentences: readonly string[]
  readonly signatures: readonly {
    readonly heading: string
    readonly sentence: string
    readonly facts: readonly Fact[]
  }[]
  readonly facts: readonly Fact[]
}

export function describeReport(report: PdfVerification, locale: Locale): ReportText {
  const t = words(locale)
  if ('problem' in report) {
    return { sentences: [t.problem[report.problem], t.problemMeaning, t.problemAdvice], signatures: [], facts: [] }
  }
  const { length, sha256, revisions, fields, signatures } = report
  return {
    sentences: [
      t.verdict[report.verdict],
      fields.prepared === 0 ? t.noFields : t.fields(fields.signed, fields.prepared - leftOut(fields)),
      ...oddities(t, report),
      t.advice[report.verdict],
    ],
    signatures: signatures.map((signature, index) => describeSignature(t, signature, { locale, index, report })),
    facts: [
      { label: t.label.size, value: t.bytes(number(length, locale)) },
      { label: t.label.sha256, value: sha256 },
      ...report.documentTimestamps.map((stamp) => ({
        label: t.label.documentTimestamp,
        value: describeDocumentTimestamp(t, stamp, locale),
      })),
      ...(revisions ? [{ label: t.label.revisions, value: describeRevisions(t, revisions) }] : []),
    ],
  }
}

/** Empty, and the paper is complete without them. */
const leftOut = ({ prepared, signed, due }: PdfReport['fields']) => prepared - signed - due

/** What would surprise a reader of the signatures alone. */
function oddities(t: Words, { hiddenSignatures, trailingBytes, signatures, revisions, fields }: PdfReport): string[] {
  return [
    ...(leftOut(fields) > 0 ? [t.optionalEmpty] : []),
    ...(revisions && revisions.state !== 'complete' ? [describeRevisions(t, revisions)] : []),
    ...(hiddenSignatures > 0 ? [t.hidden(hiddenSignatures)] : []),
    ...(trailingBytes > 0 && signatures.length > 0 ? [t.trailing(trailingBytes)] : []),
  ]
}

function describeRevisions(t: Words, { state, known, contained }: RevisionsReport): string {
  return state === 'missing' ? t.revisions.missing(known - contained) : t.revisions[state]()
}

interface Place {
  readonly locale: Locale
  readonly index: number
  readonly report: PdfReport
}

function describeSignature(t: Words, signature: SignatureReport, place: Place): ReportText['signatures'][number] {
  const { signer, state, trust } = signature
  const name = signer?.commonName ?? t.nobody
  const heading = t.signatureHeading(place.index + 1, name)
  const sentence = `${t.state[state]}. ${describeTrust(t, trust)}.${describeRecord(t, signature)}`
  const facts: readonly (readonly [keyof Words['label'], string | null])[] = [
    ['details', describeDetails(t, signature)],
    ['organization', signer?.organization ?? null],
    ['title', signer?.title ?? null],
    ['signedAt', signature.signedAt ? moment(signature.signedAt, place.locale) : t.unknown],
    ['timestamp', describeTimestamp(t, signature.timestamp, place.locale)],
    ['proven', describeTime(t, signature, place.locale)],
    ['reason', signature.reason],
    ['covers', describeCover(t, signature, place)],
    ['field', signature.field],
    ['algorithm', signature.algorithm],
    ['level', describeLevel(t, signature)],
    ...certificateFacts(t, signature, place.locale),
  ]
  const shown = facts.flatMap(([label, value]) => (value === null ? [] : [{ label: t.label[label], value }]))
  return { heading, sentence, facts: shown }
}

/** The system's seal is never taken for a person's signature. */
const describeRecord = (t: Words, { certificate }: SignatureReport) => (certificate?.seal ? ` ${t.recorded}` : '')

function describeTrust(t: Words, trust: Trust): string {
  return trust.trusted ? t.trusted(trust.anchor ?? '?') : t.distrust[trust.reason]
}

function describeDetails(
  t: Words,
  { problems, remarks, changes }: Pick<SignatureReport, 'problems' | 'remarks' | 'changes'>,
): string | null {
  const parts = [...problems.map((problem) => t.signatureProblem[problem]), ...remarks.map((one) => t.remark[one])]
  if (changes.length > 0) parts.push(t.changedAfter(changes.map((change) => describeChange(t, change)).join('; ')))
  return parts.length > 0 ? parts.join('. ') : null
}

function describeDocumentTimestamp(t: Words, stamp: DocumentTimestampReport, locale: Locale): string {
  const { timestamp, state } = stamp
  const said = timestamp ? describeTimestamp(t, timestamp, locale) : t.unreadableTimestamp
  const details = describeDetails(t, { ...stamp, remarks: [] })
  return state === 'intact' ? said : [said, t.state[state], ...(details ? [details] : [])].join('. ')
}

function describeChange(t: Words, { kind, page, object }: Change): string {
  const what = page === null ? t.change[kind] : t.onPage(t.change[kind], page)
  return object === null ? what : t.inObject(what, object)
}

function describeCover(t: Words, signature: SignatureReport, { locale, report }: Place): string {
  if (signature.coversWholeFile) return t.whole
  const bytes = number(signature.coveredBytes, locale)
  const onlySignaturesFollow = signature.state === 'intact' && report.trailingBytes === 0
  return onlySignaturesFollow ? t.part(bytes) : t.partChanged(bytes)
}

function describeKind(t: Words, { seal, internal }: NonNullable<SignatureReport['certificate']>): string {
  if (seal) return t.seal
  return internal ? t.internal : t.external
}

type LabelledFact = readonly [keyof Words['label'], string | null]

function certificateFacts(t: Words, { certificate, chain }: SignatureReport, locale: Locale): readonly LabelledFact[] {
  if (!certificate) return []
  const { validFrom, validTo, issuer } = certificate
  return [
    ['kind', describeKind(t, certificate)],
    ['issuer', issuer.commonName ?? issuer.organization],
    ['serial', certificate.serial],
    ['validity', t.span(moment(validFrom, locale), moment(validTo, locale))],
    ['mandate', certificate.mandate],
    ...(chain.length === 0 ? [['revocation', t.notChecked] as const] : []),
    ...chain.map((link, index) => ['revocation', describeRevocation(t, link, { locale, index })] as const),
  ]
}
