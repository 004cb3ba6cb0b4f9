import { Breadcrumb, type Crumb } from '#ui/breadcrumb.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { AssignmentRow } from '../queries.ts'
import { words } from '../words.ts'
import { TurnState } from './overview-page.tsx'

/** What every page of one turn says of it. */
export interface TurnHead {
  crumbs: readonly Crumb[]
  over: string
  turn: AssignmentRow
  unit: string
  isLate: boolean
  form: Returned
  at: { opening: string; refusal: string; marks: string; sending: string; overview: string }
}

/** The assessor steps back, with what the conflict is. */
export const Refusing = ({ turn, form, at }: TurnHead) => {
  const t = words(useLocale()).question
  return (
    <PostedForm action={at.refusal} form={form} submit={t.has} look="danger">
      <input type="hidden" name="edition" value={String(turn.edition)} />
      <TextArea {...fieldOf(form, 'reason')} label={t.reason} help={t.reasonHelp} rows={3} maxlength={1000} required />
    </PostedForm>
  )
}

/** Asked before the first page: whether there is a conflict of interest. */
export const QuestionPage = (props: TurnHead & { waits: string | undefined }) => {
  const t = words(useLocale()).question
  const isOpen = props.form.errors.length > 0
  return (
    <div class="stack">
      <Breadcrumb crumbs={props.crumbs} />
      <PageHead
        over={props.over}
        title={t.title(props.unit)}
        state={<TurnState state={props.turn.state} isLate={props.isLate} />}
      />
      {props.waits !== undefined && <Notice kind="info" title={props.waits} />}
      {props.form.refused !== undefined && <Notice kind="error" title={props.form.refused} />}
      <Sheet title={t.ask}>
        <div class="stack">
          <p>{t.what}</p>
          {props.waits === undefined && (
            <form method="post" action={props.at.opening} class="stack">
              <input type="hidden" name="edition" value={String(props.turn.edition)} />
              <p class="mute">{t.noneNote}</p>
              <SubmitButton look="main" icon="check">
                {t.none}
              </SubmitButton>
            </form>
          )}
          <Details summary={t.has} open={isOpen}>
            <Refusing {...props} form={{ typed: props.form.typed, errors: props.form.errors }} />
          </Details>
        </div>
      </Sheet>
    </div>
  )
}
