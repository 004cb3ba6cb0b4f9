import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayBring } from './access.ts'
import { keepJudgeTask } from './judge-tasks.ts'
import type { ReadSubject } from './pieces.ts'
import { citationsOf, lockEvidence } from './queries.ts'

export const removeCitationInput = z.object({ evidence: z.uuid(), citation: z.uuid(), reason: line(500) })

export type RemoveCitation = z.output<typeof removeCitationInput>

/** The piece is evidence of that subject no more; that it was, and how it was judged, is kept. */
export async function removeCitation(
  db: Db,
  actor: Actor,
  input: RemoveCitation,
  { now, readSubject }: { now: Date; readSubject: ReadSubject },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const piece = await lockEvidence(tx, input.evidence)
    await lockYear(tx, piece.bloc_year_id)
    demand(mayBring(actor, { blocYear: piece.bloc_year_id, unit: piece.unit_id }))
    const cited = found((await citationsOf(tx, piece.id)).find(({ citation }) => citation === input.citation))
    if (cited.removed_at !== null) throw new RuleViolation('evidence.isRemoved')
    const subject = await readSubject(tx, actor, cited.subject)
    if (subject?.isClosed === true) throw new RuleViolation('evidence.subjectIsClosed')
    await tx
      .updateTable('evidence_citation')
      .set({ removed_by: actor.account, removed_at: now, removed_reason: input.reason })
      .where('id', '=', cited.citation)
      .execute()
    await keepJudgeTask(tx, now, { blocYear: piece.bloc_year_id, unit: piece.unit_id })
    const facts = { title: piece.title, subject: cited.label, reason: input.reason }
    const deed = { action: 'evidence.citationRemoved', subject: { kind: 'evidence', id: piece.id }, facts }
    await record(tx, actor, now, deed)
  })
}
