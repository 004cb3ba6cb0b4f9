import { record } from '#capabilities/audit/record.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { hasSecondFactor } from '../second-factor/queries.ts'
import { startHalf, startWhole, type Entered } from '../sessions/sign-in.ts'
import { addIdentityIn } from './add-identity.ts'
import type { Told } from './linked.ts'

interface Env {
  now: Date
  device: string
}

async function lockOwner(tx: Tx, account: string) {
  const owner = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.state', 'person.full_name'])
    .where('account.id', '=', account)
    .forUpdate('account')
    .executeTakeFirst()
  if (owner?.state !== 'active') throw new RuleViolation('linked.unknown')
  return owner
}

const identityFor = (tx: Tx, { issuer, subject }: Told) =>
  tx
    .selectFrom('linked_identity')
    .select(['id', 'account_id'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()

/** Nobody known: unless an administrator recorded that this very person is expected, which then is used up. */
async function adopted(tx: Tx, told: Told, now: Date) {
  const expected = await tx
    .selectFrom('expected_identity')
    .select('account_id')
    .where('claim_value', '=', told.claim)
    .executeTakeFirst()
  if (expected === undefined) throw new RuleViolation('linked.unknown')
  const owner = await lockOwner(tx, expected.account_id)
  const used = await tx
    .deleteFrom('expected_identity')
    .where('account_id', '=', owner.id)
    .where('claim_value', '=', told.claim)
    .executeTakeFirst()
  if (used.numDeletedRows !== 1n) throw new RuleViolation('linked.unknown')
  const id = await addIdentityIn(tx, told, { account: owner.id, way: 'record', now })
  const actor = { account: owner.id, name: owner.full_name, actingUnit: null }
  await record(tx, actor, now, {
    action: 'identity.identityAdopted',
    subject: { kind: 'account', id: owner.id },
    facts: { name: told.label, issuer: told.issuer, value: told.claim },
  })
  return { id, owner }
}

async function known(tx: Tx, told: Told) {
  const identity = await identityFor(tx, told)
  if (identity === undefined) return undefined
  const owner = await lockOwner(tx, identity.account_id)
  // Unlinked while this waited for the lock: then it opens nothing any more.
  if ((await identityFor(tx, told))?.id !== identity.id) throw new RuleViolation('linked.unknown')
  return { id: identity.id, owner }
}

/** An identity is as good as the password and no more: the code follows, unless the operator trusts the other place with it. */
export async function signInByIdentity(db: Db, told: Told, { now, device }: Env): Promise<Entered> {
  return db.transaction().execute(async (tx) => {
    const { id, owner } = (await known(tx, told)) ?? (await adopted(tx, told, now))
    await tx.updateTable('linked_identity').set({ used_at: now }).where('id', '=', id).execute()
    if (told.isStrong) return startWhole(tx, { account: owner, device, proof: 'oidc_strong', now })
    if (await hasSecondFactor(tx, owner.id)) return startHalf(tx, owner.id, { proof: 'oidc', now })
    return startWhole(tx, { account: owner, device, proof: 'oidc', now })
  })
}
