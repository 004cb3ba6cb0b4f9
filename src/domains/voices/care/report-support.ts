import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { day, paragraph } from '#platform/form.ts'
import { careSubject } from './care-case.ts'
import { lockCase } from './lock-case.ts'
import { postCare } from './post-care.ts'

export const reportSupportInput = z.object({ care: z.uuid(), supportedOn: day(), support: paragraph(2000) })

/** Tells how a member was supported: advice, a lawyer, a petition to who decides, a visit. */
export async function reportSupport(db: Db, actor: Actor, input: z.output<typeof reportSupportInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const care = await lockCase(tx, actor, { id: input.care, verb: 'support', on: input.supportedOn, now })
    await tx
      .updateTable('care_case')
      .set({
        state: 'supported',
        support: input.support,
        supported_on: care.supported_on ?? input.supportedOn,
        version: care.version + 1,
      })
      .where('id', '=', care.id)
      .execute()
    await postCare(tx, care, now)
    const facts = { day: input.supportedOn }
    await record(tx, actor, now, { action: 'care.supported', subject: careSubject(care.id), facts })
  })
}
