import type { Child } from 'hono/jsx'
import { SubmitButton } from '#ui/button.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { useLocale } from '#ui/locale.tsx'
import { words } from '../words.ts'

interface PasskeyFormProps {
  /** Makes a key, or signs with one. */
  ceremony: 'create' | 'get'
  /** Where the script asks what the device shall sign. */
  options: string
  action: string
  submit: string
  look?: 'main' | 'plain'
  children?: Child
}

/** Shown by the script of the page, where the browser knows passkeys; without script there is nothing to see. */
export const PasskeyForm = (props: PasskeyFormProps) => {
  const { says } = words(useLocale())
  return (
    <passkey-form data-ceremony={props.ceremony} data-options={props.options} hidden>
      <form class="stack tight" method="post" action={props.action}>
        <input type="hidden" name="response" value="" />
        {props.children && <div class="fields">{props.children}</div>}
        <Actions>
          <SubmitButton look={props.look ?? 'plain'} icon="lock">
            {props.submit}
          </SubmitButton>
        </Actions>
        <p data-progress aria-live="polite">
          {Object.entries(says).map(([key, sentence]) => (
            <span data-say={key} hidden>
              {sentence}
            </span>
          ))}
        </p>
      </form>
    </passkey-form>
  )
}
