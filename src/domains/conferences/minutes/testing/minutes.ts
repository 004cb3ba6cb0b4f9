import { toBase64 } from '#capabilities/signatures/base64.ts'
import { signWith, type SignerKey } from '#capabilities/signatures/keys/signer-key.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { morning, type Cast } from '../../../../../test/cast.ts'
import { freezePieces, testRenderer } from '../../../../../test/signing.ts'
import type { ConferencePattern } from '../../conference.ts'
import { acceptDraft } from '../../corrections/accept-draft.ts'
import { sendMinutes } from '../../corrections/send-minutes.ts'
import { beginMinutesSignature } from '../../minutes-signing/begin-minutes-signature.ts'
import { freezeMinutes } from '../../minutes-signing/freeze-minutes.ts'
import { giveMinutesSignature } from '../../minutes-signing/give-minutes-signature.ts'
import { minutesById } from '../queries.ts'
import { startMinutes } from '../start-minutes.ts'

interface Held {
  chair: Actor
  secretary: Actor
  pattern?: ConferencePattern
  state?: 'opened' | 'closed'
}

const unitOf = (actor: Actor) => actor.actingUnit ?? ''

/** Every member's leader was invited with a vote; all came but the last, who sent somebody. */
async function invite(db: Db, cast: Cast, conference: string) {
  const invitees = cast.leaders.map((leader, index) => ({
    id: newId(),
    conference_id: conference,
    kind: 'delegate' as const,
    unit_id: unitOf(leader),
    account_id: leader.account,
    name: leader.name,
    post: 'Chủ tịch',
    has_vote: true,
    position: index + 1,
    added_by: cast.an.account,
  }))
  await db.insertInto('conference_invitee').values(invitees).execute()
  const roll = invitees.map(({ id }, index) => {
    const isLast = index === invitees.length - 1
    const proxy = isLast ? { proxy_name: 'Phan Thị Lụa', proxy_mandate: 'Giấy ủy quyền 12/GUQ' } : {}
    const state = isLast ? ('proxy' as const) : ('present' as const)
    const by = { way: 'roll' as const, marked_by: cast.an.account, marked_at: morning }
    return { id: newId(), conference_id: conference, invitee_id: id, version: 1, state, ...proxy, ...by }
  })
  await db.insertInto('conference_attendance').values(roll).execute()
}

interface Doings {
  conference: string
  item: string
  decision: string
}

async function countAndCharge(db: Db, cast: Cast, { conference, item, decision }: Doings) {
  await db
    .insertInto('conference_vote')
    .values({
      id: newId(),
      conference_id: conference,
      item_id: item,
      decision_id: decision,
      question: 'Thông qua giao ước',
      voters: 6,
      present: 5,
      proxies: 1,
      in_writing: 0,
      votes_for: 5,
      votes_against: 0,
      abstained: 1,
      is_carried: true,
      counted_by: cast.an.account,
      counted_at: morning,
    })
    .execute()
  await db
    .insertInto('conference_task')
    .values({
      id: newId(),
      conference_id: conference,
      unit_id: cast.units[4] ?? '',
      text: 'Gửi kế hoạch thi đua',
      due_on: '2023-03-15',
      recorded_by: cast.an.account,
      recorded_at: morning,
    })
    .execute()
}

/** One item with a decision that was carried, and a task with its last day. */
async function conduct(db: Db, cast: Cast, conference: string) {
  const [item, decision] = [newId(), newId()]
  const by = { recorded_by: cast.an.account, recorded_at: morning }
  await db
    .insertInto('conference_item')
    .values({
      id: item,
      conference_id: conference,
      position: 1,
      title: 'Thông qua dự thảo giao ước',
      presenter: 'Lê Thị Thu An',
    })
    .execute()
  await db
    .insertInto('conference_decision')
    .values({
      id: decision,
      conference_id: conference,
      item_id: item,
      position: 1,
      text: 'Thông qua giao ước năm 2023',
      ...by,
    })
    .execute()
  await countAndCharge(db, cast, { conference, item, decision })
  return decision
}

const leading = ({ chair, secretary }: Held) => ({
  chair_account_id: chair.account,
  chair_unit_id: unitOf(chair),
  chair_name: chair.name,
  chair_post: 'Chủ tịch',
  secretary_account_id: secretary.account,
  secretary_unit_id: unitOf(secretary),
  secretary_name: secretary.name,
  secretary_post: 'Chủ tịch',
})

const openedBy = ({ account }: Actor) => ({
  created_by: account,
  created_at: morning,
  invited_at: morning,
  opened_at: morning,
  opened_by: account,
  opened_voters: 6,
  opened_present: 5,
  opened_proxy: 1,
})

/** A conference of the cast's bloc that was held this morning. */
export async function holdConference(db: Db, cast: Cast, held: Held) {
  const { pattern = 'other', state = 'closed' } = held
  const id = newId()
  const closed = state === 'closed' ? { closed_at: morning, closed_by: cast.an.account } : {}
  await db
    .insertInto('conference')
    .values({
      id,
      bloc_year_id: cast.blocYear,
      pattern,
      title: 'Hội nghị ký giao ước thi đua năm 2023',
      state,
      held_on: dayOf(morning),
      starts_at: '14:00',
      ends_at: '16:30',
      place: 'Hội trường Hội Liên hiệp Phụ nữ tỉnh',
      quorum_share: '2/3',
      quorum_source: 'Quy chế hoạt động của khối',
      ...leading(held),
      ...openedBy(cast.an),
      ...closed,
    })
    .execute()
  await invite(db, cast, id)
  return { conference: id, decision: await conduct(db, cast, id) }
}

/** Minutes that the members were given to read until the end of the month. */
export async function sentMinutes(db: Db, keeper: Actor, conference: string): Promise<string> {
  const minutes = await startMinutes(db, keeper, { conference, copies: 7 }, { now: morning })
  await sendMinutes(db, keeper, { minutes, respondBy: '2023-02-28' }, morning)
  return minutes
}

/** Each unit's leader has nothing to correct. */
export async function assentAll(db: Db, cast: Cast, minutes: string): Promise<void> {
  const { draft } = await minutesById(db, minutes)
  for (const leader of cast.leaders) await acceptDraft(db, leader, { minutes, unit: unitOf(leader), draft }, morning)
}

export const fixMinutes = (db: Db, keeper: Actor, minutes: string, files: FileStore) =>
  freezeMinutes(db, keeper, { minutes, isMeant: true }, { ...freezePieces(files), now: morning })

/** Both halves of one signature. */
export async function signMinutes(
  db: Db,
  actor: Actor,
  key: SignerKey,
  { minutes, files }: { minutes: string; files: FileStore },
) {
  const turn = await beginMinutesSignature(db, actor, { minutes }, { now: morning, files, renderer: testRenderer() })
  const signature = toBase64(await signWith(key, new Uint8Array(turn.signedAttributes)))
  return giveMinutesSignature(db, actor, { minutes, job: turn.job, signature }, { now: morning, files })
}
