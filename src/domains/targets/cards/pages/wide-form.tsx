import type { Child } from 'hono/jsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { Notice } from '#ui/notice.tsx'

interface WideFormProps {
  action: string
  form: Returned
  submit: string
  cancel: { label: string; href: string }
  children: Child
}

/** A form that is a table: as wide as its sheet. */
export const WideForm = (props: WideFormProps) => (
  <div class="stack">
    <ErrorSummary errors={props.form.errors} />
    {props.form.refused && <Notice kind="error">{props.form.refused}</Notice>}
    <form method="post" action={props.action} novalidate>
      {props.children}
      <Actions>
        <SubmitButton>{props.submit}</SubmitButton>
        <LinkButton href={props.cancel.href}>{props.cancel.label}</LinkButton>
      </Actions>
    </form>
  </div>
)
