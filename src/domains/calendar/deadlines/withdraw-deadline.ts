import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { line } from '#platform/form.ts'
import { lockWritten } from './change-deadline.ts'
import { dropDeadline } from './keep-deadline.ts'
import { nameOf } from './name-of.ts'
import { deadlineById } from './queries.ts'
import { tellConcerned } from './tell-concerned.ts'

export const withdrawDeadlineInput = z.object({ deadline: z.uuid(), reason: line(500) })
export type WithdrawDeadline = z.output<typeof withdrawDeadlineInput>

/** Cancels with a reason: it stays to be seen, its tasks close, and all whom it concerned are told why. */
export async function withdrawDeadline(db: Db, actor: Actor, input: WithdrawDeadline, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { deadline } = await lockWritten(tx, actor, input.deadline)
    await dropDeadline(tx, now, deadline.key, input.reason)
    const told = { naming: 'calendar.cancelled' as const, reason: input.reason, by: actor.account }
    await tellConcerned(tx, now, await deadlineById(tx, deadline.id), told)
    await record(tx, actor, now, {
      action: 'deadline.cancelled',
      subject: { kind: 'deadline', id: deadline.id },
      facts: { title: nameOf(deadline, 'vi'), reason: input.reason },
    })
  })
}
