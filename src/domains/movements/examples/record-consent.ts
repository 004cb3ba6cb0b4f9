import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { actsForMember } from '../access.ts'
import { demandState, exampleSubject, lockExample } from './lock-example.ts'
import { checkConsent } from './nominate-example.ts'

export const recordConsentInput = z.object({
  blocYear: z.uuid(),
  example: z.uuid(),
  consentOn: day(),
  consentWay: line(200),
})
export type RecordConsent = z.output<typeof recordConsentInput>

/** When and how the person agreed that the story is told; written by the unit that asked the person. */
export async function recordConsent(db: Db, actor: Actor, input: RecordConsent, now: Date): Promise<void> {
  checkConsent(input, dayOf(now))
  await db.transaction().execute(async (tx) => {
    const { example } = await lockExample(tx, input)
    demand(actsForMember(actor, input.blocYear, example.unit_id))
    demandState('consent', example)
    await tx
      .updateTable('example')
      .set({ consent_on: input.consentOn, consent_way: input.consentWay, version: example.version + 1 })
      .where('id', '=', example.id)
      .execute()
    const facts = { unit: example.unit, day: input.consentOn }
    await record(tx, actor, now, { action: 'examples.consented', subject: exampleSubject(example.id), facts })
  })
}
