import type { Db, Tx } from '#platform/database/database.ts'

/** The accounts that lead one of these units on a day and can sign in. */
export async function leadersOfUnits(db: Db | Tx, units: readonly string[], day: string): Promise<string[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('unit_role')
    .innerJoin('account', 'account.id', 'unit_role.account_id')
    .select('account.id')
    .distinct()
    .where('unit_role.unit_id', 'in', [...units])
    .where('unit_role.role', '=', 'leader')
    .where('account.state', '=', 'active')
    .where('unit_role.from_on', '<=', day)
    .where((where) => where.or([where('unit_role.to_on', 'is', null), where('unit_role.to_on', '>=', day)]))
    .execute()
  return rows.map(({ id }) => id)
}
