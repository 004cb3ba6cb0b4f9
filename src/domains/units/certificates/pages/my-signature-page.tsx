import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Progress } from '#ui/form/progress.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { dayOf, formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { certificatePaths } from '../paths.ts'
import { words } from '../words.ts'

export interface HeldCertificate {
  serial: string
  valid_from: Date
  valid_to: Date
  revoked_at: Date | null
  revoked_reason: string | null
}

export interface MandateToSign {
  id: string
  post: string
  unit: string
  challenge: string
  certificates: readonly HeldCertificate[]
}

const isUsable = (certificate: HeldCertificate) => certificate.revoked_at === null

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

const Certificate = ({ certificate }: { certificate: HeldCertificate }) => {
  const t = words(useLocale())
  const day = (moment: Date) => formatDay(dayOf(moment))
  const { revoked_at: revokedAt } = certificate
  return (
    <li>
      <span class="code">{t.serial(certificate.serial)}</span>{' '}
      {revokedAt === null ? (
        <State kind="done">{t.valid(day(certificate.valid_from), day(certificate.valid_to))}</State>
      ) : (
        <State kind="none">{certificate.revoked_reason === 'replaced' ? t.replaced : t.revoked(day(revokedAt))}</State>
      )}
    </li>
  )
}

const MandateSheet = ({ mandate, back }: { mandate: MandateToSign; back: string }) => {
  const t = words(useLocale())
  const usable = mandate.certificates.some(isUsable)
  return (
    <Sheet title={t.mandate(mandate.post, mandate.unit)}>
      <div class="stack">
        {mandate.certificates.length > 0 && (
          <ul class="plain-list">
            {mandate.certificates.map((certificate) => (
              <Certificate certificate={certificate} />
            ))}
          </ul>
        )}
        {usable ? (
          <Details summary={t.makeAgain}>
            <MakeKey mandate={mandate} again back={back} />
          </Details>
        ) : (
          <MakeKey mandate={mandate} again={false} back={back} />
        )}
      </div>
    </Sheet>
  )
}

/** The signatures of one person: one for each mandate to sign. */
export const MySignaturePage = ({ mandates, back }: { mandates: readonly MandateToSign[]; back: string | null }) => {
  const t = words(useLocale())
  const done = back ?? certificatePaths.mine
  return (
    <>
      <PageHead title={t.heading} under={t.intro} />
      <div class="stack">
        <Notice kind="info" title={t.notOfficial} />
        {back !== null && mandates.some((mandate) => mandate.certificates.some(isUsable)) && (
          <LinkButton href={back} look="main">
            {t.goBack}
          </LinkButton>
        )}
        {mandates.length === 0 && <Empty title={t.none}>{t.noneBody}</Empty>}
        {mandates.map((mandate) => (
          <MandateSheet mandate={mandate} back={done} />
        ))}
      </div>
    </>
  )
}
