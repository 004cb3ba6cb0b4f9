import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { signInPath, typeCodePath } from '../../paths.ts'
import { words } from '../../words.ts'

/** What was typed as a login stays after a failure; a password never does. */
export const SignInPage = ({ back, form }: { back: string | undefined; form: Returned }) => {
  const t = words(useLocale()).signIn
  const password = { ...fieldOf(form, 'password'), value: undefined }
  return (
    <>
      <PostedForm action={signInPath(back)} form={form} submit={t.submit}>
        <TextField {...fieldOf(form, 'login')} label={t.login} help={t.loginHelp} autocomplete="username" required />
        <TextField {...password} label={t.password} type="password" autocomplete="current-password" required />
      </PostedForm>
      <p>
        <a href={typeCodePath}>{t.haveCode}</a>
      </p>
      <p class="mute">{t.lost}</p>
    </>
  )
}
