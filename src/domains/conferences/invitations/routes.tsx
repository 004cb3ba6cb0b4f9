import { z } from 'zod'
import { qrModules } from '#capabilities/documents/qr.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { answersInvitation } from '../access.ts'
import { conferencePaths } from '../paths.ts'
import type { ConferencePieces } from '../pieces.ts'
import { conferenceHead, readConference, readKept, type ConferencePlace } from '../read-conference.ts'
import { ruleWords } from '../rule-words.ts'
import { addInvitee, addInviteeInput } from './add-invitee.ts'
import { answerInvitation, answerInvitationInput } from './answer-invitation.ts'
import { askInWriting } from './ask-in-writing.ts'
import { invitationCode } from './invitation-code.ts'
import { invitationPaper } from './invitation-document.ts'
import { issueInvitations } from './issue-invitations.ts'
import { InviteesPage } from './pages/invitees-page.tsx'
import { ReplyPage } from './pages/reply-page.tsx'
import { lettersOf } from './queries.ts'
import { removeInvitee } from './remove-invitee.ts'
import { words } from './words.ts'

async function showInvitees(
  c: WebContext,
  { form = emptyForm, refused }: { form?: ReturnedForm; refused?: string | undefined } = {},
) {
  const { db, locale } = c.var
  const place = await readConference(c)
  const { year, conference, roll, isKeeper } = place
  const members = await membersOn(db, year.id, conference.held_on)
  const letters = isKeeper
    ? await lettersOf(
        db,
        roll.map(({ id }) => id),
      )
    : new Map()
  const page = <InviteesPage {...{ place, members, letters, form, refused }} />
  return c.render(page, conferenceHead(year, words(locale).title))
}

async function add(c: WebContext) {
  const { actor, conference, at } = await readKept(c)
  return answerForm(c, {
    schema: addInviteeInput.omit({ conference: true }),
    run: async (input) => {
      await addInvitee(c.var.db, actor, { ...input, conference: conference.id }, c.var.now)
      return conferencePaths.invitees(...at)
    },
    again: (form) => showInvitees(c, { form }),
    words: ruleWords,
  })
}

/** A button on the list: what it does, and back to the list. */
async function act(c: WebContext, deed: (place: ConferencePlace) => Promise<unknown>) {
  const place = await readKept(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await deed(place)
      return conferencePaths.invitees(...place.at)
    },
    again: ({ refused }) => showInvitees(c, { refused }),
    words: ruleWords,
  })
}

const invite =
  ({ secretKey }: ConferencePieces) =>
  (c: WebContext) =>
    act(c, ({ actor, conference }) =>
      issueInvitations(
        c.var.db,
        actor,
        { conference: conference.id },
        { now: c.var.now, site: c.var.origin, secretKey },
      ),
    )

const remove = (c: WebContext) =>
  act(c, ({ actor, conference }) =>
    removeInvitee(c.var.db, actor, { conference: conference.id, invitee: idParam(c, 'invitee') }, c.var.now),
  )

const ask = (c: WebContext) =>
  act(c, ({ actor, conference }) =>
    askInWriting(c.var.db, actor, { conference: conference.id, invitee: idParam(c, 'invitee') }, c.var.now),
  )

async function replyAt(c: WebContext) {
  const place = await readConference(c)
  const id = idParam(c, 'invitee')
  const invitee = found(place.roll.find((one) => one.id === id && one.removed_at === null))
  demand(place.isKeeper || answersInvitation(place.actor, invitee))
  return { place, invitee }
}

async function showReply(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, invitee } = await replyAt(c)
  return c.render(
    <ReplyPage {...{ place, invitee, form }} />,
    conferenceHead(place.year, words(c.var.locale).answerTitle(invitee.name)),
  )
}

async function reply(c: WebContext) {
  const { place, invitee } = await replyAt(c)
  const { actor, conference, at } = place
  return answerForm(c, {
    schema: answerInvitationInput.omit({ conference: true, invitee: true }),
    run: async (input) => {
      const of = { conference: conference.id, invitee: invitee.id }
      await answerInvitation(c.var.db, actor, { ...input, ...of }, c.var.now)
      return conferencePaths.one(...at)
    },
    again: (form) => showReply(c, form),
    words: ruleWords,
  })
}

const print =
  ({ renderer, secretKey }: ConferencePieces) =>
  async (c: WebContext) => {
    const { conference, items, roll, year } = await readKept(c)
    const id = idParam(c, 'invitee')
    const invitee = found(roll.find((one) => one.id === id))
    const code = invitationCode({ id, edition: invitee.code_edition }, secretKey)
    const paper = invitationPaper({
      bloc: year.bloc.name,
      parent: c.var.tenant.name,
      conference,
      items,
      invitee,
      day: dayOf(c.var.now),
      modules: invitee.code_edition === 0 ? undefined : qrModules(c.var.origin + conferencePaths.invitation(code)),
    })
    const { pdf } = await renderer.renderPdf(paper)
    return new Response(Uint8Array.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="giay-moi.pdf"',
        'cache-control': 'no-store',
      },
    })
  }

const one = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}', ':conference'] as const
const invitee = [...one, ':invitee'] as const

export const invitationRoutes = (pieces: ConferencePieces): Route[] => [
  get(conferencePaths.invitees(...one), 'signed-in', (c) => showInvitees(c)),
  post(conferencePaths.invitees(...one), 'signed-in', add),
  post(conferencePaths.removeInvitee(...invitee), 'signed-in', remove),
  post(conferencePaths.askedInWriting(...invitee), 'signed-in', ask),
  post(conferencePaths.invitations(...one), 'signed-in', invite(pieces)),
  get(conferencePaths.invitationPaper(...invitee), 'signed-in', print(pieces)),
  get(conferencePaths.reply(...invitee), 'signed-in', (c) => showReply(c)),
  post(conferencePaths.reply(...invitee), 'signed-in', reply),
]
