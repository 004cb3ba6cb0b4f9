import { Asn1Error, readElement } from './asn1/read.ts'
import { readSignedData } from './cms-read.ts'
import type { SignedData } from './cms-read.ts'
import { compareRevisions, TooComplex } from './compare-revisions.ts'
import type { Change } from './compare-revisions.ts'
import { judgeSigner, nobody } from './judge-signer.ts'
import type { Judging } from './judge-signer.ts'
import { readPdfDate } from './pdf-date.ts'
import { openRevision } from './pdf/file.ts'
import type { PdfFile } from './pdf/file.ts'
import { signatureFieldsOf } from './pdf/pages.ts'
import type { SignatureField } from './pdf/pages.ts'
import { isArray, isDict, nameOf, readText } from './pdf/value.ts'
import type { PdfDict, PdfValue } from './pdf/value.ts'
import type { SignatureProblem, SignatureReport, SignatureState } from './report.ts'
import { readSignedRange } from './signed-range.ts'
import type { SignedRange } from './signed-range.ts'

/** Everything about one signed field. Never throws but TooComplex. */
export function verifySignature(file: PdfFile, field: SignatureField, judging: Judging): SignatureReport {
  const dict = field.value ?? new Map<string, PdfValue>()
  const range = readSignedRange(file, field)
  const stated = { field: field.name, ...statedIn(dict) }
  if (typeof range === 'string') {
    const nothing = { changes: [], coveredBytes: 0, coversWholeFile: false }
    return { ...stated, ...nobody(judging.momentOf(0)), ...nothing, problems: [range], state: 'broken' }
  }
  const { problems: cmsProblems, data } = readCms(dict, range)
  const signer = data
    ? judgeSigner(data, range, judging)
    : { problems: [], report: nobody(judging.momentOf(range.end)) }
  const history = judgeHistory(file, { field, range, judging })
  const problems = [...subFilterProblems(dict), ...cmsProblems, ...signer.problems, ...history.problems]
  return {
    ...stated,
    ...signer.report,
    state: stateOf(problems, history.changes),
    problems,
    changes: history.changes,
    coveredBytes: range.end,
    coversWholeFile: range.end === file.bytes.length,
  }
}

function statedIn(dict: PdfDict): Pick<SignatureReport, 'signedAt' | 'reason' | 'certifies'> {
  const signedAt = readPdfDate(readText(dict.get('M')))?.toISOString() ?? null
  return { signedAt, reason: readText(dict.get('Reason')), certifies: certifies(dict) }
}

function certifies(dict: PdfDict): boolean {
  const references = dict.get('Reference')
  const list = isArray(references) ? references : []
  return list.some((one) => isDict(one) && nameOf(one.get('TransformMethod')) === 'DocMDP')
}

const readable = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])

function subFilterProblems(dict: PdfDict): SignatureProblem[] {
  return nameOf(dict.get('SubFilter')) === 'ETSI.CAdES.detached' ? [] : ['subFilter.unsupported']
}

interface ReadCms {
  readonly data: SignedData | null
  readonly problems: SignatureProblem[]
}

function readCms(dict: PdfDict, { contents }: SignedRange): ReadCms {
  if (!readable.has(nameOf(dict.get('SubFilter')) ?? '')) return { data: null, problems: [] }
  try {
    const data = readSignedData(withoutPadding(contents))
    return { data, problems: data.content === null ? [] : ['cms.contentInside'] }
  } catch (error) {
    const more = error instanceof Error && error.message === 'moreSigners'
    return { data: null, problems: [more ? 'cms.moreSigners' : 'cms.unreadable'] }
  }
}

/** Behind the signature only zeros may stand: no signature protects what else would be there. */
function withoutPadding(contents: Uint8Array): Uint8Array {
  const { bytes } = readElement(contents)
  if (contents.subarray(bytes.length).some((byte) => byte !== 0)) throw new Asn1Error('padding')
  return bytes
}

interface History {
  readonly problems: SignatureProblem[]
  readonly changes: readonly Change[]
}

/** The signature must have stood in this field when its revision ended; then, what changed since. */
function judgeHistory(
  file: PdfFile,
  { field, range, judging }: { field: SignatureField; range: SignedRange; judging: Judging },
): History {
  try {
    const then = openRevision(file, range.end)
    const stood = signatureFieldsOf(then).some(({ name, value }) => name === field.name && value === field.value)
    if (!stood) return { problems: ['contents.wrong'], changes: [] }
    return { problems: [], changes: range.end === file.end ? [] : compareRevisions(then, file, judging.steps) }
  } catch (error) {
    if (error instanceof TooComplex) throw error
    return { problems: ['revision.unreadable'], changes: [] }
  }
}

/** Of these we only know that we do not accept them. */
const unjudged = new Set<SignatureProblem>([
  'subFilter.unsupported',
  'algorithm.unsupported',
  'digest.unsupported',
  'signingCertificate.missing',
])

function stateOf(problems: readonly SignatureProblem[], changes: readonly Change[]): SignatureState {
  if (problems.some((problem) => !unjudged.has(problem))) return 'broken'
  if (changes.length > 0) return 'changedAfter'
  return problems.length > 0 ? 'unjudged' : 'intact'
}
