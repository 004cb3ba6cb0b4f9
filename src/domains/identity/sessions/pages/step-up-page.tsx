import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { homePath, stepUpPath } from '../../paths.ts'
import { passkeyStepUpPath, stepUpOptionsPath } from '../../passkeys/paths.ts'
import { PasskeyForm } from '../../passkeys/pages/passkey-form.tsx'
import { words as passkeyWords } from '../../passkeys/words.ts'
import { CodeField } from '../../second-factor/pages/switch-on-page.tsx'
import type { SecondFactorShown } from '../../second-factor/queries.ts'
import { words as factorWords } from '../../second-factor/words.ts'
import { words } from '../../words.ts'

interface StepUpPageProps {
  back: string
  login: string
  factor: SecondFactorShown | undefined
  form: Returned
}

/** Asks for the password once more on the way to a final act. The page it guards is no way out: it would ask again. */
export const StepUpPage = ({ back, login, factor, form }: StepUpPageProps) => {
  const locale = useLocale()
  const t = words(locale).stepUp
  const code = factorWords(locale)
  const hasPasskey = factor !== undefined && factor.passkeys > 0
  const password = { ...fieldOf(form, 'password'), value: undefined }
  return (
    <div class="stack">
      <p>{t.why}</p>
      {hasPasskey && (
        <PasskeyForm
          ceremony="get"
          options={stepUpOptionsPath}
          action={passkeyStepUpPath(back)}
          submit={passkeyWords(locale).use}
        />
      )}
      <div>
        <PostedForm action={stepUpPath(back)} form={form} submit={t.submit} cancel={{ label: t.leave, href: homePath }}>
          <LoginForManagers login={login} />
          <TextField
            {...password}
            label={t.password}
            help={t.kept}
            type="password"
            autocomplete="current-password"
            required
          />
          {factor && <CodeField form={form} label={code.stepUpCode} help={code.enter.codeHelp} />}
        </PostedForm>
      </div>
    </div>
  )
}

/** Password managers look for the login beside the password. */
export const LoginForManagers = ({ login }: { login: string }) => (
  <input type="hidden" name="login" value={login} autocomplete="username" />
)
