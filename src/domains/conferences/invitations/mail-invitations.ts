import { queueMails, type QueuedMail } from '#capabilities/notifications/send-mail.ts'
import { longDay } from '#capabilities/documents/long-day.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { rollOf, type InviteeRow } from '../attendance/queries.ts'
import { conferencePaths } from '../paths.ts'
import { itemsOf, type ConferenceRow } from '../queries.ts'
import { invitationCode } from './invitation-code.ts'
import { words } from './words.ts'
import { writeInvitation } from './write-invitation.ts'

/** What an invitation needs besides its input. */
export interface InvitingEnv {
  now: Date
  /** The site as people reach it. */
  site: string
  /** The installation's secret: codes come from it. */
  secretKey: string
}

interface Letters {
  conference: ConferenceRow
  letter: 'invited' | 'changed' | 'cancelled'
}

/** Answers of calendar programs go to the secretary, where the program knows an address. */
async function organizerOf(tx: Tx, conference: ConferenceRow, { bloc, site }: { bloc: string; site: string }) {
  const noReply = { name: bloc, email: `khong-tra-loi@${new URL(site).hostname}` }
  const account = conference.secretary_account_id
  if (account === null) return noReply
  const row = await tx.selectFrom('account').select('email').where('id', '=', account).executeTakeFirst()
  return { name: bloc, email: row?.email ?? noReply.email }
}

const isTold = (letter: Letters['letter']) => (one: InviteeRow) =>
  one.removed_at === null && one.email !== '' && (letter === 'invited' || one.code_edition > 0)

async function gatherLetter(tx: Tx, { conference, letter }: Letters, { site }: InvitingEnv) {
  const t = words('vi')
  const { bloc } = await yearById(tx, conference.bloc_year_id)
  const items = await itemsOf(tx, conference.id)
  const agenda = items.map(({ position, title }) => `${position}. ${title}`).join('\n')
  const when = t.mail.when(conference.starts_at.slice(0, 5), longDay(conference.held_on))
  const about = { title: conference.title, bloc: bloc.name, when, place: conference.place, agenda }
  const organizer = await organizerOf(tx, conference, { bloc: bloc.name, site })
  const write = t.mail[letter]
  const reason = conference.cancel_reason ?? ''
  return { organizer, write: (name: string, url: string) => write({ ...about, name, url, reason }) }
}

/** To everyone on the list with an address; a letter of one version of the invitation leaves once. */
export async function mailInvitations(tx: Tx, actor: Actor, letters: Letters, env: InvitingEnv): Promise<void> {
  const { conference, letter } = letters
  const { site, secretKey, now } = env
  const { organizer, write } = await gatherLetter(tx, letters, env)
  const people = (await rollOf(tx, conference.id)).filter(isTold(letter))
  const mails = people.map((invitee): QueuedMail => {
    const url =
      site + conferencePaths.invitation(invitationCode({ id: invitee.id, edition: invitee.code_edition }, secretKey))
    const written = write(invitee.name, url)
    const to = { name: invitee.name, email: invitee.email }
    return {
      to: invitee.email,
      ...written,
      messageKey: `conference-${invitee.id}-${conference.sequence}-${letter}`,
      kind: 'conference',
      account: invitee.account_id,
      askedBy: actor.account,
      calendar: writeInvitation({ conference, site, organizer, invitee: to, description: url, now }),
    }
  })
  await queueMails(tx, mails)
}
