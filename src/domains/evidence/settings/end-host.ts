import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayKeepEvidenceSettings } from '../access.ts'

export const endHostInput = z.object({ host: z.string().max(200) })
export type EndHost = z.output<typeof endHostInput>

/** No further address of this page is taken; those that were stay evidence. */
export async function endHost(db: Db, actor: Actor, { host }: EndHost, now: Date): Promise<void> {
  demand(mayKeepEvidenceSettings(actor))
  await db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('evidence_host')
      .set({ to_on: addDays(dayOf(now), -1) })
      .where('host', '=', host)
      .where('to_on', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (ended === undefined) throw new RuleViolation('evidenceSettings.hostGone')
    const subject = { kind: 'evidence_host', id: null }
    await record(tx, actor, now, { action: 'evidence.hostEnded', subject, facts: { host, name: ended.name } })
  })
}
