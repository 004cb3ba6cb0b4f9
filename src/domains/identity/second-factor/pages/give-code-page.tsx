import { PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { signInPath } from '../../paths.ts'
import { PasskeyForm } from '../../passkeys/pages/passkey-form.tsx'
import { passkeySignInPath, signInOptionsPath } from '../../passkeys/paths.ts'
import { words as passkeyWords } from '../../passkeys/words.ts'
import { giveCodePath } from '../paths.ts'
import type { SessionProof } from '../second-factor.ts'
import { words } from '../words.ts'
import { CodeField } from './switch-on-page.tsx'

interface GiveCodePageProps {
  name: string
  /** How the first half was proven. */
  proof: SessionProof
  back: string | undefined
  form: Returned
}

/** The second page of signing in. */
export const GiveCodePage = ({ name, proof, back, form }: GiveCodePageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <div class="stack">
      <p>{proof === 'oidc' ? t.enter.helloLinked(name) : t.enter.hello(name)}</p>
      <div>
        <PostedForm
          action={giveCodePath(back)}
          form={form}
          submit={t.enter.submit}
          cancel={{ label: t.enter.again, href: signInPath(back) }}
        >
          <CodeField form={form} label={t.enter.code} help={t.enter.codeHelp} />
        </PostedForm>
      </div>
      <PasskeyForm
        ceremony="get"
        options={signInOptionsPath}
        action={passkeySignInPath(back)}
        submit={passkeyWords(locale).use}
      />
      <p class="mute">
        <b>{t.lost}</b> {t.lostBody}
      </p>
    </div>
  )
}
