import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { acceptChallenge } from './accept-challenge.ts'
import type { PasskeyEnv } from './begin-assertion.ts'
import type { Question } from './keep-challenge.ts'
import { markCopied } from './mark-copied.ts'
import { fellBack } from './passkey.ts'
import { passkeyOfCredential } from './queries.ts'

const bytes = z.base64url().min(1).max(8000)

const assertion = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.base64url().max(200).default(''),
  }),
})

type Assertion = z.output<typeof assertion>

/** As it came from the browser, in a field of a form. */
export const answerInput = z.object({ response: z.string().max(20_000) })

export const notAccepted = () => new RuleViolation('passkeys.notAccepted')

/** What a script put into the form; nobody types it, so that all that is wrong with it is one thing. */
export function readAnswer<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw notAccepted()
    throw error
  }
}

const clientData = z.object({ challenge: z.string().min(1).max(200) })

export const challengeIn = (clientDataJSON: string) =>
  readAnswer(Buffer.from(clientDataJSON, 'base64url').toString('utf8'), clientData).challenge

interface Held {
  public_key: Buffer
}

interface Verified extends PasskeyEnv {
  challenge: string
}

/** Whether the key signed this very question, for this site, after its owner proved to be there; the library throws. */
async function counterSaid(given: Assertion, { public_key: key }: Held, { challenge, site }: Verified) {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...given, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
    // The counter is compared by us: only after the signature is known to be good does it mean anything.
    credential: { id: given.id, publicKey: new Uint8Array(key), counter: 0 },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }))
  if (!verified || authenticationInfo === undefined) throw notAccepted()
  return authenticationInfo.newCounter
}

/** The passkey that answered, before its counter is moved. */
export interface Checked {
  id: string
  account: string
  counter: number
}

/** Checks a device's answer to a question of ours; each question is good for one answer, right or wrong. */
export async function checkAssertion(db: Db, text: string, asked: Question, env: PasskeyEnv): Promise<Checked> {
  const given = readAnswer(text, assertion)
  const challenge = challengeIn(given.response.clientDataJSON)
  await acceptChallenge(db, challenge, asked, env.now)
  const passkey = await passkeyOfCredential(db, Buffer.from(given.id, 'base64url'), env.site.host)
  if (passkey === undefined || passkey.account_id !== (asked.account ?? passkey.account_id)) throw notAccepted()
  const handle = Buffer.from(given.response.userHandle, 'base64url').toString('utf8')
  if (handle !== '' && handle !== passkey.account_id) throw notAccepted()

  const counter = await counterSaid(given, passkey, { ...env, challenge })
  if (passkey.halted_at !== null) throw new RuleViolation('passkeys.halted')
  if (fellBack(passkey.counter, counter)) {
    await markCopied(db, passkey, { said: counter, now: env.now })
    throw new RuleViolation('passkeys.halted')
  }
  return { id: passkey.id, account: passkey.account_id, counter }
}
