import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { newCode } from '#platform/id.ts'
import { record } from '#capabilities/audit/record.ts'
import { mayConfirmRecovery } from '../access.ts'
import { accountOf } from '../queries.ts'
import { hashCode } from '../people/invitation.ts'
import { factOf, lockRecovery } from './lock-recovery.ts'
import { mailRecovery } from './mail-recovery.ts'
import type { RecoveryEnv } from './open-recovery.ts'
import { recoveryState, slipMinutes, unitsOfSecond } from './recovery.ts'

export interface ConfirmRecovery {
  id: string
}

interface Confirmed {
  /** For the slip, shown once. */
  code: string
  person: string
  login: string
  expiresAt: Date
}

/** A second person has seen the person concerned: the slip is printed, and handed to them and nobody else. */
export async function confirmRecovery(
  db: Db,
  actor: Actor,
  input: ConfirmRecovery,
  env: RecoveryEnv,
): Promise<Confirmed> {
  if (!hasSteppedUp(actor, env.now)) throw new Forbidden('step-up')
  const code = newCode(16)
  const expiresAt = new Date(env.now.getTime() + slipMinutes * 60_000)
  return db.transaction().execute(async (tx) => {
    const recovery = await lockRecovery(tx, input.id)
    const concerned = found(await accountOf(tx, recovery.account_id, env.now))
    const units = unitsOfSecond(concerned, await env.unitsOf(tx, concerned.id, env.now))
    demand(mayConfirmRecovery(actor, recovery, units))
    if (recoveryState(recovery, env.now) !== 'waiting') throw new RuleViolation('recovery.notWaiting')
    if (recovery.state !== 'active') throw new RuleViolation('recovery.notActive')

    await tx
      .updateTable('account_recovery')
      .set({ confirmed_by: actor.account, confirmed_at: env.now, code_hash: hashCode(code), expires_at: expiresAt })
      .where('id', '=', recovery.id)
      .execute()
    await mailRecovery(tx, recovery, { step: 'confirmed', by: actor.name, origin: env.origin })
    await env.announce(tx, env.now, factOf('identity.recoveryClosed', recovery, units))
    await record(tx, actor, env.now, {
      action: 'identity.recoveryConfirmed',
      subject: { kind: 'account', id: recovery.account_id },
      facts: { name: recovery.person, openedBy: recovery.opener },
    })
    return { code, person: recovery.person, login: recovery.login, expiresAt }
  })
}
