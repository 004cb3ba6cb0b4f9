import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayPublishCopy } from '../access.ts'
import { lockEvidence } from '../queries.ts'
import { lockCopy } from './queries.ts'

/** A second person has looked at the copy: from now on anybody may see it. */
export async function confirmCopy(db: Db, actor: Actor, input: { evidence: string; copy: string }, now: Date) {
  await db.transaction().execute(async (tx) => {
    const piece = await lockEvidence(tx, input.evidence)
    const copy = await lockCopy(tx, input.copy)
    demand(copy.evidence_id === piece.id)
    demand(mayPublishCopy(actor, { blocYear: piece.bloc_year_id, unit: piece.unit_id, made: copy.made_by }))
    if (copy.state !== 'made') throw new RuleViolation('evidence.copyNotMade')
    if (piece.withdrawn_at !== null) throw new RuleViolation('evidence.isWithdrawn')
    await tx
      .updateTable('evidence_copy')
      .set({ state: 'published', decided_by: actor.account, decider_name: actor.name, decided_at: now })
      .where('id', '=', copy.id)
      .execute()
    const facts = { title: piece.title, sha256: copy.sha256 }
    const deed = { action: 'evidence.copyPublished', subject: { kind: 'evidence', id: piece.id }, facts }
    await record(tx, actor, now, deed)
  })
}
