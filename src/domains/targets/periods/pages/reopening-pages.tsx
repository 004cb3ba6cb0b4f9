import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { ReopeningRow } from '../queries.ts'
import { words } from '../words.ts'

export const reopeningShapes = {
  asked: 'soon',
  agreed: 'done',
  refused: 'none',
} satisfies Record<ReopeningRow['state'], StateKind>

interface AskProps {
  crumbs: readonly Crumb[]
  over: string
  /** The units for which this person may ask; empty: only the own, which stands in the form unseen. */
  units: readonly Option[]
  ownUnit: string
  form: Returned
  action: string
  back: string
}

/** For whom, until when, and why. */
export const AskReopeningPage = ({ crumbs, over, units, ownUnit, form, action, back }: AskProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <Breadcrumb crumbs={crumbs} />
      <PageHead over={over} title={t.reopenTitle} under={t.reopenNote} />
      <Sheet>
        <PostedForm action={action} form={form} submit={t.reopenDo} cancel={{ label: t.back, href: back }}>
          {units.length > 0 ? (
            <SelectField {...fieldOf(form, 'unit')} label={t.reopenUnit} none={t.reopenAll} options={units} required />
          ) : (
            <input type="hidden" name="unit" value={ownUnit} />
          )}
          <DayField {...fieldOf(form, 'untilOn')} label={t.reopenUntil} required />
          <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} maxlength={1000} required />
        </PostedForm>
      </Sheet>
    </div>
  )
}

interface ReopeningPageProps {
  crumbs: readonly Crumb[]
  over: string
  title: string
  reopening: ReopeningRow
  unitName: string | undefined
  mayDecide: boolean
  form: Returned
  at: { confirm: string; refuse: string }
}

/** A request to reopen, and the decision of a second person. */
export const ReopeningPage = ({ reopening, form, at, ...props }: ReopeningPageProps) => {
  const t = words(useLocale())
  const facts = [
    { label: t.reopeningFor, value: props.unitName ?? t.reopenAll },
    { label: t.until, value: formatDay(reopening.until_on) },
    { label: t.reason, value: reopening.reason },
    { label: t.askedBy, value: `${reopening.asked_by_name}, ${formatMoment(reopening.asked_at)}` },
    ...(reopening.decided_by_name === null ? [] : [{ label: t.decidedBy, value: reopening.decided_by_name }]),
    ...(reopening.decision_reason === null ? [] : [{ label: t.decisionReason, value: reopening.decision_reason }]),
  ]
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.reopeningTitle(props.title)}
        state={<State kind={reopeningShapes[reopening.state]}>{t.reopeningStates[reopening.state]}</State>}
      />
      {form.refused !== undefined && !props.mayDecide && <Notice kind="error" title={form.refused} />}
      <Sheet>
        <Facts facts={facts} />
      </Sheet>
      {reopening.state === 'asked' && !props.mayDecide && <p class="mute">{t.waitsForSecond}</p>}
      {props.mayDecide && (
        <Sheet>
          <div class="stack">
            <p>{t.waitsForSecond}</p>
            <form method="post" action={at.confirm}>
              <SubmitButton icon="check">{t.confirmDo}</SubmitButton>
            </form>
            <Details summary={t.refuseDo} open={form.errors.length > 0 || form.refused !== undefined}>
              <PostedForm action={at.refuse} form={form} submit={t.refuseDo} look="danger">
                <TextArea {...fieldOf(form, 'reason')} label={t.refuseReason} rows={3} maxlength={1000} required />
              </PostedForm>
            </Details>
          </div>
        </Sheet>
      )}
    </div>
  )
}
