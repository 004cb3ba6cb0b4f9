import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/platform/database/database.ts'
import { newCode, newId } from '../../src/platform/id.ts'
import { morning, type Cast } from '../cast.ts'

/** Opinions that a unit received, entered by somebody from elsewhere, and a place with a poster. */
export interface VoicePlace {
  /** Waits to be taken. */
  newOpinion: string
  /** Passed to the same unit, whose answer somebody from elsewhere drafted; public, with a picture. */
  opinion: string
  opinionSlug: string
  answerDraft: string
  /** Taken, so that another may be merged into it. */
  leadOpinion: string
  opinionPlace: string
}

async function addOpinion(db: Db, cast: Cast, unit: string, given: { state: 'received' | 'accepted' | 'routed' }) {
  const id = randomUUID()
  const slug = `cong-tac-${newCode(6).toLowerCase()}`
  const taken = given.state === 'received' ? {} : { title: 'Cống tắc', shown_text: 'Cống tắc' }
  const open = given.state === 'routed' ? { is_public: true, slug, answered_on: '2023-02-01' } : {}
  await db
    .insertInto('opinion')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      unit_id: unit,
      way: 'unnamed',
      source: 'field',
      text: 'Cống tắc',
      state: given.state,
      received_on: '2023-02-18',
      code_sha256: randomUUID().replaceAll('-', '').repeat(2),
      entered_by: cast.chi.account,
      entered_at: morning,
      ...taken,
      ...open,
    })
    .execute()
  return { id, slug }
}

async function addAnswers(db: Db, cast: Cast, opinion: string, unit: string): Promise<string> {
  const by = { written_by: cast.chi.account, written_by_name: cast.chi.name, written_at: morning }
  const row = { opinion_id: opinion, unit_id: unit, text: 'Đã sửa', ...by }
  const sent = { published_by: cast.dung.account, published_by_name: cast.dung.name, published_at: morning }
  const draft = newId()
  await db
    .insertInto('opinion_answer')
    .values([
      { id: newId(), state: 'published', ...row, ...sent, written_at: new Date(morning.getTime() - 1000) },
      { id: draft, state: 'draft', ...row, published_by: null, published_by_name: '', published_at: null },
    ])
    .execute()
  return draft
}

async function routeTo(db: Db, cast: Cast, opinion: string, unit: string) {
  const by = { routed_by: cast.chi.account, routed_by_name: cast.chi.name, routed_at: morning }
  await db
    .insertInto('opinion_routing')
    .values({ id: newId(), opinion_id: opinion, unit_id: unit, due_on: '2023-03-06', due_basis: '', ...by })
    .execute()
  await db
    .insertInto('opinion_attachment')
    .values({
      id: randomUUID(),
      opinion_id: opinion,
      number: 1,
      media_type: 'image/webp',
      bytes: Buffer.from('RIFF'),
      width: 1,
      height: 1,
      is_shown: true,
    })
    .execute()
}

export async function addVoices(db: Db, cast: Cast, unit: string): Promise<VoicePlace> {
  const { id: newOpinion } = await addOpinion(db, cast, unit, { state: 'received' })
  const { id: leadOpinion } = await addOpinion(db, cast, unit, { state: 'accepted' })
  const { id: opinion, slug } = await addOpinion(db, cast, unit, { state: 'routed' })
  await routeTo(db, cast, opinion, unit)
  const opinionPlace = newId()
  const place = { id: opinionPlace, bloc_id: cast.bloc, code: newCode(6), name: 'Nhà văn hóa xã' }
  await db
    .insertInto('opinion_place')
    .values({ ...place, added_by: cast.an.account, added_at: morning })
    .execute()
  const answerDraft = await addAnswers(db, cast, opinion, unit)
  return { newOpinion, opinion, opinionSlug: slug, answerDraft, leadOpinion, opinionPlace }
}
