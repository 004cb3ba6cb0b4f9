import { printCode } from '#platform/id.ts'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
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

/** Shown in the answer to the confirmation that made the code, and never again. */
export const RecoverySlipPage = ({ person, login, code, expiresAt, origin }: RecoverySlipPageProps) => {
  const t = words(useLocale()).slip
  return (
    <>
      <PageHead title={t.title} />
      <div class="stack">
        <div class="no-print">
          <Notice kind="warning" title={t.once}>
            {t.onceBody} {t.print}
          </Notice>
        </div>
        <Sheet title={person}>
          <div class="stack">
            <Facts
              facts={[
                { label: t.site, value: `${origin}${typeSlipPath}` },
                { label: t.code, value: <b>{printCode(code)}</b> },
                { label: t.login, value: login },
                { label: t.until, value: formatMoment(expiresAt) },
              ]}
            />
            <p>{t.what}</p>
            <p>{t.secret}</p>
          </div>
        </Sheet>
        <p class="no-print">
          <LinkButton href={recoveriesPath}>{t.done}</LinkButton>
        </p>
      </div>
    </>
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
      <TextField
        {...fieldOf(form, 'code')}
        label={t.code}
        help={t.codeHelp}
        example="7K3M-9QXT-2VBN-4RFD"
        autocomplete="off"
        required
      />
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
