import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { secondFactorRules } from './queries.ts'
import { lacksSecondFactor } from './second-factor.ts'

/** The part of a command after which an account has no second factor; whether it had one. */
export async function switchOffIn(tx: Tx, account: string): Promise<boolean> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', account).execute()
  const gone = await tx.deleteFrom('second_factor').where('account_id', '=', account).executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Whether a role of this person asks for a second factor today. */
export async function isSecondFactorAsked(db: Db | Tx, actor: Actor, now: Date): Promise<boolean> {
  const rules = [...(await secondFactorRules(db))].filter(([, from]) => from <= dayOf(now)).map(([role]) => role)
  const leadsUnit = actor.units.some(({ role }) => role === 'leader')
  return lacksSecondFactor({ hasSecondFactor: false, tenantRoles: actor.tenantRoles, leadsUnit }, rules)
}

/** From now on the password alone opens the account. */
export async function switchOffSecondFactor(db: Db, actor: Actor, now: Date): Promise<void> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    if (await isSecondFactorAsked(tx, actor, now)) throw new RuleViolation('secondFactor.isAsked')
    if (!(await switchOffIn(tx, actor.account))) throw new RuleViolation('secondFactor.isOff')
    await record(tx, actor, now, {
      action: 'identity.secondFactorSwitchedOff',
      subject: { kind: 'account', id: actor.account },
    })
  })
}
