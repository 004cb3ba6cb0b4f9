import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayEndTenantRole } from '../access.ts'
import { grantTenantRoleInput, type GrantTenantRole } from './grant-tenant-role.ts'
import { accountOf, type TenantRole } from '../queries.ts'

export const endTenantRoleInput = grantTenantRoleInput

/** Locks all who hold the role now, so that of two administrators who end each other one comes second. */
export async function lockHolders(tx: Tx, role: TenantRole) {
  return tx
    .selectFrom('tenant_role')
    .innerJoin('account', 'account.id', 'tenant_role.account_id')
    .select(['tenant_role.id', 'tenant_role.account_id', 'account.state'])
    .where('role', '=', role)
    .where('to_on', 'is', null)
    .orderBy('tenant_role.id')
    .forUpdate('tenant_role')
    .execute()
}

/** The role ends at once. A tenant keeps one administrator who can sign in. */
export async function endTenantRole(db: Db, actor: Actor, input: GrantTenantRole, now: Date): Promise<void> {
  demand(mayEndTenantRole(actor))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    const holders = await lockHolders(tx, input.role)
    const held = holders.find((holder) => holder.account_id === input.account)
    if (held === undefined) throw new RuleViolation('identity.roleNotHeld')
    const remain = holders.some((holder) => holder.id !== held.id && holder.state === 'active')
    if (input.role === 'administrator' && !remain) throw new RuleViolation('identity.lastAdministrator')

    await tx
      .updateTable('tenant_role')
      .set({ to_on: dayOf(now) })
      .where('id', '=', held.id)
      .execute()
    const account = found(await accountOf(tx, input.account, now))
    await record(tx, actor, now, {
      action: 'identity.roleEnded',
      subject: { kind: 'account', id: input.account },
      facts: { name: account.name, role: input.role },
    })
  })
}
