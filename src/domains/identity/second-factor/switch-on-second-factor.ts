import { z } from 'zod'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { openSealed, sealBytes } from '#platform/sealed.ts'
import { record } from '#capabilities/audit/record.ts'
import { endSessionsBut } from '../sessions/end-session.ts'
import { sealingOf, type CodeEnv } from './accept-code.ts'
import { issueRecoveryCodes } from './issue-recovery-codes.ts'
import { lockSignedIn } from './lock-signed-in.ts'
import { digitsOf, switchOnMinutes } from './second-factor.ts'
import { newSecret, stepOf } from './totp.ts'

export const switchOnInput = z.object({ pending: z.string().max(1000), code: z.string().trim().min(1).max(20) })

export type SwitchOn = z.output<typeof switchOnInput>

const pendingSealing = (account: string, env: CodeEnv) => ({ ...sealingOf(account, env), purpose: 'pending secret' })

/** A new secret on its way to the phone and back in the form: nothing is kept until a code proves that it arrived. */
export function offerSecret(account: string, env: CodeEnv): string {
  const until = Buffer.alloc(8)
  until.writeBigUInt64BE(BigInt(env.now.getTime() + switchOnMinutes * 60_000))
  return sealBytes(Buffer.concat([until, newSecret()]), pendingSealing(account, env)).toString('base64url')
}

/** The secret of an offer that is still good. */
export function offeredSecret(pending: string, account: string, env: CodeEnv): Uint8Array {
  const opened = openSealed(Buffer.from(pending, 'base64url'), pendingSealing(account, env))
  if (opened === null || opened.readBigUInt64BE() < BigInt(env.now.getTime())) {
    throw new RuleViolation('secondFactor.offerOver')
  }
  return opened.subarray(8)
}

async function keepSecret(tx: Tx, account: string, secret: Uint8Array, { step, env }: { step: number; env: CodeEnv }) {
  const row = {
    sealed_secret: sealBytes(secret, sealingOf(account, env)),
    last_step: step,
    switched_on_at: env.now,
  }
  const before = await tx.selectFrom('second_factor').select('account_id').where('account_id', '=', account).execute()
  await tx
    .insertInto('second_factor')
    .values({ account_id: account, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
  return before.length > 0
}

/** Switches on, or puts a new phone in the old one's place: answers with the recovery codes, shown this once. */
export async function switchOnSecondFactor(db: Db, actor: Actor, input: SwitchOn, env: CodeEnv): Promise<string[]> {
  if (!hasSteppedUp(actor, env.now)) throw new Forbidden('step-up')
  const secret = offeredSecret(input.pending, actor.account, env)
  const digits = digitsOf(input.code)
  const step = digits === null ? null : stepOf(secret, digits, env.now)
  if (step === null) throw new RuleViolation('secondFactor.wrongCode')

  return db.transaction().execute(async (tx) => {
    await lockSignedIn(tx, actor)
    const isReplaced = await keepSecret(tx, actor.account, secret, { step, env })
    const codes = await issueRecoveryCodes(tx, actor.account, env.now)
    const count = await endSessionsBut(tx, actor.account, actor.session, env.now)
    await record(tx, actor, env.now, {
      action: isReplaced ? 'identity.secondFactorReplaced' : 'identity.secondFactorSwitchedOn',
      subject: { kind: 'account', id: actor.account },
      facts: { sessionsEnded: count },
    })
    return codes
  })
}
