import { z } from 'zod'
import { yearById, yearsOfBloc } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { settlesConferenceTask } from './access.ts'
import { agendaRoutes } from './agenda/routes.tsx'
import { cancelConference, cancelConferenceInput } from './cancel-conference.ts'
import { changeConference, changeConferenceInput } from './change-conference.ts'
import { closeConference } from './close-conference.ts'
import { finishTask, finishTaskInput } from './hall/finish-task.ts'
import { hallRoutes } from './hall/routes.tsx'
import { screenRoutes } from './hall/screen-routes.tsx'
import { codeRoutes } from './invitations/code-routes.tsx'
import { invitationRoutes } from './invitations/routes.tsx'
import { openConference, openConferenceInput } from './open-conference.ts'
import { ConferenceFormPage } from './pages/form-page.tsx'
import { ConferenceListPage } from './pages/list-page.tsx'
import { conferencePaths } from './paths.ts'
import type { ConferencePieces } from './pieces.ts'
import { planConference, planConferenceInput } from './plan-conference.ts'
import { conferencesOf, peopleOfConference, tasksOf, type ConferenceRow } from './queries.ts'
import {
  conferenceHead,
  readConference,
  readConferenceYear,
  readKept,
  type ConferencePlace,
} from './read-conference.ts'
import { ruleWords } from './rule-words.ts'
import { showConference } from './show-routes.tsx'
import { words } from './words.ts'

async function showList(c: WebContext) {
  const { db, locale } = c.var
  const place = await readConferenceYear(c)
  const rows = await conferencesOf(db, place.year.id)
  const conferences = await Promise.all(
    rows.map(async (row) => {
      const year = row.bloc_year_id === place.year.id ? place.year : await yearById(db, row.bloc_year_id)
      return { ...row, at: [year.bloc.slug, year.slug] as const }
    }),
  )
  const page = <ConferenceListPage {...place} conferences={conferences} />
  return c.render(page, conferenceHead(place.year, words(locale).title))
}

interface Shown {
  year: ConferencePlace['year']
  conference?: ConferenceRow
}

async function showForm(c: WebContext, { year, conference }: Shown, form: ReturnedForm = emptyForm) {
  const { db, locale, now } = c.var
  const t = words(locale)
  const people = await peopleOfConference(db, { blocYear: year.id, day: conference?.held_on ?? dayOf(now) })
  const otherYears = (await yearsOfBloc(db, year.bloc.id)).filter(({ id }) => id !== year.id)
  return c.render(
    <ConferenceFormPage {...{ year, conference, people, otherYears, form }} />,
    conferenceHead(year, conference === undefined ? t.plan : t.change),
  )
}

async function showPlan(c: WebContext, form?: ReturnedForm) {
  const { year, mayPlan } = await readConferenceYear(c)
  demand(mayPlan)
  return showForm(c, { year }, form)
}

async function plan(c: WebContext) {
  const { actor, year, at, mayPlan } = await readConferenceYear(c)
  demand(mayPlan)
  return answerForm(c, {
    schema: planConferenceInput.omit({ blocYear: true }),
    run: async (input) =>
      conferencePaths.one(...at, await planConference(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)),
    again: (form) => showPlan(c, form),
    words: ruleWords,
  })
}

async function showChange(c: WebContext, form?: ReturnedForm) {
  const { year, conference, can } = await readKept(c)
  demand(can('change'))
  return showForm(c, { year, conference }, form)
}

const envOf = (c: WebContext, { secretKey }: ConferencePieces) => ({ now: c.var.now, site: c.var.origin, secretKey })

const change = (pieces: ConferencePieces) => async (c: WebContext) => {
  const { actor, conference, at } = await readKept(c)
  return answerForm(c, {
    schema: changeConferenceInput.omit({ conference: true }),
    run: async (input) => {
      await changeConference(c.var.db, actor, { ...input, conference: conference.id }, envOf(c, pieces))
      return conferencePaths.one(...at)
    },
    again: (form) => showChange(c, form),
    words: ruleWords,
  })
}

async function open(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  return answerForm(c, {
    schema: openConferenceInput.omit({ conference: true }),
    run: async (input) => {
      await openConference(c.var.db, actor, { ...input, conference: conference.id }, c.var.now)
      return conferencePaths.desk(...at)
    },
    again: (opening) => showConference(c, { opening }),
    words: ruleWords,
  })
}

const close =
  ({ announce }: ConferencePieces) =>
  async (c: WebContext) => {
    const { actor, conference, at } = await readKept(c)
    return answerForm(c, {
      schema: z.object({}),
      run: async () => {
        await closeConference(c.var.db, actor, { conference: conference.id }, { now: c.var.now, announce })
        return conferencePaths.one(...at)
      },
      again: (act) => showConference(c, { act }),
      words: ruleWords,
    })
  }

const cancel = (pieces: ConferencePieces) => async (c: WebContext) => {
  const { actor, conference, at } = await readKept(c)
  return answerForm(c, {
    schema: cancelConferenceInput.omit({ conference: true }),
    run: async (input) => {
      await cancelConference(c.var.db, actor, { ...input, conference: conference.id }, envOf(c, pieces))
      return conferencePaths.one(...at)
    },
    again: (cancellation) => showConference(c, { cancellation }),
    words: ruleWords,
  })
}

async function settleTask(c: WebContext) {
  const { actor, conference, at } = await readConference(c)
  const task = idParam(c, 'task')
  const given = found((await tasksOf(c.var.db, conference.id)).find(({ id }) => id === task))
  demand(settlesConferenceTask(actor, conference, given))
  return answerForm(c, {
    schema: finishTaskInput.omit({ conference: true, task: true }),
    run: async (input) => {
      await finishTask(c.var.db, actor, { ...input, task, conference: conference.id }, c.var.now)
      return conferencePaths.one(...at)
    },
    again: (form) => showConference(c, { task: { ...form, typed: { ...form.typed, task } } }),
    words: ruleWords,
  })
}

const year = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...year, ':conference'] as const

export const conferenceRoutes = (pieces: ConferencePieces): Route[] => [
  ...codeRoutes(pieces),
  ...invitationRoutes(pieces),
  get(conferencePaths.list(...year), 'signed-in', showList),
  get(conferencePaths.plan(...year), 'signed-in', (c) => showPlan(c)),
  post(conferencePaths.plan(...year), 'signed-in', plan),
  get(conferencePaths.one(...one), 'signed-in', (c) => showConference(c)),
  get(conferencePaths.change(...one), 'signed-in', (c) => showChange(c)),
  post(conferencePaths.change(...one), 'signed-in', change(pieces)),
  post(conferencePaths.opening(...one), 'signed-in', open),
  post(conferencePaths.closing(...one), 'signed-in', close(pieces)),
  post(conferencePaths.cancellation(...one), 'signed-in', cancel(pieces)),
  post(conferencePaths.task(...one, ':task'), 'signed-in', settleTask),
  ...agendaRoutes,
  ...hallRoutes,
  ...screenRoutes(pieces),
]
