import type { Child } from 'hono/jsx'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Actions } from './actions.tsx'
import { ErrorSummary } from './error-summary.tsx'

/** A form as it comes back: what was typed, what is wrong where, or why a rule says no. */
export type Returned = {
  typed: Readonly<Record<string, string>>
  errors: readonly { field: string; message: string }[]
  refused?: string
}

/** Name, value and error of one field; `given` stands there until something was typed. */
export const fieldOf = (form: Returned, name: string, given?: string) => ({
  name,
  value: form.typed[name] ?? given,
  error: form.errors.find((error) => error.field === name)?.message,
})

/** Whether a box is ticked: as it was sent, or as given before anything was sent. */
export const tickOf = (form: Returned, name: string, given = false) => ({
  name,
  value: 'on',
  checked: Object.keys(form.typed).length > 0 ? form.typed[name] === 'on' : given,
  error: form.errors.find((error) => error.field === name)?.message,
})

type PostedFormProps = {
  action: string
  form: Returned
  submit: string
  cancel?: { label: string; href: string }
  look?: 'main' | 'danger'
  /** The form sends files. */
  upload?: boolean
  children?: Child
}

/** One column of fields with what is wrong above it and its buttons below. */
export const PostedForm = (props: PostedFormProps) => (
  <div class="stack">
    <ErrorSummary errors={props.form.errors} />
    {props.form.refused && <Notice kind="error">{props.form.refused}</Notice>}
    <form method="post" action={props.action} enctype={props.upload ? 'multipart/form-data' : undefined} novalidate>
      <div class="fields">{props.children}</div>
      <Actions>
        <SubmitButton look={props.look ?? 'main'}>{props.submit}</SubmitButton>
        {props.cancel && <LinkButton href={props.cancel.href}>{props.cancel.label}</LinkButton>}
      </Actions>
    </form>
  </div>
)
