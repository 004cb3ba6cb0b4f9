import { z } from 'zod'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import { endIdentities } from '../linked/end-identities.ts'
import { passwordFault } from '../password/password-rules.ts'
import type { Passwords } from '../password/password.ts'
import { endSecondFactors } from '../second-factor/end-second-factors.ts'
import { endSessionsBut } from '../sessions/end-session.ts'
import { endTokens } from '../tokens/end-tokens.ts'
import { startSession, type StartedSession } from '../sessions/start-session.ts'
import { lockRecovery } from './lock-recovery.ts'
import { mailRecovery } from './mail-recovery.ts'
import { recoveryOfCode, type RecoveryRow } from './queries.ts'
import { recoveryState } from './recovery.ts'

export const acceptRecoveryInput = z.object({
  code: z.string().max(100),
  password: z.string().min(1).max(1000),
  again: z.string().max(1000),
})

export type AcceptRecovery = z.output<typeof acceptRecoveryInput>

export interface AcceptRecoveryEnv {
  now: Date
  passwords: Passwords
  /** What `deviceOf` makes of the browser. */
  device: string
  origin: string
}

/** The recovery whose slip still opens its account. */
export async function confirmedRecovery(db: Db, code: string, now: Date): Promise<RecoveryRow> {
  const recovery = await recoveryOfCode(db, code)
  if (recovery === undefined) throw new RuleViolation('recovery.unknownCode')
  demandConfirmed(recovery, now)
  return recovery
}

function demandConfirmed(recovery: RecoveryRow, now: Date) {
  const state = recoveryState(recovery, now)
  if (state !== 'confirmed') throw new RuleViolation(state === 'used' ? 'recovery.usedCode' : 'recovery.deadCode')
  if (recovery.state !== 'active') throw new RuleViolation('recovery.notActive')
}

/** The new password, no phone, no passkey, nothing linked, and no session but the one that follows. */
async function openAnew(tx: Tx, account: string, { passwordHash, now }: { passwordHash: string; now: Date }) {
  await tx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', account).execute()
  const factors = await endSecondFactors(tx, account)
  await tx.deleteFrom('half_session').where('account_id', '=', account).execute()
  await endTokens(tx, account, now)
  const unlinked = await endIdentities(tx, account)
  return { ...factors, unlinked, sessionsEnded: await endSessionsBut(tx, account, null, now) }
}

/** The person holds the slip: a new password; whoever knew the old one, or held the lost phone, is out. */
export async function acceptRecovery(db: Db, input: AcceptRecovery, env: AcceptRecoveryEnv): Promise<StartedSession> {
  const { id, login, person } = await confirmedRecovery(db, input.code, env.now)
  if (input.password.normalize('NFC') !== input.again.normalize('NFC')) {
    throw new RuleViolation('identity.passwordsDiffer')
  }
  const fault = passwordFault(input.password, { login, name: person })
  if (fault !== null) throw new RuleViolation(`identity.${fault}`)
  const passwordHash = await env.passwords.hash(input.password)

  return db.transaction().execute(async (tx) => {
    const recovery = await lockRecovery(tx, id)
    demandConfirmed(recovery, env.now)
    const account = recovery.account_id
    await tx.updateTable('account_recovery').set({ used_at: env.now }).where('id', '=', id).execute()
    const ended = await openAnew(tx, account, { passwordHash, now: env.now })
    const session = await startSession(tx, { account, device: env.device, proof: 'password' }, env.now)
    await mailRecovery(tx, recovery, { step: 'used', by: person, origin: env.origin })
    await record(tx, { account, name: person, actingUnit: null }, env.now, {
      action: 'identity.recovered',
      subject: { kind: 'account', id: account },
      facts: ended,
    })
    return session
  })
}
