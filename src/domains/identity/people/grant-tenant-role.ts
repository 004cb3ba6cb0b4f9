import { z } from 'zod'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayGrantTenantRole } from '../access.ts'
import { accountOf } from '../queries.ts'

export const grantTenantRoleInput = z.object({ account: z.uuid(), role: z.enum(['authority', 'administrator']) })

export type GrantTenantRole = z.output<typeof grantTenantRoleInput>

/** Where no administrator made a code whoever did may have kept it: with the role it would open more than they may. */
async function withdrawCodesOfOthers(tx: Tx, account: string, now: Date) {
  const administrators = tx
    .selectFrom('tenant_role')
    .select('account_id')
    .where('role', '=', 'administrator')
    .where('to_on', 'is', null)
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('invited_by', 'not in', administrators)
    .execute()
}

/** Nobody raises themselves: the administrator grants to others, after saying the password once more. */
export async function grantTenantRole(db: Db, actor: Actor, input: GrantTenantRole, now: Date): Promise<void> {
  demand(mayGrantTenantRole(actor, input.account))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', input.account).forUpdate().execute()
    const account = found(await accountOf(tx, input.account, now))
    if (account.state === 'closed') throw new RuleViolation('identity.accountClosed', { name: account.name })
    const granted = await tx
      .insertInto('tenant_role')
      .values({
        id: newId(),
        account_id: input.account,
        role: input.role,
        from_on: dayOf(now),
        granted_by: actor.account,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'role']).where('to_on', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (granted === undefined) throw new RuleViolation('identity.roleHeld', { name: account.name })
    await withdrawCodesOfOthers(tx, input.account, now)
    await record(tx, actor, now, {
      action: 'identity.roleGranted',
      subject: { kind: 'account', id: input.account },
      facts: { name: account.name, role: input.role },
    })
  })
}
