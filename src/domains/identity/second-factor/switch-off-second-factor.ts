import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { endCodesWithLast } from './end-second-factors.ts'
import { secondFactorRules } from './queries.ts'
import { lacksSecondFactor } from './second-factor.ts'

/** Whether a role of this person asks for a second factor today. */
export async function isSecondFactorAsked(db: Db | Tx, actor: Actor, now: Date): Promise<boolean> {
  const rules = [...(await secondFactorRules(db))].filter(([, from]) => from <= dayOf(now)).map(([role]) => role)
  const leadsUnit = actor.units.some(({ role }) => role === 'leader')
  return lacksSecondFactor({ hasSecondFactor: false, tenantRoles: actor.tenantRoles, leadsUnit }, rules)
}

/** No more codes of a phone: from now on a passkey opens the account, or where there is none the password alone. */
export async function switchOffSecondFactor(db: Db, actor: Actor, now: Date): Promise<void> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', actor.account).forUpdate().execute()
    const gone = await tx.deleteFrom('second_factor').where('account_id', '=', actor.account).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new RuleViolation('secondFactor.isOff')
    const wasLast = await endCodesWithLast(tx, actor.account)
    if (wasLast && (await isSecondFactorAsked(tx, actor, now))) throw new RuleViolation('secondFactor.isAsked')
    await record(tx, actor, now, {
      action: 'identity.secondFactorSwitchedOff',
      subject: { kind: 'account', id: actor.account },
    })
  })
}
