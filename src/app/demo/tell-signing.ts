import { units } from '../../../db/seed/nam-dinh.ts'
import type { Renderer } from '#capabilities/documents/render-pdf.ts'
import {
  makeSignerKey,
  openSignerKey,
  proveKey,
  signWith,
  type SignerKey,
} from '#capabilities/signatures/keys/signer-key.ts'
import { toBase64 } from '#capabilities/signatures/base64.ts'
import type { TimestampClient } from '#capabilities/signatures/cms/timestamp.ts'
import { beginSignature } from '#domains/agreement/signing/begin-signature.ts'
import { giveAgreementSignature } from '#domains/agreement/signing/give-agreement-signature.ts'
import { certificateChallenge } from '#domains/units/certificates/challenge.ts'
import { requestCertificate } from '#domains/units/certificates/request-certificate.ts'
import type { FileStore } from '#platform/files.ts'
import type { Actor } from '#platform/actor.ts'
import { leaderOf, samplePassphrase } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

export interface SigningStory {
  agreement: string
  /** Mandates by the unit's key. */
  mandates: ReadonlyMap<string, string>
  authorityPassphrase: string
  tenantName: string
  files: FileStore
  renderer: Renderer
  timestamp: TimestampClient | undefined
}

/** What a signer's browser does: a key is made and sealed, and its certificate asked for. */
export async function makeSignature(
  told: Told,
  actor: Actor,
  mandate: string,
  story: SigningStory,
): Promise<SignerKey> {
  const { publicKey, sealed } = await makeSignerKey(samplePassphrase)
  const key = await openSignerKey(sealed, samplePassphrase)
  const proof = await proveKey(key, new TextEncoder().encode(certificateChallenge(mandate, actor.account)))
  const request = { mandate, publicKey: toBase64(publicKey), proof: toBase64(proof), sealedKey: sealed }
  const { authorityPassphrase: passphrase, tenantName } = story
  await requestCertificate(told.db, actor, request, { now: told.now, passphrase, tenantName, isSample: true })
  return key
}

export async function signOnce(told: Told, actor: Actor, key: SignerKey, story: SigningStory) {
  const { agreement, files, renderer, timestamp } = story
  const turn = await beginSignature(told.db, actor, { agreement }, { now: told.now, files, renderer })
  const signature = await signWith(key, new Uint8Array(turn.signedAttributes))
  const given = { agreement, job: turn.job, signature: toBase64(signature) }
  await giveAgreementSignature(told.db, actor, given, { now: told.now, files, timestamp })
}

/** Six built-in signers sign in turn, at the true present time, by the same commands that the screens use. */
export async function tellSigning(told: Told, story: SigningStory): Promise<void> {
  for (const unit of units) {
    const actor = await actorNamed(told, leaderOf(unit).login)
    const key = await makeSignature(told, actor, story.mandates.get(unit.key) ?? '', story)
    const now = new Date()
    await signOnce({ ...told, now }, { ...actor, steppedUpAt: now }, key, story)
  }
}
