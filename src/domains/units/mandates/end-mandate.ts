import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { mayEndMandate } from './access.ts'
import { demandState, factOf, lockMandate } from './lock-mandate.ts'
import type { MandateFact } from './mandate.ts'
import type { MandateRow } from './queries.ts'

export const endMandateInput = z.object({ id: z.uuid(), endedOn: day(), reason: paragraph(1000) })
export type EndMandate = z.output<typeof endMandateInput>

/** Neither in the past, since papers may have been signed since, nor after the term. */
function checkEnd(mandate: MandateRow, endedOn: string, today: string) {
  if (endedOn < today) throw new RuleViolation('mandates.endInThePast')
  if (endedOn > mandate.to_on) throw new RuleViolation('mandates.endAfterTerm', { to: mandate.to_on })
}

/** From `endedOn` on the mandate holds no more; what was signed under it stays signed. Answers with it as it was. */
export async function endMandate(
  db: Db,
  actor: Actor,
  input: EndMandate,
  { now, announce }: Telling<MandateFact>,
): Promise<MandateRow> {
  return db.transaction().execute(async (tx) => {
    const mandate = await lockMandate(tx, input.id)
    demand(mayEndMandate(actor, mandate))
    demandState('end', mandate)
    checkEnd(mandate, input.endedOn, dayOf(now))

    await tx
      .updateTable('mandate')
      .set({ state: 'ended', ended_on: input.endedOn, ended_reason: input.reason })
      .where('id', '=', mandate.id)
      .execute()
    const fact = await factOf(tx, { ...mandate, ended_on: input.endedOn }, { name: 'mandates.ended', by: actor, now })
    await announce(tx, now, fact)
    await record(tx, actor, now, {
      action: 'mandate.ended',
      subject: { kind: 'mandate', id: mandate.id },
      facts: { unit: fact.unitName, person: fact.person, on: input.endedOn, reason: input.reason },
    })
    return mandate
  })
}
