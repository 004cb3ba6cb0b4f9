import { generateAuthenticationOptions } from '@simplewebauthn/server'
import type { Db } from '#platform/database/database.ts'
import { keepChallenge, type Question } from './keep-challenge.ts'
import { challengeMinutes, type PasskeySite } from './passkey.ts'
import { passkeysOf } from './queries.ts'

export interface PasskeyEnv {
  now: Date
  site: PasskeySite
}

/** What the browser hands to the device that shall sign: at the door it offers its own keys, later those of one account. */
export async function beginAssertion(db: Db, question: Question, { now, site }: PasskeyEnv) {
  const held = question.account === null ? [] : await passkeysOf(db, question.account)
  const challenge = await keepChallenge(db, question, now)
  return generateAuthenticationOptions({
    rpID: site.host,
    challenge,
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
    allowCredentials: held
      .filter(({ host }) => host === site.host)
      .map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports })),
  })
}
