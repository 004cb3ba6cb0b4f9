import type { Db, Tx } from '#platform/database/database.ts'
import type { LegalRule } from './legal-rule.ts'

/** Deadlines and thresholds of the law, by code and then the latest first. */
export async function legalRules(db: Db | Tx): Promise<(LegalRule & { entered_by: string | null })[]> {
  return db
    .selectFrom('legal_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('in_force_from', (order) => order.desc().nullsLast())
    .execute()
}
