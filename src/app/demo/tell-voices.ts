import { randomUUID } from 'node:crypto'
import { headUnit } from '../../../db/seed/nam-dinh.ts'
import { opinionPlaces, opinions, type SeedOpinion } from '../../../db/seed/opinions.ts'
import { opinionTopics } from '../../../db/seed/opinion-topics.ts'
import { answersOf } from '#domains/voices/answers/queries.ts'
import { publishAnswer } from '#domains/voices/answers/publish-answer.ts'
import { writeAnswer } from '#domains/voices/answers/write-answer.ts'
import { addPlace } from '#domains/voices/places/add-place.ts'
import { topicsOfBloc } from '#domains/voices/queries.ts'
import { acceptOpinion } from '#domains/voices/register/accept-opinion.ts'
import { addOpinion } from '#domains/voices/register/add-opinion.ts'
import { mergeOpinion } from '#domains/voices/register/merge-opinion.ts'
import { refuseOpinion } from '#domains/voices/register/refuse-opinion.ts'
import { routeOpinion } from '#domains/voices/register/route-opinion.ts'
import { gatherWaiting } from '#domains/voices/sending/gather-waiting.ts'
import { sendVerdict } from '#domains/voices/sending/send-follow-up.ts'
import { sendOpinion } from '#domains/voices/sending/send-opinion.ts'
import { startTopics } from '#domains/voices/topics/start-topics.ts'
import { addDays } from '#platform/clock.ts'
import { officer } from './sample-people.ts'
import { actorNamed } from './tell-people.ts'
import { at, leader, unitOf, type Story } from './tell-year.ts'

interface Sent {
  id: string
  code: string | undefined
}

const newest = async ({ db }: Story, text: string) =>
  (await db.selectFrom('opinion').select('id').where('text', '=', text).executeTakeFirstOrThrow()).id

/** By the public form, or as an officer of the head's unit heard it. */
async function send(story: Story, { on, way, unit, name = '', text, place, group = '' }: SeedOpinion): Promise<Sent> {
  const { db, year } = story
  if (way === 'unnamed') {
    const id = randomUUID()
    const told = { place, group, name: '', contact: '', consent: false, source: 'field' as const, text, onDay: on }
    const entry = { id, blocYear: year.id, unit: unitOf(story, unit), ...told }
    await addOpinion(db, await actorNamed(story, officer.login), entry, at(on))
    return { id, code: undefined }
  }
  const typed = { way, name, contact: '', unit: unitOf(story, unit), group, place, at: '', text }
  const code = await sendOpinion(db, { ...typed, bloc: year.bloc.id, pictures: [] }, at(on))
  await gatherWaiting(db, at(on))
  return { id: await newest(story, text), code }
}

async function topicNamed({ db, year }: Story, name: string | undefined): Promise<string | undefined> {
  return (await topicsOfBloc(db, year.bloc.id)).find((topic) => topic.name === name)?.id
}

async function take(story: Story, id: string, told: SeedOpinion & { title: string }) {
  const { title, shown = told.text, topic, group, field, concern, place } = told
  const coding = { id, title, shownText: shown, topic: await topicNamed(story, topic), group, field, concern, place }
  await acceptOpinion(story.db, leader(story, told.unit), { ...coding, version: 1 }, at(addDays(told.on, 1)))
}

/** Drafted by the leader of the unit that was asked, let out by another person. */
async function answer(story: Story, id: string, told: SeedOpinion & { answeredBy: string; answer: string }) {
  const { db } = story
  const writer = leader(story, told.answeredBy)
  const on = addDays(told.on, 8)
  await writeAnswer(db, writer, { id, text: told.answer }, at(on))
  const isHead = told.answeredBy === headUnit
  const second = isHead ? await actorNamed(story, officer.login) : leader(story, headUnit)
  const draft = (await answersOf(db, id)).find(({ state }) => state === 'draft')?.id ?? ''
  await publishAnswer(db, second, { id, draft, open: told.open === true }, at(addDays(on, 1)))
}

/** Passed on, answered, and judged by who asked, as far as it came. */
async function pursue(story: Story, { id, code }: Sent, told: SeedOpinion & { answeredBy: string }) {
  const { db } = story
  const route = { id, unit: unitOf(story, told.answeredBy), note: '', dueOn: undefined }
  await routeOpinion(db, leader(story, headUnit), route, at(addDays(told.on, 2)))
  if (told.answer === undefined) return
  await answer(story, id, { ...told, answer: told.answer })
  if (told.verdict === undefined || code === undefined) return
  await sendVerdict(db, { code, ...told.verdict }, at(addDays(told.on, 14)))
  await gatherWaiting(db, at(addDays(told.on, 14)))
}

async function tellOne(story: Story, told: SeedOpinion, known: ReadonlyMap<string, string>): Promise<string> {
  const { db } = story
  const sent = await send(story, told)
  const { id } = sent
  const { title, refused: reason, answeredBy, like } = told
  if (reason !== undefined) await refuseOpinion(db, leader(story, told.unit), { id, reason }, at(addDays(told.on, 1)))
  if (title === undefined) return id
  await take(story, id, { ...told, title })
  const lead = known.get(like ?? '')
  if (lead !== undefined) await mergeOpinion(db, leader(story, headUnit), { id, lead }, at(addDays(told.on, 2)))
  if (answeredBy !== undefined) await pursue(story, sent, { ...told, answeredBy })
  return id
}

/** What the bloc hears in a year: posters at three places, a dozen opinions in every state. */
export async function tellVoices(story: Story): Promise<void> {
  const { db, year } = story
  const head = leader(story, headUnit)
  await startTopics(db, head, { blocYear: year.id }, { now: at('2023-02-28'), template: opinionTopics })
  for (const { name, area, unit } of opinionPlaces) {
    const place = { blocYear: year.id, name, area, unit: unit === '' ? ('' as const) : unitOf(story, unit) }
    await addPlace(db, head, place, at('2023-03-01'))
  }
  const known = new Map<string, string>()
  for (const told of opinions) known.set(told.title ?? told.text, await tellOne(story, told, known))
}
