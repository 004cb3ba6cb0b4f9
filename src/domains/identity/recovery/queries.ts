import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { hashCode } from '../people/invitation.ts'

const recoveries = (db: Db | Tx) =>
  db
    .selectFrom('account_recovery')
    .innerJoin('account', 'account.id', 'account_recovery.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('account as opener_account', 'opener_account.id', 'account_recovery.opened_by')
    .innerJoin('person as opener', 'opener.id', 'opener_account.person_id')
    .select([
      'account_recovery.id',
      'account_recovery.account_id',
      'account_recovery.reason',
      'account_recovery.paper',
      'account_recovery.opened_by',
      'account_recovery.opened_at',
      'account_recovery.expires_at',
      'account_recovery.confirmed_by',
      'account_recovery.confirmed_at',
      'account_recovery.used_at',
      'account_recovery.withdrawn_at',
      'account.login',
      'account.email',
      'account.state',
      'person.full_name as person',
      'opener.full_name as opener',
    ])

export type RecoveryRow = Awaited<ReturnType<ReturnType<typeof recoveries>['executeTakeFirstOrThrow']>>

export async function recoveryById(db: Db | Tx, id: string): Promise<RecoveryRow | undefined> {
  return recoveries(db).where('account_recovery.id', '=', id).executeTakeFirst()
}

/** The recovery of a slip's code, whatever became of it. */
export async function recoveryOfCode(db: Db | Tx, code: string): Promise<RecoveryRow | undefined> {
  return recoveries(db).where('account_recovery.code_hash', '=', hashCode(code)).executeTakeFirst()
}

/** What was neither used nor withdrawn, the newest first; what ran out is among it. */
export async function openRecoveries(db: Db): Promise<RecoveryRow[]> {
  return recoveries(db)
    .where('account_recovery.used_at', 'is', null)
    .where('account_recovery.withdrawn_at', 'is', null)
    .orderBy('account_recovery.opened_at', 'desc')
    .execute()
}

/** The recovery that somebody opened for this account and that goes on. */
export async function recoveryOfAccount(db: Db, account: string, now: Date): Promise<RecoveryRow | undefined> {
  return recoveries(db)
    .where('account_recovery.account_id', '=', account)
    .where('account_recovery.used_at', 'is', null)
    .where('account_recovery.withdrawn_at', 'is', null)
    .where('account_recovery.expires_at', '>', now)
    .executeTakeFirst()
}

/** The accounts that can sign in and hold a role in the tenant on a day. */
export async function keepersOn(db: Db | Tx, now: Date): Promise<string[]> {
  const day = dayOf(now)
  const rows = await db
    .selectFrom('tenant_role')
    .innerJoin('account', 'account.id', 'tenant_role.account_id')
    .select('account.id')
    .distinct()
    .where('account.state', '=', 'active')
    .where('tenant_role.from_on', '<=', day)
    .where((where) => where.or([where('tenant_role.to_on', 'is', null), where('tenant_role.to_on', '>', day)]))
    .execute()
  return rows.map(({ id }) => id)
}
