import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { lockTargetFor, targetSubject } from './lock-target.ts'

export const withdrawTargetInput = z.object({ id: z.uuid(), reason: paragraph(1000) })

/** Ends a target that no signed paper holds; what was reported stays, and nothing more is asked. */
export async function withdrawTarget(
  db: Db,
  actor: Actor,
  { id, reason }: z.output<typeof withdrawTargetInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { target } = await lockTargetFor(tx, actor, id, 'withdraw')
    const set = { state: 'withdrawn', version: target.version + 1, changed_at: now } as const
    await tx.updateTable('target').set(set).where('id', '=', id).execute()
    const facts = { code: target.code, reason }
    await record(tx, actor, now, { action: 'targets.withdrawn', subject: targetSubject(target), facts })
  })
}
