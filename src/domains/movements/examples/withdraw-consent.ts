import { record } from '#capabilities/audit/record.ts'
import { actsForHead, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { actsForMember } from '../access.ts'
import type { OneExample } from './confirm-example.ts'
import { closeJudgement } from './example-tasks.ts'
import { demandState, exampleSubject, lockExample } from './lock-example.ts'

/**
 * The person does not agree any longer: name, place and story are emptied in the same moment, and with them what the
 * public page showed. That there was an example, and of which unit, stays.
 */
export async function withdrawConsent(db: Db, actor: Actor, input: OneExample, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { example } = await lockExample(tx, input)
    demand(actsForMember(actor, input.blocYear, example.unit_id) || actsForHead(actor, input.blocYear))
    demandState('withdraw', example)
    const emptied = { name: '', place: '', story: '', consent_on: null, consent_way: '', refusal_reason: null }
    await tx
      .updateTable('example')
      .set({
        ...emptied,
        is_public: false,
        state: 'withdrawn',
        consent_withdrawn_on: dayOf(now),
        version: example.version + 1,
      })
      .where('id', '=', example.id)
      .execute()
    await closeJudgement(tx, now, example.id)
    const facts = { unit: example.unit }
    await record(tx, actor, now, { action: 'examples.withdrawn', subject: exampleSubject(example.id), facts })
  })
}
