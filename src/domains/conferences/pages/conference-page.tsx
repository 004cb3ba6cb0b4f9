import type { Child } from 'hono/jsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { conferencePaths } from '../paths.ts'
import type { DecisionRow, ItemRow, TaskRow, VoteRow } from '../queries.ts'
import type { ConferencePlace } from '../read-conference.ts'
import { words } from '../words.ts'
import { ConferenceFrame, QuorumLine, whenOf } from './conference-frame.tsx'
import { ConferenceTasks } from './conference-tasks.tsx'

export interface ConferencePageProps {
  place: ConferencePlace
  decisions: readonly DecisionRow[]
  votes: readonly VoteRow[]
  tasks: readonly TaskRow[]
  maySettle: (task: TaskRow) => boolean
  /** The reader's own invitations, and those of their unit's delegates. */
  own: Child
  history: readonly HistoryEntry[]
  forms: Partial<Record<'opening' | 'cancellation' | 'act' | 'task' | 'speaker', Returned>>
}

const empty: Returned = { typed: {}, errors: [] }

const About = ({ place: { conference } }: ConferencePageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const person = (name: string, post: string) => [name, post].filter((part) => part !== '').join(', ')
  const facts: [string, Child][] = [
    [t.pattern, t.patterns[conference.pattern]],
    [t.when, whenOf(conference, locale)],
    [t.place, conference.place],
    [t.chair, person(conference.chair_name, conference.chair_post)],
    [t.secretary, person(conference.secretary_name, conference.secretary_post)],
  ]
  return (
    <Sheet>
      <Facts facts={facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
    </Sheet>
  )
}

const Agenda = ({ items }: { items: readonly ItemRow[] }) => {
  const t = words(useLocale())
  if (items.length === 0) return <Empty title={t.noAgenda}>{t.noAgendaBody}</Empty>
  return (
    <ol>
      {items.map((item) => (
        <li>
          <p>{`${item.position}. ${item.title}`}</p>
          <p class="mute">
            {[item.minutes === null ? '' : t.minutesOf(String(item.minutes)), item.presenter]
              .filter((part) => part !== '')
              .join(' · ')}
            {item.papers.map((paper) => (
              <>
                {' '}
                <a href={paper.path}>{paper.title}</a>
              </>
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}

const VoteLines = ({ votes }: { votes: readonly VoteRow[] }) => {
  const t = words(useLocale())
  return (
    <ul>
      {votes.map((vote) => (
        <li>
          {vote.question}: {t.voteLine({ for: vote.votes_for, against: vote.votes_against, abstained: vote.abstained })}
          ; {vote.is_carried ? t.carried : t.notCarried}
        </li>
      ))}
    </ul>
  )
}

const Outcome = (props: ConferencePageProps) => {
  const t = words(useLocale())
  const { decisions, votes, tasks } = props
  return (
    <>
      {decisions.length > 0 && (
        <Sheet title={t.decisions}>
          <ol>
            {decisions.map(({ text }, index) => (
              <li>{`${index + 1}. ${text}`}</li>
            ))}
          </ol>
        </Sheet>
      )}
      {votes.length > 0 && (
        <Sheet title={t.votes}>
          <VoteLines votes={votes} />
        </Sheet>
      )}
      {tasks.length > 0 && (
        <Sheet title={t.tasks}>
          <ConferenceTasks
            at={props.place.at}
            tasks={tasks}
            maySettle={props.maySettle}
            mayDrop={props.place.can('settle')}
            form={props.forms.task ?? empty}
          />
        </Sheet>
      )}
    </>
  )
}

/** What moves the conference on: opening, closing, cancelling. */
const Moving = ({ place: { at, quorum, can }, forms }: ConferencePageProps) => {
  const t = words(useLocale())
  const opening = forms.opening ?? empty
  const cancellation = forms.cancellation ?? empty
  return (
    <>
      {can('open') && (
        <Sheet title={t.open}>
          <p>{t.openNote}</p>
          <PostedForm action={conferencePaths.opening(...at)} form={opening} submit={t.open}>
            {quorum.isReached === false && <Checkbox name="withoutQuorum" label={t.openWithout} />}
          </PostedForm>
        </Sheet>
      )}
      {can('close') && (
        <Sheet title={t.close}>
          <p>{t.closeNote}</p>
          <form method="post" action={conferencePaths.closing(...at)}>
            <SubmitButton>{t.close}</SubmitButton>
          </form>
        </Sheet>
      )}
      {can('cancel') && (
        <Details summary={t.cancelConference} open={forms.cancellation !== undefined}>
          <p>{t.cancelNote}</p>
          <PostedForm
            action={conferencePaths.cancellation(...at)}
            form={cancellation}
            submit={t.cancelConference}
            look="danger"
          >
            <TextField {...fieldOf(cancellation, 'reason')} label={t.reason} maxlength={500} required />
          </PostedForm>
        </Details>
      )}
    </>
  )
}

/** One conference: what it is about, who is there, what came of it. */
export const ConferencePage = (props: ConferencePageProps) => {
  const t = words(useLocale())
  const { place, forms } = props
  const { at, conference, quorum, can, items } = place
  const { opened_present: present, opened_proxy: proxy, opened_voters: voters } = conference
  const actions = (
    <>
      <LinkButton href={conferencePaths.screen(...at)}>{t.screen}</LinkButton>
      {can('change') && <LinkButton href={conferencePaths.change(...at)}>{t.change}</LinkButton>}
    </>
  )
  return (
    <ConferenceFrame place={place} part="one" actions={actions}>
      {forms.act?.refused !== undefined && <Notice kind="error">{forms.act.refused}</Notice>}
      {conference.cancel_reason !== null && (
        <Notice kind="warning" title={t.cancelledBecause(conference.cancel_reason)} />
      )}
      {props.own}
      <About {...props} />
      <Sheet title={t.quorum}>
        <QuorumLine quorum={quorum} />
        {present !== null && proxy !== null && voters !== null && (
          <p class="mute">{t.openedWith(String(present + proxy), String(voters))}</p>
        )}
      </Sheet>
      <Sheet title={t.agenda}>
        <Agenda items={items} />
      </Sheet>
      <Outcome {...props} />
      <Moving {...props} />
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </ConferenceFrame>
  )
}
