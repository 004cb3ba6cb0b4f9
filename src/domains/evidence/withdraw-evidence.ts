import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayBring } from './access.ts'
import { keepJudgeTask } from './judge-tasks.ts'
import type { ReadSubject } from './pieces.ts'
import { citationsOf, lockEvidence } from './queries.ts'

export const withdrawEvidenceInput = z.object({ evidence: z.uuid(), reason: line(500) })

export type WithdrawEvidence = z.output<typeof withdrawEvidenceInput>

interface Withdrawing {
  now: Date
  readSubject: ReadSubject
}

async function demandFree(tx: Tx, actor: Actor, evidence: string, readSubject: ReadSubject) {
  const live = (await citationsOf(tx, evidence)).filter(({ removed_at }) => removed_at === null)
  for (const { subject } of live) {
    const read = await readSubject(tx, actor, subject)
    if (read?.isClosed === true) throw new RuleViolation('evidence.subjectIsClosed')
  }
}

/** Takes a piece back with a reason: it stays in the store as withdrawn, and what it was cited for loses it. */
export async function withdrawEvidence(
  db: Db,
  actor: Actor,
  { evidence, reason }: WithdrawEvidence,
  { now, readSubject }: Withdrawing,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const piece = await lockEvidence(tx, evidence)
    await lockYear(tx, piece.bloc_year_id)
    demand(mayBring(actor, { blocYear: piece.bloc_year_id, unit: piece.unit_id }))
    if (piece.withdrawn_at !== null) throw new RuleViolation('evidence.isWithdrawn')
    await demandFree(tx, actor, evidence, readSubject)
    await tx
      .updateTable('evidence')
      .set({ withdrawn_by: actor.account, withdrawn_at: now, withdrawn_reason: reason })
      .where('id', '=', evidence)
      .execute()
    await tx
      .updateTable('evidence_citation')
      .set({ removed_by: actor.account, removed_at: now, removed_reason: reason })
      .where('evidence_id', '=', evidence)
      .where('removed_at', 'is', null)
      .execute()
    await keepJudgeTask(tx, now, { blocYear: piece.bloc_year_id, unit: piece.unit_id })
    const facts = { title: piece.title, reason }
    await record(tx, actor, now, { action: 'evidence.withdrawn', subject: { kind: 'evidence', id: evidence }, facts })
  })
}
