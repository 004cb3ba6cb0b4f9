import { TooComplex } from '../difference/change.ts'
import type { Change } from '../difference/change.ts'
import { compareRevisions } from '../difference/compare-revisions.ts'
import { openRevision } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { signatureFieldsOf } from '../pdf/pages.ts'
import type { SignatureField } from '../pdf/pages.ts'
import type { SignatureProblem, SignatureState } from '../report/report.ts'

interface History {
  readonly problems: SignatureProblem[]
  readonly changes: readonly Change[]
}

/** The signature must have stood in this field when its revision ended; then, what changed since. */
export function judgeHistory(
  file: PdfFile,
  { field, end, steps }: { field: SignatureField; end: number; steps: { left: number } },
): History {
  try {
    const then = openRevision(file, end)
    const stood = signatureFieldsOf(then).some(({ name, value }) => name === field.name && value === field.value)
    if (!stood) return { problems: ['contents.wrong'], changes: [] }
    return { problems: [], changes: end === file.end ? [] : compareRevisions(then, file, steps) }
  } catch (error) {
    if (error instanceof TooComplex) throw error
    return { problems: ['revision.unreadable'], changes: [] }
  }
}

/** Of these we only know that we do not accept them. */
const unjudged = new Set<SignatureProblem>([
  'subFilter.unsupported',
  'subFilter.weak',
  'algorithm.unsupported',
  'digest.unsupported',
  'signingCertificate.missing',
])

export function stateOf(problems: readonly SignatureProblem[], changes: readonly Change[]): SignatureState {
  if (problems.some((problem) => !unjudged.has(problem))) return 'broken'
  if (changes.length > 0) return 'changedAfter'
  return problems.length > 0 ? 'unjudged' : 'intact'
}
