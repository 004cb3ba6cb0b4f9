import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { openSealed } from '#platform/sealed.ts'
import { hashCode } from '../people/invitation.ts'
import { digitsOf, type SessionProof } from './second-factor.ts'
import { stepOf } from './totp.ts'

export interface CodeEnv {
  now: Date
  /** The installation's secret, which opens the secrets of phones. */
  secretKey: string
}

export const sealingOf = (account: string, { secretKey }: Pick<CodeEnv, 'secretKey'>) => ({
  secretKey,
  purpose: 'second factor',
  about: account,
})

/** Of two who send the same code at once the second finds the step taken: it is compared in the UPDATE that moves it. */
async function takeStep(tx: Tx, account: string, digits: string, env: CodeEnv): Promise<boolean> {
  const row = await tx
    .selectFrom('second_factor')
    .select('sealed_secret')
    .where('account_id', '=', account)
    .executeTakeFirst()
  const secret = row && openSealed(row.sealed_secret, sealingOf(account, env))
  const step = secret ? stepOf(secret, digits, env.now) : null
  if (step === null) return false
  const moved = await tx
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', account)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

const unusedCode = (account: string, typed: string) => ({ account_id: account, code_hash: hashCode(typed) })

async function takeRecoveryCode(tx: Tx, account: string, typed: string, now: Date): Promise<boolean> {
  const { account_id, code_hash } = unusedCode(account, typed)
  const taken = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', account_id)
    .where('code_hash', '=', code_hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Whether this is an unused recovery code of the account; it stays unused. Eighty bits need no limit on guesses. */
export async function holdsRecoveryCode(db: Db, account: string, typed: string): Promise<boolean> {
  const { account_id, code_hash } = unusedCode(account, typed)
  const row = await db
    .selectFrom('recovery_code')
    .select('id')
    .where('account_id', '=', account_id)
    .where('code_hash', '=', code_hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

interface TypedCode {
  account: string
  code: string
}

/** Uses up a code of the phone or of the printed list; each is good once. Part of another command. */
export async function acceptCode(tx: Tx, { account, code }: TypedCode, env: CodeEnv): Promise<SessionProof> {
  const digits = digitsOf(code)
  if (digits !== null && (await takeStep(tx, account, digits, env))) return 'totp'
  if (digits === null && (await takeRecoveryCode(tx, account, code, env.now))) return 'recovery_code'
  throw new RuleViolation('secondFactor.wrongCode')
}
