import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { yearById } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { rollOf } from '../attendance/queries.ts'
import { recordArrival, recordArrivalInHall, recordArrivalInHallInput } from '../attendance/record-arrival.ts'
import { conferencePaths } from '../paths.ts'
import type { ConferencePieces } from '../pieces.ts'
import { conferenceById, itemsOf } from '../queries.ts'
import { ruleWords } from '../rule-words.ts'
import { answerByCode, answerByCodeInput } from './answer-invitation.ts'
import { isArrivalCode } from './invitation-code.ts'
import { CheckInPage, InvitationPage } from './pages/invitation-page.tsx'
import { inviteeOfCode } from './queries.ts'
import { words } from './words.ts'

interface Opened {
  form?: ReturnedForm
  arriving?: ReturnedForm
}

/** Pages behind a code: for whoever has it; as every plain page, kept by nobody. */
function renderByCode(c: WebContext, page: Child, title: string) {
  c.header('referrer-policy', 'no-referrer')
  return c.render(page, { title, shell: 'plain' as const })
}

async function showInvitation(c: WebContext, { form = emptyForm, arriving = emptyForm }: Opened = {}) {
  const { db, now } = c.var
  const code = param(c, 'code')
  const { id, conference_id: of } = await inviteeOfCode(db, code)
  const conference = await conferenceById(db, of)
  const year = await yearById(db, conference.bloc_year_id)
  const props = {
    code,
    bloc: year.bloc.name,
    conference,
    items: await itemsOf(db, of),
    invitee: found((await rollOf(db, of)).find((one) => one.id === id)),
    isDay: dayOf(now) === conference.held_on,
    form,
    arriving,
  }
  return renderByCode(c, <InvitationPage {...props} />, conference.title)
}

async function answer(c: WebContext) {
  const code = param(c, 'code')
  await inviteeOfCode(c.var.db, code)
  return answerForm(c, {
    schema: answerByCodeInput.omit({ code: true }),
    run: async (input) => {
      await answerByCode(c.var.db, { ...input, code }, c.var.now)
      return conferencePaths.invitation(code)
    },
    again: (form) => showInvitation(c, { form }),
    words: ruleWords,
  })
}

async function arrive(c: WebContext) {
  const code = param(c, 'code')
  await inviteeOfCode(c.var.db, code)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await recordArrival(c.var.db, { code }, c.var.now)
      return conferencePaths.invitation(code)
    },
    again: (arriving) => showInvitation(c, { arriving }),
    words: ruleWords,
  })
}

interface CheckedIn {
  form?: ReturnedForm
  arrived?: string
}

const showCheckIn =
  ({ secretKey }: ConferencePieces) =>
  async (c: WebContext, { form = emptyForm, arrived }: CheckedIn = {}) => {
    const { db, now } = c.var
    const code = param(c, 'code')
    const conference = await conferenceById(db, idParam(c, 'conference'))
    const isNow = isArrivalCode(code, { conference: conference.id, now, secretKey })
    if (!isNow) c.status(404)
    const roll = isNow ? await rollOf(db, conference.id) : undefined
    // Whoever has no code of now learns nothing of the conference.
    const title = isNow ? conference.title : words(c.var.locale).checkIn
    const props = {
      action: conferencePaths.checkIn(conference.id, code),
      people: roll?.filter((one) => one.removed_at === null && one.attendance === null),
      form,
      arrived,
    }
    return renderByCode(c, <CheckInPage {...props} />, title)
  }

const checkIn = (pieces: ConferencePieces) => async (c: WebContext) => {
  const show = showCheckIn(pieces)
  const place = { conference: idParam(c, 'conference'), code: param(c, 'code') }
  return answerForm(c, {
    schema: recordArrivalInHallInput.pick({ invitee: true }),
    run: async ({ invitee }) => {
      const env = { now: c.var.now, secretKey: pieces.secretKey }
      await recordArrivalInHall(c.var.db, { ...place, invitee }, env)
      return show(c, { arrived: invitee })
    },
    again: (form) => show(c, { form }),
    words: ruleWords,
  })
}

const arrival = conferencePaths.checkIn(':conference', ':code')

/** Pages for whoever holds a code: no account is asked for. */
export const codeRoutes = (pieces: ConferencePieces): Route[] => [
  get(conferencePaths.invitation(':code'), 'public', (c) => showInvitation(c)),
  post(conferencePaths.invitation(':code'), 'public', answer),
  post(conferencePaths.arrival(':code'), 'public', arrive),
  get(arrival, 'public', (c) => showCheckIn(pieces)(c)),
  post(arrival, 'public', checkIn(pieces)),
]
