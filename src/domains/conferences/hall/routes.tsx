import { z } from 'zod'
import { membersOn } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { answersInvitation } from '../access.ts'
import { markRoll } from '../attendance/mark-roll.ts'
import { rollHistoryOf } from '../attendance/queries.ts'
import { readRollForm } from '../attendance/read-roll-form.ts'
import { conferencePaths } from '../paths.ts'
import { decisionsOf, speakersOf, votesOf } from '../queries.ts'
import { conferenceHead, readConference, readKept, type ConferencePlace } from '../read-conference.ts'
import { ruleWords } from '../rule-words.ts'
import { showConference } from '../show-routes.tsx'
import { addSpeaker, addSpeakerInput } from './add-speaker.ts'
import { countVote, countVoteInput } from './count-vote.ts'
import { finishSpeaker, finishSpeakerInput } from './finish-speaker.ts'
import { giveTask, giveTaskInput } from './give-task.ts'
import type { DeskForms } from './pages/desk-forms.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { RollPage } from './pages/roll-page.tsx'
import { recordDecision, recordDecisionInput } from './record-decision.ts'
import { removeDecision } from './remove-decision.ts'
import { removeVote } from './remove-vote.ts'
import { switchItem, switchItemInput } from './switch-item.ts'
import { words } from './words.ts'

async function showRoll(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const place = await readKept(c)
  const lines = await rollHistoryOf(db, place.conference.id)
  return c.render(<RollPage {...{ place, lines, form }} />, {
    ...conferenceHead(place.year, words(locale).roll),
    entry: true,
  })
}

async function mark(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  return answerForm(c, {
    schema: readRollForm,
    run: async (input) => {
      await markRoll(c.var.db, actor, { ...input, conference: conference.id }, c.var.now)
      return conferencePaths.roll(...at)
    },
    again: (form) => showRoll(c, form),
    words: ruleWords,
  })
}

async function showDesk(c: WebContext, forms: DeskForms = {}) {
  const { db, locale } = c.var
  const place = await readKept(c)
  const { year, conference } = place
  const props = {
    place,
    members: await membersOn(db, year.id, conference.held_on),
    speakers: await speakersOf(db, conference.id),
    decisions: await decisionsOf(db, conference.id),
    votes: await votesOf(db, conference.id),
    forms,
  }
  return c.render(<DeskPage {...props} />, conferenceHead(year, words(locale).desk))
}

interface DeskDeed<Schema extends z.ZodType> {
  schema: Schema
  /** Where the form stands on the desk. */
  form: keyof DeskForms
  run: (place: ConferencePlace, input: z.output<Schema>) => Promise<unknown>
}

/** A form of the desk: what it does, and back to the desk. */
const atDesk =
  <Schema extends z.ZodType>(
    { schema, form, run }: DeskDeed<Schema>,
    read: (c: WebContext) => Promise<ConferencePlace> = readKept,
  ) =>
  async (c: WebContext) => {
    const place = await read(c)
    return answerForm(c, {
      schema,
      run: async (input) => {
        await run(place, input)
        return place.isKeeper ? conferencePaths.desk(...place.at) : conferencePaths.one(...place.at)
      },
      again: (returned) =>
        place.isKeeper ? showDesk(c, { [form]: returned }) : showConference(c, { speaker: returned }),
      words: ruleWords,
    })
  }

const nothing = z.object({})

/** Deeds of the desk: each asks for who is at it, and for what the address names. */
const deeds = (c: WebContext) => {
  const { db, now } = c.var
  return { db, now, id: (name: string) => idParam(c, name) }
}

const present = (c: WebContext) => {
  const { db, now } = deeds(c)
  return atDesk({
    schema: switchItemInput.omit({ conference: true }),
    form: 'act',
    run: ({ actor, conference: { id } }, input) => switchItem(db, actor, { ...input, conference: id }, now),
  })(c)
}

/** For who keeps it, and for who was invited or is of a delegate's unit. */
async function readSpeaking(c: WebContext, only?: string): Promise<ConferencePlace> {
  const place = await readConference(c)
  const people = place.roll.filter(({ id }) => only === undefined || id === only)
  demand(place.isKeeper || people.some((invitee) => answersInvitation(place.actor, invitee)))
  return place
}

async function readSpeaker(c: WebContext): Promise<ConferencePlace> {
  const { conference } = await readConference(c)
  const speaker = idParam(c, 'speaker')
  const asked = found((await speakersOf(c.var.db, conference.id)).find(({ id }) => id === speaker))
  return readSpeaking(c, asked.invitee_id)
}

const speak = (c: WebContext) => {
  const { db, now } = deeds(c)
  const schema = addSpeakerInput.omit({ conference: true })
  return atDesk(
    {
      schema,
      form: 'speaker',
      run: ({ actor, conference: { id } }, input) => addSpeaker(db, actor, { ...input, conference: id }, now),
    },
    readSpeaking,
  )(c)
}

const settleSpeaker = (c: WebContext) => {
  const { db, now, id } = deeds(c)
  const speaker = id('speaker')
  const schema = finishSpeakerInput.omit({ conference: true, speaker: true })
  return atDesk(
    {
      schema,
      form: 'act',
      run: ({ actor, conference }, input) =>
        finishSpeaker(db, actor, { ...input, speaker, conference: conference.id }, now),
    },
    readSpeaker,
  )(c)
}

const decide = (c: WebContext) => {
  const { db, now } = deeds(c)
  return atDesk({
    schema: recordDecisionInput.omit({ conference: true }),
    form: 'decision',
    run: ({ actor, conference: { id } }, input) => recordDecision(db, actor, { ...input, conference: id }, now),
  })(c)
}

const undecide = (c: WebContext) => {
  const { db, now, id } = deeds(c)
  const decision = id('decision')
  return atDesk({
    schema: nothing,
    form: 'act',
    run: ({ actor, conference }) => removeDecision(db, actor, { decision, conference: conference.id }, now),
  })(c)
}

const vote = (c: WebContext) => {
  const { db, now } = deeds(c)
  return atDesk({
    schema: countVoteInput.omit({ conference: true }),
    form: 'vote',
    run: ({ actor, conference: { id } }, input) => countVote(db, actor, { ...input, conference: id }, now),
  })(c)
}

const unvote = (c: WebContext) => {
  const { db, now, id } = deeds(c)
  const counted = id('vote')
  return atDesk({
    schema: nothing,
    form: 'act',
    run: ({ actor, conference }) => removeVote(db, actor, { vote: counted, conference: conference.id }, now),
  })(c)
}

const give = (c: WebContext) => {
  const { db, now } = deeds(c)
  return atDesk({
    schema: giveTaskInput.omit({ conference: true }),
    form: 'task',
    run: ({ actor, conference: { id } }, input) => giveTask(db, actor, { ...input, conference: id }, now),
  })(c)
}

const one = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}', ':conference'] as const

export const hallRoutes: Route[] = [
  get(conferencePaths.roll(...one), 'signed-in', (c) => showRoll(c)),
  post(conferencePaths.roll(...one), 'signed-in', mark),
  get(conferencePaths.desk(...one), 'signed-in', (c) => showDesk(c)),
  post(conferencePaths.present(...one), 'signed-in', present),
  post(conferencePaths.speakers(...one), 'signed-in', speak),
  post(conferencePaths.speaker(...one, ':speaker'), 'signed-in', settleSpeaker),
  post(conferencePaths.decisions(...one), 'signed-in', decide),
  post(conferencePaths.removeDecision(...one, ':decision'), 'signed-in', undecide),
  post(conferencePaths.votes(...one), 'signed-in', vote),
  post(conferencePaths.removeVote(...one, ':vote'), 'signed-in', unvote),
  post(conferencePaths.tasks(...one), 'signed-in', give),
]
