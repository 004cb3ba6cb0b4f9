import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { lockSupervision, supervisionSubject } from './lock-supervision.ts'
import { dropDay } from './supervision-tasks.ts'

export const cancelSupervisionInput = z.object({ blocYear: z.uuid(), supervision: z.uuid(), reason: paragraph(500) })
export type CancelSupervision = z.output<typeof cancelSupervisionInput>

/** What was planned does not take place; the file stays with the reason. */
export async function cancelSupervision(db: Db, actor: Actor, input: CancelSupervision, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { supervision } = await lockSupervision(tx, actor, input, 'cancel')
    await tx
      .updateTable('supervision')
      .set({ state: 'cancelled', cancel_reason: input.reason, version: supervision.version + 1 })
      .where('id', '=', supervision.id)
      .execute()
    await dropDay(tx, now, supervision.id, input.reason)
    const facts = { title: supervision.title, reason: input.reason }
    await record(tx, actor, now, {
      action: 'supervision.cancelled',
      subject: supervisionSubject(supervision.id),
      facts,
    })
  })
}
