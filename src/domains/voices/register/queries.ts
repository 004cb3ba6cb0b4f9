import { sql } from 'kysely'
import { legalRules } from '#domains/law/rules/queries.ts'
import { ruleOn } from '#domains/law/rules/legal-rule.ts'
import { daysOffBetween } from '#domains/law/holidays/queries.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { holdsWords } from '#platform/database/name-search.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import type { ConcernLevel, OpinionSource, OpinionState, OpinionWay } from '../opinion.ts'
import { likeness } from './likeness.ts'

export interface OpinionInList {
  id: string
  title: string
  shown_text: string
  state: OpinionState
  way: OpinionWay
  source: OpinionSource
  concern: ConcernLevel | null
  received_on: string
  place_name: string
  topic: string | null
  /** Who must answer, until when. */
  answering: string | null
  due_on: string | null
  likes: number
  total: number
}

export interface OpinionFilter {
  blocYear: string
  text: string
  state: OpinionState | ''
  topic: string
  unit: string
  concern: ConcernLevel | ''
  /** Only what is overdue on this day. */
  lateOn: string | undefined
  page: number
  size: number
}

const ifGiven = (value: string, column: string) => (value === '' ? sql`true` : sql`${sql.raw(column)}::text = ${value}`)

/** Opinions that a person reads, the newest first: what waits or was refused only where their units received it. */
export async function findOpinions(db: Db, filter: OpinionFilter, ownUnits: readonly string[]) {
  const late = filter.lateOn === undefined ? sql`true` : sql`o.state = 'routed' and r.due_on < ${filter.lateOn}::date`
  const { rows } = await sql<OpinionInList>`
    select o.id, o.title, o.shown_text, o.state, o.way, o.source, o.concern, o.received_on, o.place_name,
      t.name as topic, r.unit_id as answering, r.due_on,
      (select count(*)::int from opinion l where l.led_by = o.id) as likes, count(*) over ()::int as total
    from opinion o
    left join opinion_topic t on t.id = o.topic_id
    left join opinion_routing r on r.opinion_id = o.id and r.ended_at is null
    where o.bloc_year_id = ${filter.blocYear}
      and (o.state not in ('received', 'refused') or o.unit_id = any(${[...ownUnits]}::uuid[]))
      and ${ifGiven(filter.state, 'o.state')} and ${ifGiven(filter.topic, 'o.topic_id')}
      and ${ifGiven(filter.unit, 'r.unit_id')} and ${ifGiven(filter.concern, 'o.concern')} and ${late}
      and ${holdsWords(filter.text, { folded: sql`o.folded`, name: sql`o.title` })}
    order by o.received_on desc, o.id
    limit ${filter.size} offset ${(filter.page - 1) * filter.size}`.execute(db)
  return rows
}

/** The unit that must answer now, until when and by what rule. */
export async function routingOf(db: Db | Tx, opinion: string) {
  return db
    .selectFrom('opinion_routing')
    .selectAll()
    .where('opinion_id', '=', opinion)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export type Routing = NonNullable<Awaited<ReturnType<typeof routingOf>>>

export async function senderOf(db: Db | Tx, opinion: string) {
  const sender = db.selectFrom('opinion_sender').select(['name', 'contact', 'consent_on'])
  return sender.where('opinion_id', '=', opinion).executeTakeFirst()
}

/** Pictures without their bytes. */
export async function picturesOf(db: Db | Tx, opinion: string) {
  const pictures = db.selectFrom('opinion_attachment').select(['number', 'width', 'height', 'is_shown'])
  return pictures.where('opinion_id', '=', opinion).orderBy('number').execute()
}

export async function pictureBytes(db: Db, opinion: string, number: number) {
  const picture = db.selectFrom('opinion_attachment').select(['bytes', 'media_type', 'is_shown'])
  return picture.where('opinion_id', '=', opinion).where('number', '=', number).executeTakeFirst()
}

/** Those that are answered by this one. */
export async function likesOf(db: Db | Tx, opinion: string) {
  const likes = db.selectFrom('opinion').select(['id', 'title', 'received_on']).where('led_by', '=', opinion)
  return likes.orderBy('received_on').orderBy('id').execute()
}

const mostCompared = 500
const mostLike = 20

/** Taken opinions of the year that may lead this one, the most alike first. */
export async function opinionsLike(db: Db, opinion: { id: string; bloc_year_id: string; text: string }) {
  const rows = await db
    .selectFrom('opinion')
    .select(['id', 'title', 'shown_text', 'state', 'received_on'])
    .where('bloc_year_id', '=', opinion.bloc_year_id)
    .where('id', '<>', opinion.id)
    .where('state', 'in', ['accepted', 'routed', 'answered', 'closed'])
    .orderBy('received_on', 'desc')
    .limit(mostCompared)
    .execute()
  return rows
    .map((row) => ({ ...row, likeness: likeness(opinion.text, `${row.title} ${row.shown_text}`) }))
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, mostLike)
}

/** The bloc's own days for answering that hold on a day, if it decided any. */
export async function ownDays(db: Db | Tx, bloc: string, day: string) {
  return db
    .selectFrom('opinion_deadline')
    .select(['from_on', 'days', 'urgent_days', 'basis'])
    .where('bloc_id', '=', bloc)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
}

async function daysFor(db: Db | Tx, bloc: string, concern: ConcernLevel | null, day: string) {
  const own = await ownDays(db, bloc, day)
  if (own !== undefined) return { count: concern === 'urgent' ? own.urgent_days : own.days, basis: own.basis }
  const rule = ruleOn(await legalRules(db), 'opinion-answer', day)
  return rule === undefined ? undefined : { count: Number(rule.value), basis: rule.text_name }
}

const yearOfDays = 366

/** The last day for an answer by the bloc's own decision, else by the law's rule; nothing where neither says one. */
export async function answerDue(db: Db | Tx, bloc: string, concern: ConcernLevel | null, day: string) {
  const found = await daysFor(db, bloc, concern, day)
  if (found === undefined) return undefined
  const days = await daysOffBetween(db, day, addDays(day, yearOfDays))
  return { due_on: addWorkingDays(day, found.count, days), ...found }
}
