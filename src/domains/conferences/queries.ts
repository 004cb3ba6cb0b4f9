import { sql, type Selectable } from 'kysely'
import type {
  Conference,
  ConferenceDecision,
  ConferenceItem,
  ConferencePaper,
  ConferenceTask,
  ConferenceVote,
} from '../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { SpeakerState } from './conference.ts'

export type ConferenceRow = Selectable<Conference>
export type ItemRow = Selectable<ConferenceItem> & { papers: PaperRow[] }
export type PaperRow = Pick<Selectable<ConferencePaper>, 'id' | 'item_id' | 'title' | 'path'>
export type DecisionRow = Selectable<ConferenceDecision>
export type VoteRow = Selectable<ConferenceVote>

/** The conferences of a year by their days, also those held in a neighbouring year that concern it. */
export async function conferencesOf(db: Db | Tx, blocYear: string): Promise<ConferenceRow[]> {
  return db
    .selectFrom('conference')
    .selectAll()
    .where((where) => where.or([where('bloc_year_id', '=', blocYear), where('other_year_id', '=', blocYear)]))
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
}

export async function conferenceById(db: Db | Tx, id: string): Promise<ConferenceRow> {
  return found(await db.selectFrom('conference').selectAll().where('id', '=', id).executeTakeFirst())
}

/** The agenda in its order, each item with its papers. */
export async function itemsOf(db: Db | Tx, conference: string): Promise<ItemRow[]> {
  const items = await db
    .selectFrom('conference_item')
    .selectAll()
    .where('conference_id', '=', conference)
    .orderBy('position')
    .execute()
  const papers = await db
    .selectFrom('conference_paper')
    .select(['id', 'item_id', 'title', 'path'])
    .where('conference_id', '=', conference)
    .orderBy('position')
    .execute()
  return items.map((item) => ({ ...item, papers: papers.filter(({ item_id: of }) => of === item.id) }))
}

export interface SpeakerRow {
  id: string
  item_id: string | null
  invitee_id: string
  /** As on the list of who is invited; a proxy speaks under the proxy's name. */
  name: string
  post: string
  /** The unit on the day, or where a guest is from. */
  of: string
  topic: string
  state: SpeakerState
  position: number
  asked_at: Date
  settled_at: Date | null
  summary: string
}

/** Who asked to speak, in their order. */
export async function speakersOf(db: Db | Tx, conference: string): Promise<SpeakerRow[]> {
  const { rows } = await sql<SpeakerRow>`
    select s.id, s.item_id, s.invitee_id, i.post, s.topic, s.state, s.position, s.asked_at, s.settled_at, s.summary,
      coalesce((select nullif(a.proxy_name, '') from conference_attendance a
        where a.invitee_id = i.id order by a.version desc limit 1), i.name) as name,
      coalesce((select n.short_name from unit_name n where n.unit_id = i.unit_id and n.from_on <= c.held_on
        order by n.from_on desc limit 1), i.organisation) as of
    from conference_speaker s join conference_invitee i on i.id = s.invitee_id join conference c on c.id = s.conference_id
    where s.conference_id = ${conference} order by s.position, s.id`.execute(db)
  return rows
}

export async function decisionsOf(db: Db | Tx, conference: string): Promise<DecisionRow[]> {
  return db
    .selectFrom('conference_decision')
    .selectAll()
    .where('conference_id', '=', conference)
    .orderBy('position')
    .execute()
}

/** The votes in the order in which they were counted. */
export async function votesOf(db: Db | Tx, conference: string): Promise<VoteRow[]> {
  return db
    .selectFrom('conference_vote')
    .selectAll()
    .where('conference_id', '=', conference)
    .orderBy('counted_at')
    .orderBy('id')
    .execute()
}

export type TaskRow = Selectable<ConferenceTask> & { unit: string }

/** What units were given to do, the nearest last day first, under the units' names of the conference's day. */
export async function tasksOf(db: Db | Tx, conference: string): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select t.*, coalesce((select n.short_name from unit_name n where n.unit_id = t.unit_id and n.from_on <= c.held_on
        order by n.from_on desc limit 1), '') as unit
    from conference_task t join conference c on c.id = t.conference_id
    where t.conference_id = ${conference} order by t.due_on, t.id`.execute(db)
  return rows
}
