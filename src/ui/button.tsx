import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'

type Look = 'main' | 'plain' | 'quiet' | 'danger'
type Shared = { children: Child; look?: Look; icon?: IconName | undefined }

/** Goes somewhere. A thing that changes something is a `SubmitButton` in a form. */
export const LinkButton = (props: Shared & { href: string; download?: boolean; current?: boolean }) => (
  <a
    class={classes('button', props.look ?? 'plain')}
    href={props.href}
    download={props.download}
    aria-current={props.current ? 'true' : undefined}
  >
    {props.icon && <Icon name={props.icon} size={18} />}
    {props.children}
  </a>
)

type SubmitProps = Shared & {
  name?: string
  value?: string
  /** Sends the surrounding form to another address, as "save draft" beside "send" does. */
  formAction?: string
  /** The form's id, when the button stands outside it. */
  form?: string
  /** Skips the browser's own checks, for a draft that may be incomplete. */
  unchecked?: boolean
}

export const SubmitButton = (props: SubmitProps) => (
  <button
    class={classes('button', props.look ?? 'main')}
    type="submit"
    name={props.name}
    value={props.value}
    form={props.form}
    formaction={props.formAction}
    formnovalidate={props.unchecked}
  >
    {props.icon && <Icon name={props.icon} size={18} />}
    {props.children}
  </button>
)
