import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { ReopeningRow } from '../../judging/queries.ts'
import { words } from '../../judging/words.ts'

const shapes = { asked: 'soon', agreed: 'done', refused: 'none' } satisfies Record<ReopeningRow['state'], StateKind>

interface ReopeningPageProps {
  crumbs: readonly Crumb[]
  over: string
  unit: string
  one: ReopeningRow
  mayDecide: boolean
  form: Returned
  at: { confirm: string; refuse: string }
}

/** A request to open a settled sheet again, and the decision of a second person. */
export const ReopeningPage = ({ one, form, at, mayDecide, ...props }: ReopeningPageProps) => {
  const t = words(useLocale()).reopening
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.titleOf(props.unit)}
        state={<State kind={shapes[one.state]}>{t.states[one.state]}</State>}
        under={t.note}
      />
      {form.refused !== undefined && <Notice kind="error" title={form.refused} />}
      <Sheet>
        <Facts
          facts={[
            { label: t.reason, value: one.reason },
            { label: t.askedBy, value: `${one.asked_name}, ${formatMoment(one.asked_at)}` },
            ...(one.decided_name === null ? [] : [{ label: t.decidedBy, value: one.decided_name }]),
            ...(one.decision_reason === '' ? [] : [{ label: t.decisionReason, value: one.decision_reason }]),
          ]}
        />
      </Sheet>
      {one.state === 'asked' && !mayDecide && <p class="mute">{t.waits}</p>}
      {mayDecide && (
        <Sheet>
          <div class="stack">
            <form method="post" action={at.confirm}>
              <SubmitButton icon="check">{t.confirm}</SubmitButton>
            </form>
            <Details summary={t.refuse} open={form.errors.length > 0}>
              <PostedForm
                action={at.refuse}
                form={{ typed: form.typed, errors: form.errors }}
                submit={t.refuse}
                look="danger"
              >
                <TextArea {...fieldOf(form, 'reason')} label={t.decisionReason} rows={3} maxlength={2000} required />
              </PostedForm>
            </Details>
          </div>
        </Sheet>
      )}
    </div>
  )
}
