import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import type { OpinionState } from '../../opinion.ts'
import { publicVoicePaths } from '../../paths.ts'
import { words } from '../words.ts'

/** What a sender reads of the own opinion. */
export interface FollowedView {
  text: string
  state: OpinionState
  receivedOn: string
  isMerged: boolean
  refusedFor: string | null
  reopenedOn: string | null
  answering: { unit: string; dueOn: string } | undefined
  answers: readonly { unit: string; onDay: string; text: string }[]
  messages: readonly { who: string | null; onDay: string; text: string }[]
  verdicts: readonly { solved: boolean; reason: string; onDay: string }[]
  mayWrite: boolean
  mayJudge: boolean
}

interface FollowPageProps {
  code: string
  /** Nothing: the code was not typed yet, or leads nowhere. */
  view: FollowedView | 'waiting' | undefined
  /** Letters that wait for the batch. */
  pending: number
  form: Returned
}

const CodeForm = ({ form }: { form: Returned }) => {
  const t = words(useLocale())
  return (
    <PostedForm action={publicVoicePaths.follow} form={form} submit={t.followDo}>
      <TextField
        {...fieldOf(form, 'code')}
        label={t.code}
        help={t.codeHelp}
        maxlength={60}
        autocomplete="off"
        required
      />
    </PostedForm>
  )
}

const Standing = ({ view }: { view: FollowedView }) => {
  const t = words(useLocale())
  const { answering } = view
  const facts = [
    { label: t.stateLabel, value: t.states[view.state] },
    { label: t.receivedOn, value: formatDay(view.receivedOn) },
    ...(view.refusedFor === null ? [] : [{ label: t.refusedFor, value: view.refusedFor }]),
    ...(answering === undefined
      ? []
      : [
          { label: t.answering, value: answering.unit },
          { label: t.dueOn, value: formatDay(answering.dueOn) },
        ]),
    { label: t.opinion, value: <span class="lines">{view.text}</span> },
  ]
  return (
    <div class="stack">
      <Facts facts={facts} />
      {view.isMerged && <p>{t.merged}</p>}
      {view.reopenedOn !== null && <p>{t.reopened(formatDay(view.reopenedOn))}</p>}
    </div>
  )
}

const Answers = ({ view }: { view: FollowedView }) => {
  const t = words(useLocale())
  return (
    <PublicSection title={t.answer}>
      {view.answers.length === 0 && <p>{t.noAnswer}</p>}
      {view.answers.map(({ unit, onDay, text }) => (
        <article>
          <h3>{t.answered(unit, formatDay(onDay))}</h3>
          <p class="lines">{text}</p>
        </article>
      ))}
      {view.verdicts.map(({ solved, reason, onDay }) => (
        <p>
          {t.said(formatDay(onDay))}: {solved ? t.yes : t.no}
          {reason !== '' && `. ${reason}`}
        </p>
      ))}
    </PublicSection>
  )
}

const JudgeForm = ({ code, form }: FollowPageProps) => {
  const t = words(useLocale())
  const choices = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ]
  return (
    <PublicSection title={t.isSolved}>
      <PostedForm action={publicVoicePaths.verdict} form={form} submit={t.isSolvedDo}>
        <input type="hidden" name="code" value={code} />
        <RadioGroup {...fieldOf(form, 'solved')} label={t.isSolved} help={t.isSolvedHelp} choices={choices} required />
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} help={t.reasonHelp} rows={3} maxlength={1000} />
      </PostedForm>
    </PublicSection>
  )
}

const Messages = (props: FollowPageProps & { view: FollowedView }) => {
  const t = words(useLocale())
  const { view, code, form } = props
  return (
    <PublicSection title={t.messages}>
      {view.messages.map(({ who, onDay, text }) => (
        <article>
          <h3>
            {who ?? t.you}, {formatDay(onDay)}
          </h3>
          <p class="lines">{text}</p>
        </article>
      ))}
      {view.mayWrite && (
        <PostedForm
          action={publicVoicePaths.writeMore}
          form={view.mayJudge ? { typed: {}, errors: [] } : form}
          submit={t.writeMoreDo}
        >
          <input type="hidden" name="code" value={code} />
          <TextArea
            {...fieldOf(form, 'text')}
            label={t.writeMore}
            help={t.writeMoreHelp}
            rows={4}
            maxlength={2000}
            required
          />
        </PostedForm>
      )}
    </PublicSection>
  )
}

/** Following an opinion by its code: the code is posted, so that no address holds it. */
export const FollowPage = (props: FollowPageProps) => {
  const t = words(useLocale())
  const { view, pending, form } = props
  return (
    <>
      <Hero title={t.follow} lead={t.followLead} />
      {view === undefined && (
        <PublicSection title={t.code}>
          <CodeForm form={form} />
        </PublicSection>
      )}
      {view !== undefined && (
        <>
          <PublicSection title={t.yours}>
            {view === 'waiting' ? (
              <Notice kind="info" title={t.waiting}>
                {t.waitingBody}
              </Notice>
            ) : (
              <>
                {pending > 0 && <Notice kind="info">{t.pending(pending)}</Notice>}
                <Standing view={view} />
              </>
            )}
          </PublicSection>
          {view !== 'waiting' && (
            <>
              <Answers view={view} />
              {view.mayJudge && <JudgeForm {...props} />}
              <Messages {...props} view={view} />
            </>
          )}
        </>
      )}
    </>
  )
}
