import { sql } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { record } from '#capabilities/audit/record.ts'
import { openAccountIn, type OpenAccount } from './open-account.ts'
import type { Invited } from './issue-invitation.ts'

export type FirstAdministrator = Pick<OpenAccount, 'fullName' | 'login' | 'email' | 'isSample'>

/** For the operator who makes a tenant: its administrator, invited by a slip. A tenant that has one gets no second. */
export async function createFirstAdministrator(db: Db, input: FirstAdministrator, now: Date): Promise<Invited> {
  return db.transaction().execute(async (tx) => {
    await sql`lock table tenant_role in share row exclusive mode`.execute(tx)
    const held = await tx
      .selectFrom('tenant_role')
      .select('id')
      .where('role', '=', 'administrator')
      .where('to_on', 'is', null)
      .executeTakeFirst()
    if (held !== undefined) throw new RuleViolation('identity.administratorExists')
    const invited = await openAccountIn(tx, null, { ...input, way: 'slip' }, { now, origin: '' })
    await tx
      .insertInto('tenant_role')
      .values({ id: newId(), account_id: invited.account, role: 'administrator', from_on: dayOf(now) })
      .execute()
    const operator = { account: null, name: 'giao-uoc tenant create', actingUnit: null }
    await record(tx, operator, now, {
      action: 'identity.firstAdministratorInvited',
      subject: { kind: 'account', id: invited.account },
      facts: { name: input.fullName, login: input.login },
    })
    return invited
  })
}
