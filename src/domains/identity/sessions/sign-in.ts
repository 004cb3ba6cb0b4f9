import { z } from 'zod'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Passwords } from '../password/password.ts'
import { acceptCode, holdsRecoveryCode, type CodeEnv } from '../second-factor/accept-code.ts'
import { hasSecondFactor } from '../second-factor/queries.ts'
import { halfSessionMinutes, type SessionProof } from '../second-factor/second-factor.ts'
import { hashToken, newToken } from './session.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'
import { startSession, type StartedSession } from './start-session.ts'

export const signInInput = z.object({
  login: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1).max(200)),
  password: z.string().min(1).max(1000),
  /** A recovery code opens the door while strangers keep it shut. */
  code: z.string().trim().max(100).default(''),
})

export type SignIn = Omit<z.output<typeof signInInput>, 'code'> & { code?: string }

export interface SignInEnv extends CodeEnv {
  passwords: Passwords
  limiter: SignInLimiter
  /** Where the request comes from; held in memory for a quarter of an hour and written nowhere. */
  address: string
  device: string
  /** The mark of a browser with which this account signed in before. */
  markFor: (account: string) => string | null
}

/** After the password: in, or with a second factor only half in. */
export type Entered = StartedSession & ({ isHalf: true } | { isHalf: false; proof: SessionProof })

interface Applicant {
  id: string
  state: string
  password_hash: string | null
  full_name: string
}

const findApplicant = (db: Db, login: string): Promise<Applicant | undefined> =>
  db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.state', 'account.password_hash', 'person.full_name'])
    .where('account.login', '=', login)
    .executeTakeFirst()

interface Try {
  /** Minutes to wait; 0 when there was a try left. */
  wait: number
  giveBack: () => void
}

/** Counted before the password is looked at: a hundred tries at the same moment are a hundred tries. */
function takeTry(env: SignInEnv, login: string, account: Applicant | undefined): Try {
  const { limiter, address, now } = env
  const mark = account === undefined ? null : env.markFor(account.id)
  if (mark !== null) return { wait: limiter.device.take(mark, now), giveBack: () => limiter.device.giveBack(mark) }
  const wait = Math.max(limiter.address.take(address, now), limiter.login.take(login, now))
  const giveBack = () => {
    limiter.login.giveBack(login)
    limiter.address.giveBack(address)
  }
  return { wait, giveBack }
}

/** Only the code is missing. */
export async function startHalf(
  tx: Tx,
  account: string,
  { proof, now }: Pick<Entering, 'proof' | 'now'>,
): Promise<Entered> {
  const token = newToken()
  const endsAt = new Date(now.getTime() + halfSessionMinutes * 60_000)
  await tx.deleteFrom('half_session').where('account_id', '=', account).where('expires_at', '<=', now).execute()
  const row = { token_hash: hashToken(token), account_id: account, proof, expires_at: endsAt }
  await tx.insertInto('half_session').values(row).execute()
  return { account, token, endsAt, isHalf: true }
}

/** Hashing takes its time: meanwhile the password may have been changed, or the account closed. */
async function demandUnchanged(tx: Tx, { id, password_hash: hash }: Applicant) {
  const row = await tx
    .selectFrom('account')
    .select(['password_hash', 'state'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  if (row?.state !== 'active' || row.password_hash !== hash) throw new RuleViolation('identity.wrongSignIn')
}

interface Entering {
  account: { id: string; full_name: string }
  device: string
  proof: SessionProof
  now: Date
}

/** The whole session and its entry: the end of every way in. */
export async function startWhole(tx: Tx, { account, device, proof, now }: Entering) {
  const session = await startSession(tx, { account: account.id, device, proof }, now)
  const actor = { account: account.id, name: account.full_name, actingUnit: null }
  await record(tx, actor, now, {
    action: 'identity.signedIn',
    subject: { kind: 'account', id: account.id },
    facts: { proof },
  })
  return { ...session, isHalf: false, proof } satisfies Entered
}

/** Where no try is left only a recovery code opens the door: strangers cannot guess one, nor use it up. */
async function admit(db: Db, { login, code = '' }: SignIn, env: SignInEnv, account: Applicant | undefined) {
  const { wait, giveBack } = takeTry(env, login, account)
  if (wait === 0) return { isProven: false, giveBack }
  if (account !== undefined && (await holdsRecoveryCode(db, account.id, code))) return { isProven: true, giveBack }
  throw new RuleViolation('identity.tooManyTries', { minutes: wait })
}

/** One sentence for every failure, after the same work: nobody learns which logins exist. */
export async function signIn(db: Db, input: SignIn, env: SignInEnv): Promise<Entered> {
  const account = await findApplicant(db, input.login)
  const { isProven, giveBack } = await admit(db, input, env, account)
  const isRight = await env.passwords.verify(account?.password_hash ?? null, input.password)
  if (account === undefined || !isRight || account.state !== 'active') throw new RuleViolation('identity.wrongSignIn')
  if (!isProven) giveBack()

  return db.transaction().execute(async (tx) => {
    await demandUnchanged(tx, account)
    if (!isProven && (await hasSecondFactor(tx, account.id))) {
      return startHalf(tx, account.id, { proof: 'password', now: env.now })
    }
    const typed = { account: account.id, code: input.code ?? '' }
    const proof = isProven ? await acceptCode(tx, typed, env) : 'password'
    return startWhole(tx, { account, device: env.device, proof, now: env.now })
  })
}
