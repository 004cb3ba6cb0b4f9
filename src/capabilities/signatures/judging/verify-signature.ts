import { CmsError, readSignedData, withoutPadding } from '../cms/cms-read.ts'
import type { SignedData } from '../cms/cms-read.ts'
import { judgeHistory, stateOf } from './judge-history.ts'
import { judgeSigner, nobody } from './judge-signer.ts'
import type { Judging } from './judging.ts'
import { readPdfDate } from '../signing/pdf-date.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { isArray, isDict, nameOf, readText } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import type { SignatureProblem, SignatureRemark, SignatureReport } from '../report/report.ts'
import { readSignedRange } from './signed-range.ts'
import type { SignedRange } from './signed-range.ts'

/** Everything about one signed field. Never throws but TooComplex. */
export function verifySignature(file: PdfFile, field: SignatureField, judging: Judging): SignatureReport {
  const dict = field.value ?? new Map<string, PdfValue>()
  const range = readSignedRange(file, field)
  const stated = { field: field.name, ...statedIn(dict) }
  if (typeof range === 'string') {
    const nothing = { remarks: [], changes: [], coveredBytes: 0, coversWholeFile: false }
    return { ...stated, ...nobody(null, judging), ...nothing, problems: [range], state: 'broken' }
  }
  const signature = judgeCms(dict, range, judging)
  const history = judgeHistory(file, { field, end: range.end, steps: judging.steps })
  const problems = [...signature.problems, ...history.problems]
  const state = stateOf(problems, history.changes)
  return {
    ...stated,
    ...signature.report,
    level: state === 'intact' ? signature.report.level : null,
    state,
    problems,
    remarks: signature.remarks,
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

type Kind = 'baseline' | 'older' | 'weak'

/** Kinds of signatures by their SubFilter; `weak` ones can do nothing but SHA-1. */
const kinds: Readonly<Record<string, Kind>> = {
  'ETSI.CAdES.detached': 'baseline',
  'adbe.pkcs7.detached': 'older',
  'adbe.pkcs7.sha1': 'weak',
  'adbe.x509.rsa_sha1': 'weak',
}

interface JudgedCms {
  readonly problems: readonly SignatureProblem[]
  readonly remarks: readonly SignatureRemark[]
  readonly report: ReturnType<typeof nobody>
}

function judgeCms(dict: PdfDict, range: SignedRange, judging: Judging): JudgedCms {
  const kind = kinds[nameOf(dict.get('SubFilter')) ?? '']
  const nothing = { remarks: [], report: nobody(judging.since(range.end), judging) }
  if (kind === 'weak') return { ...nothing, problems: ['subFilter.weak'] }
  if (!kind) return { ...nothing, problems: ['subFilter.unsupported'] }
  const data = readCms(range)
  if (typeof data === 'string') return { ...nothing, problems: [data] }
  const signer = judgeSigner({ data, range, isBaseline: kind === 'baseline' }, judging)
  const inside = data.content === null ? [] : (['cms.contentInside'] as const)
  const older = kind === 'older' ? (['subFilter.notBaseline'] as const) : []
  return { ...signer, problems: [...inside, ...signer.problems], remarks: [...older, ...signer.remarks] }
}

function readCms({ contents }: SignedRange): SignedData | SignatureProblem {
  try {
    return readSignedData(withoutPadding(contents))
  } catch (error) {
    return error instanceof CmsError ? error.finding : 'cms.unreadable'
  }
}
