import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayDecideMandate } from './access.ts'
import { demandState, factOf, lockMandate } from './lock-mandate.ts'
import type { MandateFact } from './mandate.ts'

export interface ConfirmMandate {
  id: string
}

/** The authority has seen the document and confirms; from now on all members of the unit's blocs see the mandate. */
export async function confirmMandate(
  db: Db,
  actor: Actor,
  input: ConfirmMandate,
  { now, announce }: Telling<MandateFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const mandate = await lockMandate(tx, input.id)
    demand(mayDecideMandate(actor, mandate))
    demandState('confirm', mandate)
    if (mandate.to_on < dayOf(now)) throw new RuleViolation('mandates.alreadyOver', { to: mandate.to_on })

    await tx
      .updateTable('mandate')
      .set({ state: 'confirmed', decided_by: actor.account, decided_at: now })
      .where('id', '=', mandate.id)
      .execute()
    const fact = await factOf(tx, mandate, { name: 'mandates.confirmed', by: actor, now })
    await announce(tx, now, fact)
    await record(tx, actor, now, {
      action: 'mandate.confirmed',
      subject: { kind: 'mandate', id: mandate.id },
      facts: {
        unit: fact.unitName,
        person: fact.person,
        from: mandate.from_on,
        to: mandate.to_on,
        act: mandate.may_act,
        sign: mandate.may_sign,
        vote: mandate.may_vote,
      },
    })
  })
}
