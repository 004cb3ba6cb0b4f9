import { createHash } from 'node:crypto'
import type { DigestName } from '../trust/algorithms.ts'
import { withoutPadding } from '../cms/cms-read.ts'
import { judgeHistory, stateOf } from './judge-history.ts'
import { judgeTime } from './judge-time.ts'
import type { JudgedTime } from './judge-time.ts'
import type { Judging } from './judging.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { nameOf } from '../pdf/value.ts'
import type { DocumentTimestampReport } from '../report/report.ts'
import { readSignedRange } from './signed-range.ts'
import type { SignedRange } from './signed-range.ts'
import { checkTimestampToken } from '../cms/timestamp-token.ts'

export const isDocumentTimestamp = ({ value }: SignatureField) => nameOf(value?.get('SubFilter')) === 'ETSI.RFC3161'

interface VerifiedTimestamp {
  readonly report: DocumentTimestampReport
  /** By when everything it covers existed; null: it proves nothing. */
  readonly time: Date | null
  readonly end: number
}

/** Everything about one document time stamp. Never throws but TooComplex. */
export function verifyDocumentTimestamp(file: PdfFile, field: SignatureField, judging: Judging): VerifiedTimestamp {
  const range = readSignedRange(file, field)
  const named = { field: field.name, timestamp: null }
  if (typeof range === 'string') {
    const nothing = { changes: [], coveredBytes: 0, coversWholeFile: false }
    return { report: { ...named, ...nothing, state: 'broken', problems: [range] }, time: null, end: 0 }
  }
  const { end } = range
  const judged = judgeStamp(range, judging)
  const history = judgeHistory(file, { field, end, steps: judging.steps })
  const problems = [...(judged ? [] : (['timestamp.wrong'] as const)), ...history.problems]
  const { changes } = history
  const covers = { coveredBytes: end, coversWholeFile: end === file.bytes.length }
  const state = stateOf(problems, changes)
  const report = { ...named, timestamp: judged?.report ?? null, state, problems, changes, ...covers }
  return { report, time: problems.length === 0 ? (judged?.time ?? null) : null, end }
}

function judgeStamp({ contents, parts, end }: SignedRange, judging: Judging): JudgedTime | null {
  const digest = (name: DigestName) => createHash(name).update(parts[0]).update(parts[1]).digest()
  try {
    const stamp = checkTimestampToken(withoutPadding(contents), digest)
    return judgeTime(stamp, judging, judging.since(end)?.at ?? judging.now)
  } catch {
    return null
  }
}
