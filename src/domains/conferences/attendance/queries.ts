import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import type { AttendanceState, AttendanceWay, InviteeAnswer, InviteeKind } from '../conference.ts'

/** Somebody on the list with what was answered and where they stand on the roll. */
export interface InviteeRow {
  id: string
  conference_id: string
  kind: InviteeKind
  unit_id: string | null
  /** The unit's short name on the day of the conference, or where a guest is from. */
  of: string
  account_id: string | null
  name: string
  post: string
  email: string
  has_vote: boolean
  asked_in_writing_at: Date | null
  position: number
  code_edition: number
  invited_at: Date | null
  removed_at: Date | null
  reply: {
    answer: InviteeAnswer
    note: string
    proxy_name: string
    proxy_post: string
    proxy_mandate: string
    at: string
    version: number
  } | null
  /** `null` when nobody has ticked yet. */
  attendance: AttendanceState | null
  proxy_name: string
  proxy_mandate: string
  way: AttendanceWay | null
  attendance_version: number
}

/** The list in its order: who was taken off it stays there with its mark. */
export async function rollOf(db: Db | Tx, conference: string): Promise<InviteeRow[]> {
  const { rows } = await sql<InviteeRow>`
    select i.id, i.conference_id, i.kind, i.unit_id, i.account_id, i.name, i.post, i.email, i.has_vote,
      i.asked_in_writing_at, i.position, i.code_edition, i.invited_at, i.removed_at,
      coalesce((select n.short_name from unit_name n where n.unit_id = i.unit_id and n.from_on <= c.held_on
        order by n.from_on desc limit 1), i.organisation) as of,
      (select jsonb_build_object('answer', r.answer, 'note', r.note, 'proxy_name', r.proxy_name, 'proxy_post', r.proxy_post,
        'proxy_mandate', r.proxy_mandate, 'at', r.replied_at, 'version', r.version)
        from conference_reply r where r.invitee_id = i.id order by r.version desc limit 1) as reply,
      a.state as attendance, coalesce(a.proxy_name, '') as proxy_name, coalesce(a.proxy_mandate, '') as proxy_mandate,
      a.way, coalesce(a.version, 0) as attendance_version
    from conference_invitee i join conference c on c.id = i.conference_id
    left join lateral (select * from conference_attendance l where l.invitee_id = i.id order by l.version desc limit 1) a on true
    where i.conference_id = ${conference} order by i.position, i.id`.execute(db)
  return rows
}

export interface RollLine {
  id: string
  invitee_id: string
  name: string
  state: AttendanceState
  proxy_name: string
  proxy_mandate: string
  way: AttendanceWay
  marked_name: string | null
  marked_at: Date
}

/** Every tick of the roll, the latest first. */
export async function rollHistoryOf(db: Db | Tx, conference: string): Promise<RollLine[]> {
  const { rows } = await sql<RollLine>`
    select a.id, a.invitee_id, i.name, a.state, a.proxy_name, a.proxy_mandate, a.way, p.full_name as marked_name, a.marked_at
    from conference_attendance a join conference_invitee i on i.id = a.invitee_id
    left join account c on c.id = a.marked_by left join person p on p.id = c.person_id
    where a.conference_id = ${conference} order by a.marked_at desc, a.version desc, i.position`.execute(db)
  return rows
}
