import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayDecideReopening } from './access.ts'
import { periodSubject } from './lock-periods.ts'
import { demandAsked, lockReopening } from './lock-reopening.ts'
import { closeReopeningTask } from './reopening-tasks.ts'

export const refuseReopeningInput = z.object({ id: z.uuid(), reason: paragraph(1000) })
export type RefuseReopening = z.output<typeof refuseReopeningInput>

export async function refuseReopening(db: Db, actor: Actor, input: RefuseReopening, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const reopening = await lockReopening(tx, input.id)
    demand(mayDecideReopening(actor, reopening))
    demandAsked(reopening)

    await tx
      .updateTable('period_reopening')
      .set({ state: 'refused', decided_by: actor.account, decided_at: now, decision_reason: input.reason })
      .where('id', '=', input.id)
      .execute()
    await closeReopeningTask(tx, now, input.id)
    await record(tx, actor, now, {
      action: 'period.reopeningRefused',
      subject: periodSubject(reopening.period.id),
      facts: { reason: input.reason },
    })
  })
}
