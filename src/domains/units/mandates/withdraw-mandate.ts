import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayWithdrawMandate } from './access.ts'
import { demandState, factOf, lockMandate } from './lock-mandate.ts'
import type { MandateFact } from './mandate.ts'

export interface WithdrawMandate {
  id: string
}

/** The unit takes its request back before it is decided. */
export async function withdrawMandate(
  db: Db,
  actor: Actor,
  input: WithdrawMandate,
  { now, announce }: Telling<MandateFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const mandate = await lockMandate(tx, input.id)
    demand(mayWithdrawMandate(actor, mandate))
    demandState('withdraw', mandate)

    await tx.updateTable('mandate').set({ state: 'withdrawn' }).where('id', '=', mandate.id).execute()
    const fact = await factOf(tx, mandate, { name: 'mandates.withdrawn', by: actor, now })
    await announce(tx, now, fact)
    await record(tx, actor, now, {
      action: 'mandate.withdrawn',
      subject: { kind: 'mandate', id: mandate.id },
      facts: { unit: fact.unitName, person: fact.person },
    })
  })
}
