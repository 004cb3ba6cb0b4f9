import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayPublishCopy } from '../access.ts'
import { lockEvidence } from '../queries.ts'
import { lockCopy } from './queries.ts'

export const refuseCopyInput = z.object({ evidence: z.uuid(), copy: z.uuid(), reason: line(500) })

/** A second person finds what should not be seen: the copy stays private, or becomes so again. */
export async function refuseCopy(db: Db, actor: Actor, input: z.output<typeof refuseCopyInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const piece = await lockEvidence(tx, input.evidence)
    const copy = await lockCopy(tx, input.copy)
    demand(copy.evidence_id === piece.id)
    demand(mayPublishCopy(actor, { blocYear: piece.bloc_year_id, unit: piece.unit_id, made: copy.made_by }))
    if (copy.state !== 'made' && copy.state !== 'published') throw new RuleViolation('evidence.copyNotMade')
    const decided = { decided_by: actor.account, decider_name: actor.name, decided_at: now, reason: input.reason }
    await tx
      .updateTable('evidence_copy')
      .set({ state: 'refused', ...decided })
      .where('id', '=', copy.id)
      .execute()
    const facts = { title: piece.title, reason: input.reason }
    const deed = { action: 'evidence.copyRefused', subject: { kind: 'evidence', id: piece.id }, facts }
    await record(tx, actor, now, deed)
  })
}
