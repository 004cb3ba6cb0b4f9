import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayDecideMandate } from './access.ts'
import { demandState, factOf, lockMandate } from './lock-mandate.ts'
import type { MandateFact } from './mandate.ts'

export const refuseMandateInput = z.object({ id: z.uuid(), reason: paragraph(1000) })
export type RefuseMandate = z.output<typeof refuseMandateInput>

/** The unit is told why, and may ask again. */
export async function refuseMandate(
  db: Db,
  actor: Actor,
  input: RefuseMandate,
  { now, announce }: Telling<MandateFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const mandate = await lockMandate(tx, input.id)
    demand(mayDecideMandate(actor, mandate))
    demandState('refuse', mandate)

    await tx
      .updateTable('mandate')
      .set({ state: 'refused', decided_by: actor.account, decided_at: now, decision_reason: input.reason })
      .where('id', '=', mandate.id)
      .execute()
    const fact = await factOf(tx, mandate, { name: 'mandates.refused', by: actor, now })
    await announce(tx, now, fact)
    await record(tx, actor, now, {
      action: 'mandate.refused',
      subject: { kind: 'mandate', id: mandate.id },
      facts: { unit: fact.unitName, person: fact.person, reason: input.reason },
    })
  })
}
