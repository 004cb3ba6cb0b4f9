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
import { ruleOn } from '#domains/law/rules/legal-rule.ts'
import { legalRules } from '#domains/law/rules/queries.ts'
import { found } from '#platform/errors.ts'
import type { SpeakerState } from './conference.ts'
import type { QuorumRule } from './quorum.ts'

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

export interface PersonOfBloc {
  account: string
  unit: string | null
  name: string
}

const peopleOn = (blocYear: string, day: string) => sql<PersonOfBloc & { of: string }>`
  select distinct on (a.id) a.id as account, w.unit_id as unit, p.full_name as name, coalesce((select n.short_name
    from unit_name n where n.unit_id = w.unit_id and n.from_on <= ${day}::date order by n.from_on desc limit 1), '') as of
  from (
    select r.account_id, r.unit_id, m.position from unit_role r join membership m on m.unit_id = r.unit_id
    where m.bloc_year_id = ${blocYear} and m.to_on is null and r.to_on is null
    union all
    select b.account_id, (select r.unit_id from unit_role r where r.account_id = b.account_id and r.to_on is null limit 1), 0
    from bloc_role b where b.bloc_year_id = ${blocYear} and b.to_on is null
  ) w join account a on a.id = w.account_id and a.state = 'active' join person p on p.id = a.person_id
  order by a.id, w.position`

/** People of the members, and the bloc's secretary: one of them is in the chair, another keeps the minutes. */
export async function peopleOfConference(db: Db | Tx, { blocYear, day }: { blocYear: string; day: string }) {
  const { rows } = await peopleOn(blocYear, day).execute(db)
  return rows.toSorted((one, other) => one.of.localeCompare(other.of, 'vi') || one.name.localeCompare(other.name, 'vi'))
}

export async function personOfConference(
  db: Db | Tx,
  { account, ...of }: { blocYear: string; account: string; day: string },
): Promise<PersonOfBloc | undefined> {
  return (await peopleOfConference(db, of)).find((person) => person.account === account)
}

/** The bloc's own share, kept at the opening; else what the law's dated rules say for the day. */
export async function quorumRuleOf(
  db: Db | Tx,
  { quorum_share: share, quorum_source: source, held_on: day }: ConferenceRow,
): Promise<QuorumRule | undefined> {
  if (share !== '') return { share, source, isConfirmed: true }
  const rule = ruleOn(await legalRules(db), 'conference-quorum', day)
  return rule && { share: rule.value, source: rule.text_name, isConfirmed: rule.confirmed_at !== null }
}
