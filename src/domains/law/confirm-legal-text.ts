import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayConfirmLegalText } from './access.ts'
import { isConfirmed } from './legal-text.ts'

export const confirmLegalTextInput = z.object({ id: z.uuid(), source: line(1000) })

export type ConfirmLegalText = z.output<typeof confirmLegalTextInput>

/** Somebody compared number, title and days with the source they name. */
export async function confirmLegalText(db: Db, actor: Actor, input: ConfirmLegalText, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const text = found(
      await tx.selectFrom('legal_text').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst(),
    )
    demand(mayConfirmLegalText(actor, text))
    if (isConfirmed(text)) throw new RuleViolation('law.alreadyConfirmed')
    if (text.in_force_from === null) throw new RuleViolation('law.beginningUnknown')
    await tx
      .updateTable('legal_text')
      .set({ source: input.source, confirmed_by: actor.account, confirmed_at: now })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, now, {
      action: 'law.confirmed',
      subject: { kind: 'legal_text', id: input.id },
      facts: { number: text.number, source: input.source },
    })
  })
}
