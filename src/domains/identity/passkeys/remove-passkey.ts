import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { endCodesWithLast } from '../second-factor/end-second-factors.ts'
import { isSecondFactorAsked } from '../second-factor/switch-off-second-factor.ts'

export interface RemovePasskey {
  id: string
}

/** Takes a passkey away at once; the last second factor stays where a role asks for one. */
export async function removePasskey(db: Db, actor: Actor, { id }: RemovePasskey, now: Date): Promise<void> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    // Of two that are removed at once the second sees that it is the last.
    await tx.selectFrom('account').select('id').where('id', '=', actor.account).forUpdate().execute()
    const removed = await tx
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('account_id', '=', actor.account)
      .returning('name')
      .executeTakeFirst()
    const { name } = found(removed)
    const wasLast = await endCodesWithLast(tx, actor.account)
    if (wasLast && (await isSecondFactorAsked(tx, actor, now))) throw new RuleViolation('passkeys.lastFactor')
    await record(tx, actor, now, {
      action: 'identity.passkeyRemoved',
      subject: { kind: 'account', id: actor.account },
      facts: { name },
    })
  })
}
