import { record } from '#capabilities/audit/record.ts'
import { demandOpenYear } from '#domains/blocs/lock-year.ts'
import { closeTask } from '#domains/calendar/open-task.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayBring } from './access.ts'
import { keepJudgeTask } from './judge-tasks.ts'
import { lockEvidence } from './queries.ts'
import { subjectName, type Subject, type SubjectKey } from './subject.ts'

/** The task that asks a unit for more evidence of one subject. */
export const moreKey = (subject: SubjectKey) => `evidence.more:${subjectName(subject)}`

export interface CiteEvidence {
  evidence: string
  /** As its own domain read and judged it for this person, in the same transaction. */
  subject: Subject
}

/**
 * Cites a piece for a subject, as a step of a command of the subject's domain or of the store's own pages; being the
 * last of it, for it writes the audit entry. Citing the same piece again changes nothing.
 */
export async function citeEvidence(
  tx: Tx,
  actor: Actor,
  { evidence, subject }: CiteEvidence,
  now: Date,
): Promise<void> {
  const piece = await lockEvidence(tx, evidence)
  demand(mayBring(actor, subject) && piece.unit_id === subject.unit && piece.bloc_year_id === subject.blocYear)
  await demandOpenYear(tx, subject.blocYear)
  if (piece.withdrawn_at !== null) throw new RuleViolation('evidence.isWithdrawn')
  if (subject.isClosed === true) throw new RuleViolation('evidence.subjectIsClosed')
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('evidence_citation')
    .values({
      id: newId(),
      evidence_id: evidence,
      subject_kind: subject.kind,
      subject_id: subject.id,
      detail: subject.detail ?? '',
      unit_id: subject.unit,
      label: subject.label,
      path: subject.path,
      cited_by: actor.account,
      citer_name: actor.name,
      cited_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return
  await closeTask(tx, now, moreKey(subject))
  await keepJudgeTask(tx, now, subject)
  const facts = { title: piece.title, subject: subject.label }
  await record(tx, actor, now, { action: 'evidence.cited', subject: { kind: 'evidence', id: evidence }, facts })
}
