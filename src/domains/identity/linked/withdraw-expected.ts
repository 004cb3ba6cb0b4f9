import { isAdministrator, type Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { accountOf } from '../queries.ts'

export interface WithdrawExpected {
  account: string
}

/** By the administrator, or by the person for whose account it was recorded. */
export async function withdrawExpected(db: Db, actor: Actor, { account }: WithdrawExpected, now: Date): Promise<void> {
  demand(isAdministrator(actor) || actor.account === account)
  await db.transaction().execute(async (tx) => {
    found(await accountOf(tx, account, now))
    const gone = await tx
      .deleteFrom('expected_identity')
      .where('account_id', '=', account)
      .returning('claim_value')
      .executeTakeFirst()
    if (gone === undefined) throw new RuleViolation('linked.nothingExpected')
    await record(tx, actor, now, {
      action: 'identity.expectedWithdrawn',
      subject: { kind: 'account', id: account },
      facts: { value: gone.claim_value },
    })
  })
}
