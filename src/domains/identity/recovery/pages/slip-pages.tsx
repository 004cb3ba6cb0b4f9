import { printCode } from '#platform/id.ts'
import { LinkButton } from '#ui/button.tsx'
import { CodeSlip } from '#ui/code-slip.tsx'
import { CodeField } from '#ui/form/code-field.tsx'
import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { signInPath } from '../../paths.ts'
import { NewPasswordFields } from '../../sessions/pages/new-password-fields.tsx'
import { LoginForManagers } from '../../sessions/pages/step-up-page.tsx'
import { words as identityWords } from '../../words.ts'
import { recoveriesPath, slipPath, typeSlipPath } from '../paths.ts'
import { words } from '../words.ts'

interface RecoverySlipPageProps {
  person: string
  login: string
  code: string
  expiresAt: Date
  /** 'https://thidua.example.vn' */
  origin: string
}

/** The code with which a recovered person chooses a new password. */
export const RecoverySlipPage = ({ person, login, code, expiresAt, origin }: RecoverySlipPageProps) => {
  const t = words(useLocale()).slip
  return (
    <CodeSlip
      title={t.title}
      warning={{ title: t.once, body: `${t.onceBody} ${t.print}` }}
      name={person}
      facts={[
        { label: t.site, value: `${origin}${typeSlipPath}` },
        { label: t.code, value: <b>{printCode(code)}</b> },
        { label: t.login, value: login },
        { label: t.until, value: formatMoment(expiresAt) },
      ]}
      notes={[t.what, t.secret]}
      done={{ label: t.done, href: recoveriesPath }}
    />
  )
}

export const TypeSlipPage = ({ form }: { form: Returned }) => {
  const locale = useLocale()
  const t = words(locale).type
  return (
    <PostedForm
      action={typeSlipPath}
      form={form}
      submit={t.next}
      cancel={{ label: identityWords(locale).invitation.toSignIn, href: signInPath() }}
    >
      <CodeField form={form} label={t.code} help={t.codeHelp} />
    </PostedForm>
  )
}

interface NewPasswordPageProps {
  code: string
  person: string
  login: string
  form: Returned
}

export const NewPasswordPage = ({ code, person, login, form }: NewPasswordPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <div class="stack">
      <p>
        {t.type.hello(person)} {identityWords(locale).invitation.login(login)}
      </p>
      <p>{t.slip.what}</p>
      <div>
        <PostedForm action={slipPath(code)} form={form} submit={t.type.submit}>
          <LoginForManagers login={login} />
          <NewPasswordFields form={form} />
        </PostedForm>
      </div>
    </div>
  )
}

/** Why a slip opens nothing, and what to do instead. */
export const RefusedSlipPage = ({ reason }: { reason: string }) => {
  const locale = useLocale()
  return (
    <div class="stack">
      <Notice kind="warning" title={reason} />
      <p class="row">
        <LinkButton href={typeSlipPath} look="main">
          {words(locale).type.another}
        </LinkButton>
        <LinkButton href={signInPath()}>{identityWords(locale).invitation.toSignIn}</LinkButton>
      </p>
    </div>
  )
}
