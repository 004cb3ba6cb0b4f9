import { z } from 'zod'
import { record, type Recorder } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { keepsConsultations } from '../access.ts'
import { askDecisions, askNoMore, type InYear } from './consultation-tasks.ts'
import { consultationSubject, demandState, lockConsultation } from './lock-consultation.ts'

export const closeConsultationInput = z.object({ blocYear: z.uuid(), consultation: z.uuid() })
export type CloseConsultation = z.output<typeof closeConsultationInput>

/** Takes no more comments from now on; by hand or by its day, inside a transaction that holds it. */
export async function closeHeld(tx: Tx, by: Recorder, given: InYear, now: Date): Promise<void> {
  const { consultation } = given
  await tx
    .updateTable('consultation')
    .set({ state: 'closed', closed_at: now, closed_by: by.account })
    .where('id', '=', consultation.id)
    .execute()
  await askNoMore(tx, now, consultation.id)
  await askDecisions(tx, now, given)
  const facts = { title: consultation.title }
  await record(tx, by, now, { action: 'consultation.closed', subject: consultationSubject(consultation.id), facts })
}

/** Closed by hand, before its last day. */
export async function closeConsultation(db: Db, actor: Actor, input: CloseConsultation, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockConsultation(tx, input)
    demand(keepsConsultations(actor, held.year.id))
    demandState(held.consultation, 'close')
    await closeHeld(tx, actor, held, now)
  })
}
