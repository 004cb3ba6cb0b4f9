import type { Child } from 'hono/jsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { useWords } from './locale.tsx'

type ConfirmProps = {
  title: string
  what: Child
  whom: Child
  undo: Child
  action: string
  submit: string
  cancel: string
  danger?: boolean
  /** Hidden values and the name or second factor that the person must give. */
  children?: Child
}

/** Asks before a final act: what will happen, to whom, and whether it can be taken back. */
export const Confirm = (props: ConfirmProps) => {
  const t = useWords().confirm
  return (
    <form class="confirm" method="post" action={props.action} novalidate>
      <h2>{props.title}</h2>
      <dl class="confirm-facts">
        <dt>{t.what}</dt>
        <dd>{props.what}</dd>
        <dt>{t.whom}</dt>
        <dd>{props.whom}</dd>
        <dt>{t.undo}</dt>
        <dd>{props.undo}</dd>
      </dl>
      {props.children && <div class="fields">{props.children}</div>}
      <div class="row">
        <SubmitButton look={props.danger ? 'danger' : 'main'}>{props.submit}</SubmitButton>
        <LinkButton href={props.cancel}>{t.cancel}</LinkButton>
      </div>
    </form>
  )
}
