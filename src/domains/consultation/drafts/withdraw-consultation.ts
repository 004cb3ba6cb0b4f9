import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { keepsConsultations } from '../access.ts'
import { askNoMore, dropDay } from './consultation-tasks.ts'
import { consultationSubject, demandState, lockConsultation } from './lock-consultation.ts'

export const withdrawConsultationInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  reason: paragraph(500),
})
export type WithdrawConsultation = z.output<typeof withdrawConsultationInput>

/** Brought in or opened by mistake: it stays with the reason, and nobody is asked any more. */
export async function withdrawConsultation(
  db: Db,
  actor: Actor,
  input: WithdrawConsultation,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, consultation } = await lockConsultation(tx, input)
    demand(keepsConsultations(actor, year.id))
    demandState(consultation, 'withdraw')
    await tx
      .updateTable('consultation')
      .set({ state: 'withdrawn', withdrawn_reason: input.reason })
      .where('id', '=', consultation.id)
      .execute()
    await askNoMore(tx, now, consultation.id)
    await dropDay(tx, now, consultation.id, input.reason)
    const facts = { title: consultation.title, reason: input.reason }
    await record(tx, actor, now, {
      action: 'consultation.withdrawn',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
