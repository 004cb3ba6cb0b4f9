import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { keepsConsultations } from '../access.ts'
import { readProvisions } from '../reading/read-provisions.ts'
import { draftHead, longestDraft, writeProvisions } from './add-consultation.ts'
import { consultationSubject, demandState, lockConsultation } from './lock-consultation.ts'

export const correctTextInput = z.object({
  blocYear: z.uuid(),
  consultation: z.uuid(),
  version: z.coerce.number().int(),
  ...draftHead,
  text: paragraph(longestDraft),
})
export type CorrectText = z.output<typeof correctTextInput>

/** The text as a person mended it is read anew: where an article begins is said by the text alone. */
export async function correctText(db: Db, actor: Actor, input: CorrectText, now: Date): Promise<void> {
  demand(keepsConsultations(actor, input.blocYear))
  const { provisions, doubts } = readProvisions(input.text)
  await db.transaction().execute(async (tx) => {
    const { consultation } = await lockConsultation(tx, input)
    demandState(consultation, 'correct')
    if (consultation.version !== input.version) throw new Conflict('consultation.changedMeanwhile')
    const { title, drafter, about, text } = input
    await tx
      .updateTable('consultation')
      .set({ title, drafter, about, source_text: text, version: input.version + 1 })
      .where('id', '=', consultation.id)
      .execute()
    await writeProvisions(tx, consultation.id, provisions)
    const facts = { title, provisions: provisions.length, doubts: doubts.length }
    await record(tx, actor, now, {
      action: 'consultation.textCorrected',
      subject: consultationSubject(consultation.id),
      facts,
    })
  })
}
