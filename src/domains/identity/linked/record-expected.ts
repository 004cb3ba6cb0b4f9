import { z } from 'zod'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import { queueMail } from '#capabilities/notifications/send-mail.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayExpectIdentity } from '../access.ts'
import { accountOf } from '../queries.ts'
import { words } from './words.ts'

export const recordExpectedInput = z.object({ account: z.uuid(), value: line(200) })

export type RecordExpected = z.output<typeof recordExpectedInput>

/** By which value the other place names this person: whoever comes from there with it is linked, once, and the person is told. */
export async function recordExpected(
  db: Db,
  actor: Actor,
  { account: id, value }: RecordExpected,
  { now, origin }: { now: Date; origin: string },
): Promise<void> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute()
    const account = found(await accountOf(tx, id, now))
    demand(mayExpectIdentity(actor, id))
    if (account.state !== 'active') throw new RuleViolation('linked.notActive')
    const taken = await tx
      .selectFrom('expected_identity')
      .select('account_id')
      .where('claim_value', '=', value)
      .where('account_id', '<>', id)
      .executeTakeFirst()
    if (taken !== undefined) throw new RuleViolation('linked.expectedElsewhere')
    const row = { claim_value: value, recorded_by: actor.account, recorded_at: now }
    await tx
      .insertInto('expected_identity')
      .values({ account_id: id, ...row })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
      .execute()
    if (account.email !== null) {
      const t = words('vi').mail
      const text = t.text({ name: account.name, by: actor.name, value, origin })
      const messageKey = `expected-identity-${newId()}`
      await queueMail(tx, { to: account.email, subject: t.subject, text, messageKey, kind: 'recovery', account: id })
    }
    await record(tx, actor, now, {
      action: 'identity.identityExpected',
      subject: { kind: 'account', id },
      facts: { name: account.name, value },
    })
  })
}
