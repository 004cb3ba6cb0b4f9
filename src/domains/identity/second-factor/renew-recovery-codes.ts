import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { issueRecoveryCodes } from './issue-recovery-codes.ts'
import { hasSecondFactor } from './queries.ts'

/** The list was lost, seen by others, or is nearly used up. */
export async function renewRecoveryCodes(db: Db, actor: Actor, now: Date): Promise<string[]> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', actor.account).forUpdate().execute()
    if (!(await hasSecondFactor(tx, actor.account))) throw new RuleViolation('secondFactor.isOff')
    const codes = await issueRecoveryCodes(tx, actor.account, now)
    await record(tx, actor, now, {
      action: 'identity.recoveryCodesRenewed',
      subject: { kind: 'account', id: actor.account },
    })
    return codes
  })
}
