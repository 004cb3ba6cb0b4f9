import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { homePath, stepUpPath } from '../../paths.ts'
import { CodeField } from '../../second-factor/pages/switch-on-page.tsx'
import { words as factorWords } from '../../second-factor/words.ts'
import { words } from '../../words.ts'

interface StepUpPageProps {
  back: string
  login: string
  hasSecondFactor: boolean
  form: Returned
}

/** Asks for the password once more on the way to a final act. The page it guards is no way out: it would ask again. */
export const StepUpPage = ({ back, login, hasSecondFactor, form }: StepUpPageProps) => {
  const locale = useLocale()
  const t = words(locale).stepUp
  const factor = factorWords(locale)
  const password = { ...fieldOf(form, 'password'), value: undefined }
  return (
    <div class="stack">
      <p>{t.why}</p>
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
          {hasSecondFactor && <CodeField form={form} label={factor.stepUpCode} help={factor.enter.codeHelp} />}
        </PostedForm>
      </div>
    </div>
  )
}

/** Password managers look for the login beside the password. */
export const LoginForManagers = ({ login }: { login: string }) => (
  <input type="hidden" name="login" value={login} autocomplete="username" />
)
