import { generateRegistrationOptions } from '@simplewebauthn/server'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Forbidden, found } from '#platform/errors.ts'
import { accountOf } from '../queries.ts'
import type { PasskeyEnv } from './begin-assertion.ts'
import { keepChallenge } from './keep-challenge.ts'
import { algorithms, challengeMinutes } from './passkey.ts'
import { passkeysOf } from './queries.ts'

/** What the browser hands to the device that shall make a key; devices that have one are named, and make no second. */
export async function beginRegistration(db: Db, actor: Actor, env: PasskeyEnv & { place: string }) {
  if (!hasSteppedUp(actor, env.now)) throw new Forbidden('step-up')
  const { login } = found(await accountOf(db, actor.account, env.now))
  const held = await passkeysOf(db, actor.account)
  const challenge = await keepChallenge(db, { use: 'register', account: actor.account }, env.now)
  return generateRegistrationOptions({
    rpName: env.place,
    rpID: env.site.host,
    userID: new TextEncoder().encode(actor.account),
    userName: login,
    userDisplayName: actor.name,
    challenge,
    timeout: challengeMinutes * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: held.map((row) => ({
      id: row.credential_id.toString('base64url'),
      transports: row.transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}
