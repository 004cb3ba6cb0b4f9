import { SubmitButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { InviteeRow } from '../../attendance/queries.ts'
import { conferenceCan } from '../../conference.ts'
import { whenOf } from '../../pages/conference-frame.tsx'
import { conferencePaths } from '../../paths.ts'
import type { ConferenceRow, ItemRow } from '../../queries.ts'
import { words as conferenceWords } from '../../words.ts'
import { words } from '../words.ts'
import { AnswerForm, answerWord } from './answer-form.tsx'

interface InvitationPageProps {
  code: string
  bloc: string
  conference: ConferenceRow
  items: readonly ItemRow[]
  invitee: InviteeRow
  /** The conference is today. */
  isDay: boolean
  form: Returned
  arriving: Returned
}

const Arriving = ({ code, invitee, arriving }: InvitationPageProps) => {
  const t = words(useLocale())
  if (invitee.attendance === 'present') return <Notice kind="success" title={t.arrived} />
  return (
    <section class="stack">
      <h2>{t.checkIn}</h2>
      {arriving.refused !== undefined && <Notice kind="error">{arriving.refused}</Notice>}
      <p>{t.arriveNote}</p>
      <form method="post" action={conferencePaths.arrival(code)}>
        <SubmitButton>{t.arrive}</SubmitButton>
      </form>
    </section>
  )
}

const Answering = ({ code, conference, invitee, form }: InvitationPageProps) => {
  const t = words(useLocale())
  if (conference.state === 'cancelled') {
    return <Notice kind="warning" title={t.cancelled(conference.cancel_reason ?? '')} />
  }
  if (!conferenceCan('reply', conference)) return <Notice kind="info" title={t.noAnswerNow} />
  return (
    <section class="stack">
      <h2>{t.answerTitle(invitee.name)}</h2>
      {invitee.reply !== null && (
        <Notice kind="success" title={t.answered(answerWord(invitee, t))}>
          {t.changeable}
        </Notice>
      )}
      <AnswerForm action={conferencePaths.invitation(code)} invitee={invitee} form={form} />
    </section>
  )
}

/** The page behind an invitation's link: read, answered and, on the day, arrived by without an account. */
export const InvitationPage = (props: InvitationPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  const c = conferenceWords(locale)
  const { conference, items, bloc, isDay } = props
  return (
    <div class="stack">
      <p>{t.invitedTo(bloc)}</p>
      {isDay && conferenceCan('attend', conference) && <Arriving {...props} />}
      <Facts
        facts={[
          { label: c.when, value: whenOf(conference, locale) },
          { label: c.place, value: conference.place },
          { label: t.chair, value: conference.chair_name },
        ]}
      />
      <section class="stack">
        <h2>{c.agenda}</h2>
        <ol>
          {items.map(({ title }) => (
            <li>{title}</li>
          ))}
        </ol>
      </section>
      <Answering {...props} />
    </div>
  )
}

interface CheckInPageProps {
  action: string
  /** `undefined`: the code on the screen has changed since. */
  people: readonly InviteeRow[] | undefined
  form: Returned
  /** Who has just arrived. */
  arrived: string | undefined
}

/** The page behind the code on the large screen. */
export const CheckInPage = ({ action, people, form, arrived }: CheckInPageProps) => {
  const t = words(useLocale())
  const options = people?.map(({ id, name, of }) => ({ value: id, label: of === '' ? name : `${name}, ${of}` })) ?? []
  return (
    <div class="stack">
      {arrived !== undefined && <Notice kind="success" title={t.arrived} />}
      {arrived === undefined && people === undefined && (
        <Notice kind="warning" title={t.codeOver}>
          {t.codeOverBody}
        </Notice>
      )}
      {arrived === undefined && people?.length === 0 && <Notice kind="info" title={t.nobodyLeft} />}
      {arrived === undefined && options.length > 0 && (
        <>
          <p>{t.checkInNote}</p>
          <PostedForm action={action} form={form} submit={t.arrive}>
            <SelectField name="invitee" label={t.who} options={options} required />
          </PostedForm>
        </>
      )}
    </div>
  )
}
