import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayKeepLegalTexts } from '../access.ts'
import { lockOpenRule } from './queries.ts'

/** Takes back a line that nobody confirmed; a confirmed one is followed by a newer one instead. */
export async function removeRule(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  demand(mayKeepLegalTexts(actor))
  await db.transaction().execute(async (tx) => {
    const rule = await lockOpenRule(tx, id)
    await tx.deleteFrom('legal_rule').where('id', '=', id).execute()
    const facts = { rule: rule.code, value: rule.value, from: rule.in_force_from ?? '' }
    await record(tx, actor, now, { action: 'law.ruleRemoved', subject: { kind: 'legal_rule', id }, facts })
  })
}
