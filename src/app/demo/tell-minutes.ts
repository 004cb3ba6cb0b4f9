import { toBase64 } from '#capabilities/signatures/base64.ts'
import { usableCertificate } from '#capabilities/signatures/keeping/certificates.ts'
import { openSignerKey, signWith, type SealedKey, type SignerKey } from '#capabilities/signatures/keys/signer-key.ts'
import { acceptDraft } from '#domains/conferences/corrections/accept-draft.ts'
import { answerCorrection } from '#domains/conferences/corrections/answer-correction.ts'
import { requestCorrection } from '#domains/conferences/corrections/request-correction.ts'
import { sendMinutes } from '#domains/conferences/corrections/send-minutes.ts'
import { beginMinutesSignature } from '#domains/conferences/minutes-signing/begin-minutes-signature.ts'
import { freezeMinutes, type FreezePieces } from '#domains/conferences/minutes-signing/freeze-minutes.ts'
import { giveMinutesSignature } from '#domains/conferences/minutes-signing/give-minutes-signature.ts'
import { textOf } from '#domains/conferences/minutes/minutes.ts'
import { passagesOfMinutes } from '#domains/conferences/minutes/queries.ts'
import { startMinutes } from '#domains/conferences/minutes/start-minutes.ts'
import { conferencesOf, type ConferenceRow } from '#domains/conferences/queries.ts'
import { issueResolution } from '#domains/conferences/resolutions/issue-resolution.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { headUnit } from '../../../db/seed/nam-dinh.ts'
import { samplePassphrase, secretary as secretaryOfBloc } from './sample-people.ts'
import { makeSignature, type SigningStory } from './tell-signing.ts'
import { actorNamed } from './tell-people.ts'
import { keys, leader, type Story } from './tell-year.ts'

export interface MinutesStory {
  signing: SigningStory
  freezing: Omit<FreezePieces, 'now'>
}

/** Of the conference at which the agreement was signed; a story without it has no minutes. */
async function signingConference({ db, year }: Story): Promise<ConferenceRow | undefined> {
  const conferences = await conferencesOf(db, year.id)
  return conferences.find(({ pattern, state }) => pattern === 'signing' && state === 'closed')
}

/** One unit finds a word missing, the secretary adds it, and all agree to the draft after that. */
async function correctMinutes(story: Story, secretary: Actor, minutes: string): Promise<void> {
  const { db } = story
  const now = new Date()
  await sendMinutes(db, secretary, { minutes, respondBy: dayOf(now) }, now)
  const asking = leader(story, 'ccb')
  const leading = found((await passagesOfMinutes(db, minutes)).find(({ key }) => key === 'leading'))
  const said = 'Ghi thêm cơ quan hướng dẫn, theo dõi khối có dự hội nghị.'
  const unit = asking.actingUnit ?? ''
  const wanted = `${textOf(leading)}\n- Dự và chỉ đạo: Ban Thi đua - Khen thưởng tỉnh`
  const correction = await requestCorrection(db, asking, { minutes, passage: leading.id, unit, said, wanted }, now)
  const answer = { minutes, correction, verdict: 'accepted', text: wanted, answer: '' } as const
  await answerCorrection(db, secretary, answer, now)
  for (const key of keys) {
    const actor = leader(story, key)
    await acceptDraft(db, actor, { minutes, unit: actor.actingUnit ?? '', draft: 2 }, now)
  }
}

/** The key that a signer of the agreement made; the browser opens it with the passphrase. */
async function keyOf({ db }: Story, { account, mandates }: Actor): Promise<SignerKey> {
  const mandate = mandates.find(({ maySign }) => maySign)?.id ?? ''
  const certificate = found(await usableCertificate(db, { account, mandate, now: new Date() }))
  return openSignerKey(certificate.sealed_key as unknown as SealedKey, samplePassphrase)
}

async function signOne(
  story: Story,
  minutes: string,
  { actor, key }: { actor: Actor; key: SignerKey },
  of: SigningStory,
) {
  const now = new Date()
  const { files, renderer, timestamp } = of
  const signer = { ...actor, steppedUpAt: now }
  const turn = await beginMinutesSignature(story.db, signer, { minutes }, { now, files, renderer })
  const signature = toBase64(await signWith(key, new Uint8Array(turn.signedAttributes)))
  await giveMinutesSignature(story.db, signer, { minutes, job: turn.job, signature }, { now, files, timestamp })
}

async function resolve({ db, units }: Story, secretary: Actor, conference: ConferenceRow): Promise<void> {
  const charge = {
    conference: conference.id,
    decision: undefined,
    kind: 'conclusion' as const,
    number: '01/KL-K05',
    issuedOn: conference.held_on,
    text: 'Xây dựng kế hoạch giúp mỗi xã nông thôn mới nâng cao một việc cụ thể trong năm 2023',
    dueOn: '2023-03-31',
  }
  await issueResolution(db, secretary, { ...charge, unit: units.get('nong-dan') ?? '' }, new Date())
}

/** The minutes of the signing conference: drafted by rule, corrected once, signed by secretary and chair. */
export async function tellMinutes(story: Story, { signing, freezing }: MinutesStory): Promise<void> {
  const conference = await signingConference(story)
  if (conference === undefined) return
  const { db } = story
  const told = { ...story, now: new Date() }
  const secretary = await actorNamed(told, secretaryOfBloc.login)
  const minutes = await startMinutes(
    db,
    secretary,
    { conference: conference.id, copies: 7 },
    { now: told.now, isSample: true },
  )
  await correctMinutes(story, secretary, minutes)
  await freezeMinutes(db, secretary, { minutes, isMeant: true }, { ...freezing, now: new Date() })
  const stepped = { ...secretary, steppedUpAt: new Date() }
  const key = await makeSignature(told, stepped, signing.mandates.get(secretaryOfBloc.login) ?? '', signing)
  await signOne(story, minutes, { actor: secretary, key }, signing)
  const chair = leader(story, headUnit)
  await signOne(story, minutes, { actor: chair, key: await keyOf(story, chair) }, signing)
  await resolve(story, secretary, conference)
}
