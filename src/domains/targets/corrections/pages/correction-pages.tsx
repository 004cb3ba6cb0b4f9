import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import type { Target } from '../../target.ts'
import { writeValue } from '../../value.ts'
import type { CorrectionRow } from '../../reporting/queries.ts'
import { words } from '../../reporting/words.ts'
import { secondPersonShapes } from '../../reporting/pages/past.tsx'

interface AskProps {
  crumbs: readonly Crumb[]
  over: string
  targets: readonly Target[]
  form: Returned
  action: string
  back: string
}

/** Which figure, what it should be, and why. */
export const AskCorrectionPage = ({ crumbs, over, targets, form, action, back }: AskProps) => {
  const locale = useLocale()
  const t = words(locale).correction
  const options = targets.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead over={over} title={t.title} under={t.note} />
      <Sheet>
        <PostedForm action={action} form={form} submit={t.do} cancel={{ label: words(locale).send.back, href: back }}>
          <SelectField {...fieldOf(form, 'target')} label={t.target} options={options} required />
          <TextField
            {...fieldOf(form, 'text')}
            label={t.text}
            example={t.textExample}
            maxlength={200}
            required
            narrow
          />
          <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={1000} required />
        </PostedForm>
      </Sheet>
    </div>
  )
}

export interface CorrectionPageProps {
  crumbs: readonly Crumb[]
  over: string
  correction: CorrectionRow
  target: Target
  mayDecide: boolean
  form: Returned
  at: { confirm: string; refuse: string }
}

function factsOf({ correction, target }: CorrectionPageProps, locale: 'vi' | 'en') {
  const t = words(locale).correction
  const shown = (value: string | null) => (value === null ? words(locale).missing : writeValue(value, target, locale))
  return [
    { label: t.target, value: `${target.code} ${target.name}` },
    { label: t.before, value: shown(correction.before) },
    { label: t.after, value: shown(correction.after) },
    { label: t.reason, value: correction.reason },
    { label: t.by, value: `${correction.asked_by_name}, ${formatMoment(correction.asked_at)}` },
    ...(correction.decided_by_name === null ? [] : [{ label: t.decidedBy, value: correction.decided_by_name }]),
    ...(correction.decision_reason === null ? [] : [{ label: t.refuseReason, value: correction.decision_reason }]),
  ]
}

/** The old figure and the new one side by side, and the decision of a second person. */
export const CorrectionPage = (props: CorrectionPageProps) => {
  const locale = useLocale()
  const t = words(locale).correction
  const { correction, form, at } = props
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.title}
        state={<State kind={secondPersonShapes[correction.state]}>{t.states[correction.state]}</State>}
      />
      {form.refused !== undefined && !props.mayDecide && <Notice kind="error" title={form.refused} />}
      <Sheet>
        <Facts facts={factsOf(props, locale)} />
      </Sheet>
      {correction.state === 'asked' && !props.mayDecide && <p class="mute">{t.waits}</p>}
      {props.mayDecide && (
        <Sheet>
          <div class="stack">
            <p>{t.note}</p>
            <form method="post" action={at.confirm}>
              <SubmitButton icon="check">{t.confirm}</SubmitButton>
            </form>
            <Details summary={t.refuse} open={form.errors.length > 0 || form.refused !== undefined}>
              <PostedForm action={at.refuse} form={form} submit={t.refuse} look="danger">
                <TextArea {...fieldOf(form, 'reason')} label={t.refuseReason} rows={3} maxlength={1000} required />
              </PostedForm>
            </Details>
          </div>
        </Sheet>
      )}
    </div>
  )
}
