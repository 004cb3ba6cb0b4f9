import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { issueRecoveryCodes } from '../second-factor/issue-recovery-codes.ts'
import { lockSignedIn } from '../second-factor/lock-signed-in.ts'
import { hasSecondFactor } from '../second-factor/queries.ts'
import { endSessionsBut } from '../sessions/end-session.ts'
import { acceptChallenge } from './accept-challenge.ts'
import type { PasskeyEnv } from './begin-assertion.ts'
import { answerInput, challengeIn, notAccepted, readAnswer } from './check-assertion.ts'
import { algorithms, mostPasskeys } from './passkey.ts'
import { passkeysOf } from './queries.ts'

export const registerPasskeyInput = answerInput.extend({ name: line(60) })

export type RegisterPasskey = z.output<typeof registerPasskeyInput>

const bytes = z.base64url().min(1).max(16_000)

const attestation = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(30)).max(10).default([]),
  }),
})

/** The key that the device made, after its answer was found good; the library throws where it is not. */
async function checkMade(db: Db, account: string, text: string, env: PasskeyEnv) {
  const given = readAnswer(text, attestation)
  const challenge = challengeIn(given.response.clientDataJSON)
  await acceptChallenge(db, challenge, { use: 'register', account }, env.now)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...given, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: env.site.origin,
    expectedRPID: env.site.host,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || registrationInfo === undefined) throw notAccepted()
  const { credential, credentialBackedUp } = registrationInfo
  return {
    credential_id: Buffer.from(credential.id, 'base64url'),
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: given.response.transports,
    host: env.site.host,
    is_synced: credentialBackedUp,
  }
}

type Made = Awaited<ReturnType<typeof checkMade>> & { account_id: string; name: string; made_at: Date }

async function insertPasskey(tx: Tx, made: Made): Promise<void> {
  const held = await passkeysOf(tx, made.account_id)
  if (held.length >= mostPasskeys) throw new RuleViolation('passkeys.tooMany', { most: mostPasskeys })
  const row = await tx
    .insertInto('passkey')
    .values({ id: newId(), ...made })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new RuleViolation('passkeys.known')
}

/** Adds a passkey; where it is the first second factor, others are signed out and there are recovery codes to print. */
export async function registerPasskey(
  db: Db,
  actor: Actor,
  input: RegisterPasskey,
  env: PasskeyEnv,
): Promise<string[] | null> {
  if (!hasSteppedUp(actor, env.now)) throw new Forbidden('step-up')
  const { account, session } = actor
  const made = await checkMade(db, account, input.response, env)
  return db.transaction().execute(async (tx) => {
    await lockSignedIn(tx, actor)
    const isFirst = !(await hasSecondFactor(tx, account))
    await insertPasskey(tx, { ...made, account_id: account, name: input.name, made_at: env.now })
    const codes = isFirst ? await issueRecoveryCodes(tx, account, env.now) : null
    const sessionsEnded = isFirst ? await endSessionsBut(tx, account, session, env.now) : 0
    await record(tx, actor, env.now, {
      action: 'identity.passkeyRegistered',
      subject: { kind: 'account', id: account },
      facts: { name: input.name, host: env.site.host, sessionsEnded },
    })
    return codes
  })
}
