import { sql } from 'kysely'
import { liveAgreement, signersOf } from '#domains/agreement/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import type { AttendanceState, InviteeKind } from '../conference.ts'
import { decisionsOf, itemsOf, speakersOf, tasksOf, votesOf, type ConferenceRow, type VoteRow } from '../queries.ts'
import type { Attendee, ConferenceRecord, Proceedings, Vote } from './conference-record.ts'

interface Invited {
  kind: InviteeKind
  unit_id: string | null
  name: string
  post: string
  organisation: string
  has_vote: boolean
  is_asked_in_writing: boolean
  state: AttendanceState | null
  proxy_name: string | null
  proxy_mandate: string | null
}

/** Everyone invited and not taken off the list, with the line of the roll that counts; units in official order. */
async function invitedOf(db: Db | Tx, { id, bloc_year_id: year }: ConferenceRow): Promise<Invited[]> {
  const { rows } = await sql<Invited>`
    select i.kind, i.unit_id, i.name, i.post, i.organisation, i.has_vote,
      i.asked_in_writing_at is not null as is_asked_in_writing, r.state, r.proxy_name, r.proxy_mandate
    from conference_invitee i
    left join lateral (select state, proxy_name, proxy_mandate from conference_attendance a
      where a.invitee_id = i.id order by a.version desc limit 1) r on true
    where i.conference_id = ${id} and i.removed_at is null
    order by (select min(m.position) from membership m where m.bloc_year_id = ${year} and m.unit_id = i.unit_id)
      nulls last, i.position, i.id`.execute(db)
  return rows
}

const attendeeOf = (row: Invited): Attendee => ({
  name: row.name,
  post: row.post,
  hasVote: row.has_vote,
  isAskedInWriting: row.is_asked_in_writing,
  presence: row.state ?? 'unmarked',
  proxyName: row.proxy_name ?? '',
  proxyMandate: row.proxy_mandate ?? '',
})

type NameOf = (unit: string | null) => string

/** Units by their whole names of the conference's day. */
async function namesOfDay(db: Db | Tx, units: readonly (string | null)[], day: string): Promise<NameOf> {
  const known = units.filter((unit) => unit !== null)
  const names = known.length === 0 ? undefined : await namesOn(db, known, day)
  return (unit) => names?.get(unit ?? '')?.full_name ?? ''
}

function unitsOf(invited: readonly Invited[], nameOf: NameOf): ConferenceRecord['units'] {
  const delegates = invited.filter(({ kind }) => kind === 'delegate')
  const units = [...new Set(delegates.flatMap(({ unit_id: unit }) => (unit === null ? [] : [unit])))]
  return units.map((unit) => ({
    unit,
    name: nameOf(unit),
    people: delegates.filter(({ unit_id: own }) => own === unit).map(attendeeOf),
  }))
}

const voteOf = (row: VoteRow): Vote => ({
  id: row.id,
  question: row.question,
  voting: row.present + row.proxies + row.in_writing,
  votesFor: row.votes_for,
  votesAgainst: row.votes_against,
  abstained: row.abstained,
  isCarried: row.is_carried,
})

/** What was said, decided and counted, by the item that it belongs to. */
async function proceedingsOf(db: Db | Tx, conference: string): Promise<(item: string | null) => Proceedings> {
  const speakers = (await speakersOf(db, conference)).filter(({ state }) => state === 'spoken')
  const decisions = await decisionsOf(db, conference)
  const votes = await votesOf(db, conference)
  const isOf = (item: string | null) => (row: { item_id: string | null }) => row.item_id === item
  return (item) => ({
    speakers: speakers
      .filter(isOf(item))
      .map(({ name, post, of: unit, topic, summary }) => ({ name, post, unit, topic, summary })),
    decisions: decisions.filter(isOf(item)).map(({ id, text }) => ({
      id,
      text,
      votes: votes.filter(({ decision_id: decision }) => decision === id).map(voteOf),
    })),
    votes: votes.filter((row) => isOf(item)(row) && row.decision_id === null).map(voteOf),
  })
}

/** At a signing conference, who has signed the agreement of the year. */
async function agreementOf(db: Db | Tx, conference: ConferenceRow): Promise<ConferenceRecord['agreement']> {
  if (conference.pattern !== 'signing') return null
  const agreement = await liveAgreement(db, conference.bloc_year_id)
  if (agreement === undefined || agreement.document_id === null) return null
  const places = await signersOf(db, agreement.id)
  return {
    title: agreement.title,
    places: places.map((place) => ({
      unit: place.unit_name,
      signer: place.signed_name ?? place.signer_name,
      post: place.signed_post ?? place.signer_post,
      signedOn: place.state === 'signed' && place.decided_at !== null ? dayOf(place.decided_at) : null,
    })),
  }
}

const clock = (time: string) => time.slice(0, 5)

const headOf = (conference: ConferenceRow) => ({
  title: conference.title,
  heldOn: conference.held_on,
  startsAt: clock(conference.starts_at),
  endsAt: conference.ends_at === null ? null : clock(conference.ends_at),
  place: conference.place,
  chair: { name: conference.chair_name, post: conference.chair_post },
  secretary: { name: conference.secretary_name, post: conference.secretary_post },
  quorum: { share: conference.quorum_share, source: conference.quorum_source },
})

/** All that the minutes of a conference are drafted from. */
export async function gatherRecord(db: Db | Tx, conference: ConferenceRow, copies: number): Promise<ConferenceRecord> {
  const { bloc } = await yearById(db, conference.bloc_year_id)
  const invited = await invitedOf(db, conference)
  const tasks = (await tasksOf(db, conference.id)).filter(({ state }) => state !== 'dropped')
  const nameOf = await namesOfDay(
    db,
    [...invited, ...tasks].map(({ unit_id: unit }) => unit),
    conference.held_on,
  )
  const proceedings = await proceedingsOf(db, conference.id)
  return {
    bloc: bloc.name,
    ...headOf(conference),
    units: unitsOf(invited, nameOf),
    guests: invited
      .filter(({ kind }) => kind === 'guest')
      .map(({ name, post, organisation, state }) => ({ name, post, organisation, presence: state ?? 'unmarked' })),
    items: (await itemsOf(db, conference.id)).map(({ id, title, body, presenter }) => ({
      ...proceedings(id),
      id,
      title,
      body,
      presenter,
    })),
    others: proceedings(null),
    tasks: tasks.map(({ unit_id: unit, text, due_on: dueOn }) => ({ unit: nameOf(unit), text, dueOn })),
    agreement: await agreementOf(db, conference),
    copies,
  }
}
