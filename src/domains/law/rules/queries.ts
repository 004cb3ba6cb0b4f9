import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import type { LegalRule } from './legal-rule.ts'

export type KeptRule = LegalRule & { entered_by: string | null }

/** Deadlines and thresholds of the law, by code and then the latest first. */
export async function legalRules(db: Db | Tx): Promise<KeptRule[]> {
  return db
    .selectFrom('legal_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('in_force_from', (order) => order.desc().nullsLast())
    .execute()
}

/** A line that nobody confirmed yet, held. */
export async function lockOpenRule(tx: Tx, id: string): Promise<KeptRule> {
  const rule = found(await tx.selectFrom('legal_rule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  if (rule.confirmed_at !== null) throw new RuleViolation('legalRules.isConfirmed')
  return rule
}
