import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { factsOfDraft } from '../../drafts/pages/draft-page.tsx'
import type { ConsultationRow, InvitedUnit, ProvisionRow } from '../../drafts/queries.ts'
import { CommentForm, type Failed, type Voices } from '../../pages/comment-form.tsx'
import { ConsultationStateWord, Frame } from '../../pages/frame.tsx'
import { Provision, Remark } from '../../pages/provision-parts.tsx'
import { consultationPaths, openPaths } from '../../paths.ts'
import { isHeading } from '../../reading/provision.ts'
import { words } from '../../words.ts'
import type { CommentRow } from '../queries.ts'

export interface CommentsPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  consultation: ConsultationRow
  provisions: readonly ProvisionRow[]
  sent: readonly CommentRow[]
  drafts: readonly CommentRow[]
  asked: readonly InvitedUnit[]
  /** Absent for who may not comment, or not any more. */
  voices: (Voices & { isPublic: false }) | undefined
  /** Units whose comments the reader may send. */
  sends: readonly string[]
  may: { close: boolean; withdraw: boolean; check: boolean }
  history: readonly HistoryEntry[]
  failed: Failed | undefined
  /** Of sending, closing and withdrawing. */
  form: Returned
}

const Asked = ({ asked }: { asked: readonly InvitedUnit[] }) => {
  const t = words(useLocale())
  if (asked.length === 0) return null
  const said = ({ sent_at: sent, has_none: none }: InvitedUnit) => {
    if (sent === null) return <State kind="none">{t.notSent}</State>
    const when = formatMoment(sent)
    return <State kind="done">{none ? t.sentNone(when) : t.sentOn(when)}</State>
  }
  return (
    <Sheet title={t.asked}>
      <Facts facts={asked.map((unit) => ({ label: unit.name, value: said(unit) }))} />
    </Sheet>
  )
}

/** What the unit has drafted goes out together, by its leader's hand. */
const Sending = ({ unit, name, ...props }: CommentsPageProps & { unit: string; name: string }) => {
  const t = words(useLocale())
  const count = props.drafts.filter(({ unit_id }) => unit_id === unit).length
  return (
    <Sheet title={t.ready(name)}>
      {count > 0 && <p>{t.readyCount(count)}</p>}
      {props.sends.includes(unit) ? (
        <form method="post" action={consultationPaths.sending(...props.at, props.consultation.id)}>
          <input type="hidden" name="unit" value={unit} />
          {count === 0 && <input type="hidden" name="hasNone" value="on" />}
          <SubmitButton look={count === 0 ? 'plain' : 'main'}>{count === 0 ? t.agree : t.sendAll}</SubmitButton>
        </form>
      ) : (
        <p class="mute">{t.leaderSends}</p>
      )}
    </Sheet>
  )
}

const Draft = ({
  comment,
  provision,
  ...props
}: CommentsPageProps & { comment: CommentRow; provision: ProvisionRow | undefined }) => {
  const t = words(useLocale())
  const here = [...props.at, props.consultation.id] as const
  const { voices } = props
  return (
    <Remark comment={comment} provision={provision} beside={<State kind="soon">{t.notSentYet}</State>}>
      {voices !== undefined && (
        <>
          <CommentForm
            action={consultationPaths.comment(comment.id, ...here)}
            {...{ provision, comment, voices, failed: props.failed }}
          />
          <form method="post" action={consultationPaths.commentRemoval(comment.id, ...here)}>
            <SubmitButton look="quiet">{t.removeComment}</SubmitButton>
          </form>
        </>
      )}
    </Remark>
  )
}

/** The comments on one provision, or on the whole, and the form for one more. */
const Discussion = ({ provision, ...props }: CommentsPageProps & { provision: ProvisionRow | undefined }) => {
  const id = provision?.id ?? null
  const of = (comments: readonly CommentRow[]) => comments.filter(({ provision_id }) => provision_id === id)
  const [sent, drafts] = [of(props.sent), of(props.drafts)]
  const withOutcome = props.consultation.state === 'published'
  const action = consultationPaths.comments(...props.at, props.consultation.id)
  return (
    <>
      {sent.length + drafts.length > 0 && (
        <ul class="remarks">
          {sent.map((comment) => (
            <Remark {...{ comment, provision, withOutcome }} />
          ))}
          {drafts.map((comment) => (
            <Draft {...props} {...{ comment, provision }} />
          ))}
        </ul>
      )}
      {props.voices !== undefined && (
        <CommentForm {...{ action, provision, voices: props.voices, failed: props.failed }} />
      )}
    </>
  )
}

const Ending = ({ at, consultation, may, form }: CommentsPageProps) => {
  const t = words(useLocale())
  const here = [...at, consultation.id] as const
  if (!may.close && !may.withdraw) return null
  return (
    <Sheet>
      {may.close && (
        <Details summary={t.close}>
          <p>{t.closeNote}</p>
          <form method="post" action={consultationPaths.closing(...here)}>
            <SubmitButton look="danger">{t.close}</SubmitButton>
          </form>
        </Details>
      )}
      {may.withdraw && (
        <Details summary={t.withdraw} open={form.errors.length > 0}>
          <p>{t.withdrawNote}</p>
          <PostedForm action={consultationPaths.withdrawal(...here)} form={form} submit={t.withdraw} look="danger">
            <TextField {...fieldOf(form, 'reason')} label={t.reason} maxlength={500} required />
          </PostedForm>
        </Details>
      )}
    </Sheet>
  )
}

const Actions = ({ at, consultation, may }: CommentsPageProps) => {
  const t = words(useLocale())
  const here = [...at, consultation.id] as const
  return (
    <>
      <LinkButton href={consultationPaths.table(...here)} look={consultation.state === 'open' ? 'plain' : 'main'}>
        {t.table}
      </LinkButton>
      {may.check && (
        <LinkButton href={consultationPaths.checking(...here)}>
          {consultation.waiting > 0 ? t.waitingCount(consultation.waiting) : t.checking}
        </LinkButton>
      )}
    </>
  )
}

const factsOf = (t: ReturnType<typeof words>, consultation: ConsultationRow) => [
  ...factsOfDraft(t, consultation),
  ...(consultation.closes_on === null ? [] : [{ label: t.until, value: formatDay(consultation.closes_on) }]),
  { label: t.count, value: t.commentCount(consultation.comments) },
  ...(consultation.is_public && consultation.state !== 'withdrawn'
    ? [
        {
          label: t.onPublicPage,
          value: <a href={openPaths.one(consultation.slug)}>{openPaths.one(consultation.slug)}</a>,
        },
      ]
    : []),
]

const hasGeneral = ({ voices, sent }: CommentsPageProps) =>
  voices !== undefined || sent.some(({ provision_id }) => provision_id === null)

/** A draft with all that is said of it, article by article. */
export const CommentsPage = (props: CommentsPageProps) => {
  const t = words(useLocale())
  const { year, at, consultation, provisions, voices } = props
  return (
    <Frame
      year={year}
      title={consultation.title}
      state={<ConsultationStateWord state={consultation.state} />}
      crumbs={[{ label: t.title, href: consultationPaths.list(...at) }]}
      actions={<Actions {...props} />}
    >
      {props.form.refused !== undefined && <Notice kind="error">{props.form.refused}</Notice>}
      {consultation.withdrawn_reason !== null && (
        <Notice kind="warning" title={t.withdrawnBecause(consultation.withdrawn_reason)} />
      )}
      <Sheet>
        <Facts facts={factsOf(t, consultation)} />
      </Sheet>
      {voices?.units.map(({ value, label }) => (
        <Sending {...props} unit={value} name={label} />
      ))}
      <Sheet title={t.articles}>
        {provisions.map((provision) => (
          <Provision provision={provision}>
            {!isHeading(provision) && <Discussion {...props} provision={provision} />}
          </Provision>
        ))}
      </Sheet>
      {hasGeneral(props) && (
        <Sheet title={t.general} id="chung">
          <Discussion {...props} provision={undefined} />
        </Sheet>
      )}
      <Asked asked={props.asked} />
      <Ending {...props} />
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </Frame>
  )
}
