import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { ConsultationRow, ProvisionRow } from '../../drafts/queries.ts'
import { Frame } from '../../pages/frame.tsx'
import { labelOf, Remark } from '../../pages/provision-parts.tsx'
import { consultationPaths } from '../../paths.ts'
import { words } from '../../words.ts'
import type { PolicyCommentState } from '../comment.ts'
import type { CommentRow } from '../queries.ts'

interface CheckingPageProps {
  year: BlocYearRow
  at: readonly [string, string]
  consultation: ConsultationRow
  provisions: readonly ProvisionRow[]
  comments: readonly CommentRow[]
  mayCheck: boolean
  failed: { key: string; form: Returned } | undefined
}

const shapes = { draft: 'none', sent: 'done', waiting: 'soon', hidden: 'none' } satisfies Record<
  PolicyCommentState,
  StateKind
>
const empty: Returned = { typed: {}, errors: [] }

const Verdict = ({ comment, ...props }: CheckingPageProps & { comment: CommentRow }) => {
  const t = words(useLocale())
  const action = consultationPaths.checked(comment.id, ...props.at, props.consultation.id)
  const form = props.failed?.key === comment.id ? props.failed.form : undefined
  return (
    <>
      {comment.state !== 'sent' && (
        <form method="post" action={action}>
          <input type="hidden" name="verdict" value="show" />
          <SubmitButton look="plain">{t.show}</SubmitButton>
        </form>
      )}
      {comment.state !== 'hidden' && (
        <Details summary={t.hide} open={form !== undefined}>
          <PostedForm action={action} form={form ?? empty} submit={t.hide}>
            <input type="hidden" name="verdict" value="hide" />
            <TextField
              {...fieldOf(form ?? empty, 'reason')}
              id={form === undefined ? `reason-${comment.id}` : 'reason'}
              label={t.hideReason}
              maxlength={500}
              required
            />
          </PostedForm>
        </Details>
      )}
    </>
  )
}

const order: Readonly<Record<PolicyCommentState, number>> = { waiting: 0, draft: 1, sent: 2, hidden: 3 }

/** What the public wrote, what waits first. */
export const CheckingPage = (props: CheckingPageProps) => {
  const t = words(useLocale())
  const { year, at, consultation, provisions } = props
  const here = [...at, consultation.id] as const
  const comments = props.comments.toSorted((one, other) => order[one.state] - order[other.state])
  const crumbs = [
    { label: t.title, href: consultationPaths.list(...at) },
    { label: consultation.title, href: consultationPaths.one(...here) },
  ]
  return (
    <Frame year={year} title={t.checking} under={t.checkingNote} crumbs={crumbs}>
      {props.failed?.form.refused !== undefined && <Notice kind="error">{props.failed.form.refused}</Notice>}
      <Sheet>
        {comments.length === 0 ? (
          <Empty title={t.checkNone} />
        ) : (
          <ul class="remarks">
            {comments.map((comment) => {
              const provision = provisions.find(({ id }) => id === comment.provision_id)
              return (
                <Remark
                  comment={comment}
                  provision={provision}
                  beside={
                    <>
                      {provision === undefined ? t.general : labelOf(t, provision)}{' '}
                      <State kind={shapes[comment.state]}>{t.checkStates[comment.state]}</State>
                    </>
                  }
                >
                  {comment.hidden_reason !== '' && (
                    <p class="mute">
                      {t.hideReason}: {comment.hidden_reason}
                    </p>
                  )}
                  {props.mayCheck && comment.outcome === null && <Verdict {...props} comment={comment} />}
                </Remark>
              )
            })}
          </ul>
        )}
      </Sheet>
    </Frame>
  )
}
