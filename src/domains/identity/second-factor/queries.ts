import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { FactorRole } from './second-factor.ts'

export interface SecondFactorShown {
  /** When codes of a phone were switched on, if they are. */
  switchedOnAt: Date | null
  passkeys: number
  codesLeft: number
}

/** A person's second factor in its kinds, or nothing. */
export async function secondFactorOf(db: Db | Tx, account: string): Promise<SecondFactorShown | undefined> {
  const { rows } = await sql<SecondFactorShown>`
    select (select switched_on_at from second_factor where account_id = ${account}) as "switchedOnAt",
      (select count(*)::int from passkey where account_id = ${account}) as passkeys,
      (select count(*)::int from recovery_code where account_id = ${account} and used_at is null) as "codesLeft"`.execute(
    db,
  )
  return rows.find(({ switchedOnAt, passkeys }) => switchedOnAt !== null || passkeys > 0)
}

/** Whether a password alone no longer opens the account: there is a phone, or a passkey, were it a halted one. */
export const hasSecondFactor = async (db: Db | Tx, account: string): Promise<boolean> =>
  (await secondFactorOf(db, account)) !== undefined

/** From which day which role must have a second factor. */
export async function secondFactorRules(db: Db | Tx): Promise<ReadonlyMap<FactorRole, string>> {
  const rows = await db.selectFrom('second_factor_rule').select(['role', 'from_on']).execute()
  return new Map(rows.map(({ role, from_on: from }) => [role, from]))
}
