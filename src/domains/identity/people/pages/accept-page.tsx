import { LinkButton } from '#ui/button.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { invitationPath, signInPath, typeCodePath } from '../../paths.ts'
import { NewPasswordFields } from '../../sessions/pages/new-password-fields.tsx'
import { LoginForManagers } from '../../sessions/pages/step-up-page.tsx'
import { words } from '../../words.ts'

interface AcceptPageProps {
  code: string
  name: string
  login: string
  form: Returned
}

/** The invited person chooses a password; the code stands in the address. */
export const AcceptPage = ({ code, name, login, form }: AcceptPageProps) => {
  const t = words(useLocale()).invitation
  return (
    <div class="stack">
      <p>
        {t.hello(name)} {t.login(login)}
      </p>
      <div>
        <PostedForm action={invitationPath(code)} form={form} submit={t.accept}>
          <LoginForManagers login={login} />
          <NewPasswordFields form={form} />
        </PostedForm>
      </div>
    </div>
  )
}

/** Why a code opens nothing, and what to do instead. */
export const RefusedCodePage = ({ reason }: { reason: string }) => {
  const t = words(useLocale()).invitation
  return (
    <div class="stack">
      <Notice kind="warning" title={reason} />
      <p class="row">
        <LinkButton href={typeCodePath} look="main">
          {t.typeAnother}
        </LinkButton>
        <LinkButton href={signInPath()}>{t.toSignIn}</LinkButton>
      </p>
    </div>
  )
}
