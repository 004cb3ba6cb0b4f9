import type { IdentityWay } from '../../../../db/types.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { lockSignedIn } from '../second-factor/lock-signed-in.ts'
import type { Told } from './linked.ts'

interface Linking {
  account: string
  way: IdentityWay
  now: Date
}

/** The part of a command after which who came from elsewhere opens this account; one identity opens one account. */
export async function addIdentityIn(tx: Tx, told: Told, { account, way, now }: Linking): Promise<string> {
  const { issuer, subject, label } = told
  const row = await tx
    .insertInto('linked_identity')
    .values({ id: newId(), account_id: account, issuer, subject, label, way, linked_at: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new RuleViolation('linked.taken')
  return row.id
}

/** Links who came back to the account of who went: signed in all the time, and confirmed shortly before. */
export async function addIdentity(db: Db, actor: Actor, told: Told, now: Date): Promise<void> {
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  await db.transaction().execute(async (tx) => {
    await lockSignedIn(tx, actor)
    await addIdentityIn(tx, told, { account: actor.account, way: 'person', now })
    await record(tx, actor, now, {
      action: 'identity.identityLinked',
      subject: { kind: 'account', id: actor.account },
      facts: { name: told.label, issuer: told.issuer },
    })
  })
}
