import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalDay, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepLegalTexts } from '../access.ts'
import { legalRuleCodes, measureOf, readRuleValue } from './legal-rule.ts'

export const addRuleInput = z.object({
  code: z.enum(legalRuleCodes),
  value: line(20),
  textName: line(300),
  inForceFrom: day(),
  inForceTo: optionalDay(),
  source: optionalLine(500),
})
export type AddRule = z.output<typeof addRuleInput>

/** A new line of a rule from its day on; what went before keeps its own. It is unconfirmed, whoever adds it. */
export async function addRule(db: Db, actor: Actor, input: AddRule, now: Date): Promise<void> {
  demand(mayKeepLegalTexts(actor))
  const measure = measureOf[input.code]
  const value = readRuleValue(measure, input.value)
  if (value === undefined) throw new RuleViolation('legalRules.notAValue')
  if (input.inForceTo !== undefined && input.inForceTo < input.inForceFrom)
    throw new RuleViolation('legalRules.endsBeforeItBegins')
  await db.transaction().execute(async (tx) => {
    const id = newId()
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('legal_rule')
      .values({
        id,
        code: input.code,
        measure,
        value,
        text_name: input.textName,
        source: input.source,
        in_force_from: input.inForceFrom,
        in_force_to: input.inForceTo ?? null,
        entered_by: actor.account,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) throw new RuleViolation('legalRules.taken', { from: input.inForceFrom })
    const facts = { rule: input.code, value, from: input.inForceFrom }
    await record(tx, actor, now, { action: 'law.ruleAdded', subject: { kind: 'legal_rule', id }, facts })
  })
}
