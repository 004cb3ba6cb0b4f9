import { LinkButton, SubmitButton } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { Progress } from './progress.tsx'
import { TextField } from './text-field.tsx'

type SignPaperProps = {
  /** The signer's sealed key, JSON; absent when no certificate is in force. */
  sealed: string | null
  /** Where the turn is taken, where the signature is given, and where one goes then. */
  turn: string
  signature: string
  done: string
  /** Where a certificate is made. */
  certificates: string
  words: Record<
    'passphrase' | 'passphraseHelp' | 'do' | 'noCertificate' | 'noCertificateBody' | 'makeCertificate' | 'needsScript',
    string
  > & { progress: Readonly<Record<string, string>> }
}

/** Where a person signs with the own key, or is led to one. */
export const SignPaper = ({ sealed, words: t, ...at }: SignPaperProps) =>
  sealed === null ? (
    <Notice kind="info" title={t.noCertificate}>
      <p>{t.noCertificateBody}</p>
      <LinkButton href={at.certificates} look="main">
        {t.makeCertificate}
      </LinkButton>
    </Notice>
  ) : (
    <>
      <noscript>
        <Notice kind="warning" title={t.needsScript} />
      </noscript>
      <sign-paper data-sealed={sealed} data-turn={at.turn} data-signature={at.signature} data-done={at.done}>
        <form class="fields">
          <TextField
            name="passphrase"
            type="password"
            label={t.passphrase}
            help={t.passphraseHelp}
            autocomplete="off"
            required
          />
          <Progress sentences={t.progress} />
          <div class="row">
            <SubmitButton icon="pen">{t.do}</SubmitButton>
          </div>
        </form>
      </sign-paper>
    </>
  )
