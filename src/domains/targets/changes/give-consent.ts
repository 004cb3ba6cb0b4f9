import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayConsentFor } from '../access.ts'
import { targetSubject } from '../cards/lock-target.ts'
import { closeChange, lockChange } from './close-change.ts'
import { closeConsentTask } from './change-tasks.ts'
import { askedUnits, changeById, type ChangeRow } from './queries.ts'

export const giveConsentInput = z.object({
  change: z.uuid(),
  unit: z.uuid(),
  answer: z.enum(['agree', 'refuse']),
  reason: z.string().trim().max(1000).default(''),
})
export type GiveConsent = z.output<typeof giveConsentInput>

async function keepAnswer(tx: Tx, actor: Actor, { change, unit, answer, reason }: GiveConsent, now: Date) {
  const agrees = answer === 'agree'
  const given = { agrees, reason, given_by: actor.account, given_at: now }
  await tx
    .insertInto('target_consent')
    .values({ change_id: change, unit_id: unit, ...given })
    .execute()
}

async function demandAsked(tx: Tx, change: ChangeRow, unit: string) {
  const asked = found((await askedUnits(tx, change.id)).find((one) => one.unit_id === unit))
  if (change.state !== 'proposed') throw new RuleViolation('targetChanges.alreadySettled')
  if (asked.agrees !== null) throw new RuleViolation('targetChanges.alreadyAnswered')
}

/** A member unit's leader consents, or refuses with a reason; the last consent puts the change in force. */
export async function giveConsent(db: Db, actor: Actor, input: GiveConsent, now: Date): Promise<void> {
  demand(mayConsentFor(actor, input.unit))
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, (await changeById(tx, input.change)).bloc_year_id)
    const change = await lockChange(tx, input.change)
    await demandAsked(tx, change, input.unit)
    if (input.answer === 'refuse' && input.reason === '') throw new RuleViolation('targetChanges.reasonMissing')
    await keepAnswer(tx, actor, input, now)
    await closeConsentTask(tx, change.id, input.unit, now)
    const outcome = await closeChange(tx, change, now)
    const { short_name: unit } = await nameOn(tx, input.unit, dayOf(now))
    await record(tx, actor, now, {
      action: input.answer === 'agree' ? 'targetChanges.consented' : 'targetChanges.refused',
      subject: targetSubject({ id: change.target_id }),
      facts: { code: change.code, unit, reason: input.reason, outcome },
    })
  })
}
