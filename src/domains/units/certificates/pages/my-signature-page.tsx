import type { CertificateRow } from '#capabilities/signatures/keeping/certificates.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Progress } from '#ui/form/progress.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { isUsableAt } from '../certificate.ts'
import { certificatePaths } from '../paths.ts'
import { words } from '../words.ts'
import { CertificateList } from './certificate-list.tsx'

export interface MandateToSign {
  id: string
  post: string
  unit: string
  challenge: string
  certificates: readonly CertificateRow[]
  /** A key of an earlier certificate that its holder may go on with. */
  earlierKey: { publicKey: string; sealed: string } | null
}

const MakeKey = ({ mandate, again, back }: { mandate: MandateToSign; again: boolean; back: string }) => {
  const t = words(useLocale())
  return (
    <>
      <noscript>
        <Notice kind="warning" title={t.needsScript} />
      </noscript>
      <make-key
        data-challenge={mandate.challenge}
        data-request={certificatePaths.request(mandate.id)}
        data-mandate={mandate.id}
        data-done={back}
      >
        <form class="fields">
          {again && <p>{t.againBody}</p>}
          <TextField
            name="passphrase"
            id={`passphrase-${mandate.id}`}
            type="password"
            label={t.passphrase}
            help={t.passphraseHelp}
            autocomplete="new-password"
            required
          />
          <TextField
            name="repeat"
            id={`repeat-${mandate.id}`}
            type="password"
            label={t.repeat}
            autocomplete="new-password"
            required
          />
          <Progress sentences={t.progress} />
          <div class="row">
            <SubmitButton>{again ? t.makeAgain : t.make}</SubmitButton>
          </div>
        </form>
      </make-key>
    </>
  )
}

/** The key that the person has already, with a certificate for one more mandate. */
const ReuseKey = ({ mandate, back }: { mandate: MandateToSign; back: string }) => {
  const t = words(useLocale())
  return (
    <make-key
      data-challenge={mandate.challenge}
      data-request={certificatePaths.request(mandate.id)}
      data-mandate={mandate.id}
      data-done={back}
      data-public-key={mandate.earlierKey?.publicKey}
      data-sealed={mandate.earlierKey?.sealed}
    >
      <form class="fields">
        <p>{t.reuseBody}</p>
        <TextField
          name="passphrase"
          id={`current-${mandate.id}`}
          type="password"
          label={t.currentPassphrase}
          autocomplete="current-password"
          required
        />
        <Progress sentences={t.progress} />
        <div class="row">
          <SubmitButton>{t.reuse}</SubmitButton>
        </div>
      </form>
    </make-key>
  )
}

const Begin = ({ mandate, back }: { mandate: MandateToSign; back: string }) => {
  const t = words(useLocale())
  if (mandate.earlierKey === null) return <MakeKey mandate={mandate} again={false} back={back} />
  return (
    <>
      <ReuseKey mandate={mandate} back={back} />
      <Details summary={t.makeOther}>
        <MakeKey mandate={mandate} again={false} back={back} />
      </Details>
    </>
  )
}

const MandateSheet = ({ mandate, back, now }: { mandate: MandateToSign; back: string; now: Date }) => {
  const t = words(useLocale())
  const usable = mandate.certificates.some((certificate) => isUsableAt(now, certificate))
  return (
    <Sheet title={t.mandate(mandate.post, mandate.unit)}>
      <div class="stack">
        {mandate.certificates.length > 0 && <CertificateList certificates={mandate.certificates} now={now} />}
        {usable ? (
          <Details summary={t.makeAgain}>
            <MakeKey mandate={mandate} again back={back} />
          </Details>
        ) : (
          <Begin mandate={mandate} back={back} />
        )}
      </div>
    </Sheet>
  )
}

interface MySignaturePageProps {
  mandates: readonly MandateToSign[]
  back: string | null
  now: Date
}

/** The signatures of one person: one for each mandate to sign. */
export const MySignaturePage = ({ mandates, back, now }: MySignaturePageProps) => {
  const t = words(useLocale())
  const done = back ?? certificatePaths.mine
  const isReady = mandates.some(({ certificates }) => certificates.some((certificate) => isUsableAt(now, certificate)))
  return (
    <>
      <PageHead title={t.heading} under={t.intro} />
      <div class="stack">
        <Notice kind="info" title={t.notOfficial} />
        {back !== null && isReady && (
          <LinkButton href={back} look="main">
            {t.goBack}
          </LinkButton>
        )}
        {mandates.length === 0 && <Empty title={t.none}>{t.noneBody}</Empty>}
        {mandates.map((mandate) => (
          <MandateSheet mandate={mandate} back={done} now={now} />
        ))}
      </div>
    </>
  )
}
