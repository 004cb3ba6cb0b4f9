import type { Db, Tx } from '#platform/database/database.ts'
import type { FactorRole } from './second-factor.ts'

export interface SecondFactorShown {
  switchedOnAt: Date
  codesLeft: number
}

/** A person's second factor, or nothing. */
export async function secondFactorOf(db: Db | Tx, account: string): Promise<SecondFactorShown | undefined> {
  return db
    .selectFrom('second_factor')
    .select((select) => [
      'switched_on_at as switchedOnAt',
      select
        .selectFrom('recovery_code')
        .select((code) => code.fn.countAll<number>().as('left'))
        .whereRef('recovery_code.account_id', '=', 'second_factor.account_id')
        .where('used_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('codesLeft'),
    ])
    .where('account_id', '=', account)
    .executeTakeFirst()
}

/** From which day which role must have a second factor. */
export async function secondFactorRules(db: Db | Tx): Promise<ReadonlyMap<FactorRole, string>> {
  const rows = await db.selectFrom('second_factor_rule').select(['role', 'from_on']).execute()
  return new Map(rows.map(({ role, from_on: from }) => [role, from]))
}
