import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { emptyForm } from '#platform/form.ts'
import type { WebContext } from '#platform/web.ts'
import { answersInvitation, settlesConferenceTask } from './access.ts'
import { conferenceCan } from './conference.ts'
import { AskToSpeak } from './hall/pages/speakers.tsx'
import { OwnInvitation } from './invitations/pages/reply-page.tsx'
import { ConferencePage, type ConferencePageProps } from './pages/conference-page.tsx'
import { decisionsOf, tasksOf, votesOf, type TaskRow } from './queries.ts'
import { conferenceHead, readConference, type ConferencePlace } from './read-conference.ts'
import { words } from './words.ts'

type Forms = ConferencePageProps['forms']

/** What the reader was invited to themself, and may ask for: without a right of the secretary's. */
function ownOf(place: ConferencePlace, { speaker = emptyForm }: Forms) {
  const own = place.roll.filter((one) => one.removed_at === null && answersInvitation(place.actor, one))
  const invited = conferenceCan('reply', place.conference) ? own.filter(({ code_edition: edition }) => edition > 0) : []
  return (
    <>
      {invited.map((invitee) => (
        <OwnInvitation place={place} invitee={invitee} form={emptyForm} />
      ))}
      {!place.isKeeper && <AskToSpeak place={place} people={own} form={speaker} />}
    </>
  )
}

/** The page of a conference, with whatever form came back to it. */
export async function showConference(c: WebContext, forms: Forms = {}) {
  const { db, locale } = c.var
  const place = await readConference(c)
  const { actor, year, conference } = place
  const props = {
    place,
    decisions: await decisionsOf(db, conference.id),
    votes: await votesOf(db, conference.id),
    tasks: await tasksOf(db, conference.id),
    maySettle: (task: TaskRow) => conferenceCan('settle', conference) && settlesConferenceTask(actor, conference, task),
    own: ownOf(place, forms),
    history: tellHistory(await historyOf(db, conference.id), words(locale).deeds),
    forms,
  }
  return c.render(<ConferencePage {...props} />, conferenceHead(year, conference.title))
}
