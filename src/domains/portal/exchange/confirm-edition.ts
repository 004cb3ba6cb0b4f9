import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayConfirmEdition } from './access.ts'
import { lockEdition } from './queries.ts'

export const confirmEditionInput = z.object({ edition: z.uuid(), source: line(500) })
export type ConfirmEdition = z.output<typeof confirmEditionInput>

/** Somebody else than who entered it compared the fields with the receiver's document that they name. */
export async function confirmEdition(db: Db, actor: Actor, input: ConfirmEdition, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const edition = await lockEdition(tx, input.edition)
    demand(mayConfirmEdition(actor, edition))
    if (edition.verified_at !== null) throw new RuleViolation('exchange.isVerified')
    await tx
      .updateTable('exchange_edition')
      .set({
        verified_by: actor.account,
        verified_by_name: actor.name,
        verified_at: now,
        verified_source: input.source,
      })
      .where('id', '=', edition.id)
      .execute()
    const facts = { profile: edition.name, edition: edition.edition, source: input.source }
    const subject = { kind: 'exchange_edition', id: edition.id }
    await record(tx, actor, now, { action: 'exchange.editionConfirmed', subject, facts })
  })
}
