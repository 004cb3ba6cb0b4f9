import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { mayConfirmLegalText } from '../access.ts'
import { lockOpenRule } from './queries.ts'

export const confirmRuleInput = z.object({ id: z.uuid(), source: line(500) })
export type ConfirmRule = z.output<typeof confirmRuleInput>

/** Somebody else than who entered it compared value and days with the source they name. */
export async function confirmRule(db: Db, actor: Actor, { id, source }: ConfirmRule, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const rule = await lockOpenRule(tx, id)
    demand(mayConfirmLegalText(actor, rule))
    const confirmed = { source, confirmed_by: actor.account, confirmed_at: now }
    await tx.updateTable('legal_rule').set(confirmed).where('id', '=', id).execute()
    const facts = { rule: rule.code, value: rule.value, source }
    await record(tx, actor, now, { action: 'law.ruleConfirmed', subject: { kind: 'legal_rule', id }, facts })
  })
}
