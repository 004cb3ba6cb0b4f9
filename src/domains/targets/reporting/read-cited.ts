import { evidenceOf, type CitedEvidence } from '#domains/evidence/queries.ts'
import { subjectName, type SubjectKey } from '#domains/evidence/subject.ts'
import type { Db } from '#platform/database/database.ts'
import type { Target } from '../target.ts'
import type { Grid } from './gather-grid.ts'

export interface TargetEvidence {
  target: Target
  subject: SubjectKey
  cited: readonly CitedEvidence[]
}

/** What is cited for each figure of a report; a report that was not begun has none yet. */
export async function readCited(db: Db, { report, rows }: Grid): Promise<TargetEvidence[]> {
  if (report === undefined) return []
  const asked = rows
    .filter(({ kind }) => kind !== 'computed')
    .map(({ target }) => ({ target, subject: { kind: 'progress', id: report.id, detail: target.id } }))
  const cited = await evidenceOf(
    db,
    asked.map(({ subject }) => subject),
  )
  return asked.map((one) => ({ ...one, cited: cited.get(subjectName(one.subject)) ?? [] }))
}
