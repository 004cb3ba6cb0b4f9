import { randomUUID } from 'node:crypto'
import { addOfficer, morning, type Cast } from '../../../../test/cast.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { acceptOpinion } from '../register/accept-opinion.ts'
import { addOpinion } from '../register/add-opinion.ts'
import { routeOpinion } from '../register/route-opinion.ts'
import { gatherWaiting } from '../sending/gather-waiting.ts'
import { sendOpinion } from '../sending/send-opinion.ts'

/** A second person of a leader's unit. */
export async function colleagueOf(db: Db, leader: Actor, name = 'Ngô Thị Hạnh'): Promise<Actor> {
  const [{ unit } = { unit: '' }] = leader.units
  const { memberships, offices } = leader
  return { ...(await addOfficer(db, name, unit)), memberships, offices }
}

export const codingOf = (id: string, given: { title?: string; version?: number } = {}) => ({
  id,
  title: 'Sửa cống thoát nước đường liên thôn',
  shownText: 'Đường liên thôn ngập sau mưa, mong sửa cống.',
  place: 'xã Hải Minh',
  version: 1,
  ...given,
})

/** What an officer of the leader's unit heard. */
export async function heardOpinion(db: Db, cast: Cast, entrant: Actor, text = 'Đường ngập sau mưa'): Promise<string> {
  const [{ unit } = { unit: '' }] = entrant.units
  const told = { place: '', group: '', name: '', contact: '', consent: false, source: 'field' as const }
  const entry = { id: randomUUID(), blocYear: cast.blocYear, unit, onDay: '2023-02-18', text, ...told }
  return addOpinion(db, entrant, entry, morning)
}

/** Heard by an officer of the head's unit, taken by its leader and passed to the first member. */
export async function routedOpinion(db: Db, cast: Cast, title?: string): Promise<string> {
  const id = await heardOpinion(db, cast, await colleagueOf(db, cast.an))
  await acceptOpinion(db, cast.an, codingOf(id, title === undefined ? {} : { title }), morning)
  const unit = cast.units[0] ?? ''
  await routeOpinion(db, cast.an, { id, unit, note: '', dueOn: '2023-03-06' }, morning)
  return id
}

/** What a person sends by the public form. */
export const typedOpinion = (text: string, way: 'anonymous' | 'confidential' | 'named' = 'anonymous') => ({
  way,
  name: way === 'anonymous' ? '' : 'Phạm Thị Lụa',
  contact: '',
  unit: '' as const,
  group: '',
  place: '',
  at: '',
  text,
})

export const sentOpinion = (db: Db, cast: Cast, ...typed: Parameters<typeof typedOpinion>) =>
  sendOpinion(db, { ...typedOpinion(...typed), bloc: cast.bloc, pictures: [] }, morning)

/** Sent without a name and booked at once, as the night's batch would. */
export async function anonymousOpinion(db: Db, cast: Cast, text: string): Promise<{ id: string; code: string }> {
  const code = await sentOpinion(db, cast, text)
  await gatherWaiting(db, morning)
  const row = await db.selectFrom('opinion').select('id').where('text', '=', text).executeTakeFirstOrThrow()
  return { id: row.id, code }
}
