import { LinkButton } from '#ui/button.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { signInPath, typeCodePath } from '../../paths.ts'
import { linkedSignInPath } from '../../linked/paths.ts'
import { words as linkedWords } from '../../linked/words.ts'
import { PasskeyForm } from '../../passkeys/pages/passkey-form.tsx'
import { passkeySignInPath, signInOptionsPath } from '../../passkeys/paths.ts'
import { words as passkeyWords } from '../../passkeys/words.ts'
import { typeSlipPath } from '../../recovery/paths.ts'
import { words as recoveryWords } from '../../recovery/words.ts'
import { words as factorWords } from '../../second-factor/words.ts'
import { words } from '../../words.ts'

interface SignInPageProps {
  back: string | undefined
  /** Strangers used up the tries at this login: a recovery code still opens the door. */
  isThrottled: boolean
  /** How accounts of another place are called by which one may sign in, where there is one. */
  elsewhere: string | undefined
  form: Returned
}

/** What was typed as a login stays after a failure; a password never does. */
export const SignInPage = ({ back, isThrottled, elsewhere, form }: SignInPageProps) => {
  const locale = useLocale()
  const t = words(locale).signIn
  const factor = factorWords(locale)
  const password = { ...fieldOf(form, 'password'), value: undefined }
  return (
    <>
      <PostedForm action={signInPath(back)} form={form} submit={t.submit}>
        <TextField {...fieldOf(form, 'login')} label={t.login} help={t.loginHelp} autocomplete="username" required />
        <TextField {...password} label={t.password} type="password" autocomplete="current-password" required />
        {isThrottled && (
          <TextField
            {...fieldOf(form, 'code')}
            value={undefined}
            label={factor.throttled}
            help={factor.throttledHelp}
            autocomplete="off"
          />
        )}
      </PostedForm>
      <PasskeyForm
        ceremony="get"
        options={signInOptionsPath}
        action={passkeySignInPath(back)}
        submit={passkeyWords(locale).use}
      />
      {elsewhere !== undefined && (
        <p>
          <LinkButton href={linkedSignInPath(back)}>{linkedWords(locale).signIn(elsewhere)}</LinkButton>
        </p>
      )}
      <p>
        <a href={typeCodePath}>{t.haveCode}</a>
      </p>
      <p>
        <a href={typeSlipPath}>{recoveryWords(locale).type.link}</a>
      </p>
      <p class="mute">{t.lost}</p>
    </>
  )
}
