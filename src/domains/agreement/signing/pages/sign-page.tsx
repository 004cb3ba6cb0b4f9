import { words as signatureWords } from '#capabilities/signatures/keeping/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Facts } from '#ui/facts.tsx'
import type { FieldError } from '#ui/form/error-summary.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { SignPaper } from '#ui/form/sign-paper.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { TextOfAgreement } from '../../pages/text-of-agreement.tsx'
import { readCanonical } from '../../canonical-text.ts'
import { paths } from '../../paths.ts'
import type { AgreementRow } from '../../queries.ts'
import { words } from '../../words.ts'

interface SignPageProps {
  bloc: string
  year: string
  blocName: string
  agreement: AgreementRow
  /** Who signs, with post and unit, in one sentence. */
  as: string
  /** Where the unit's place is signed by pen instead. */
  pen: string
  /** The signer's sealed key, JSON; absent when no certificate is in force. */
  sealed: string | null
  certificates: string
  refusal: { reason: string; errors: readonly FieldError[] }
}

const Refuse = ({ bloc, year, refusal }: Pick<SignPageProps, 'bloc' | 'year' | 'refusal'>) => {
  const t = words(useLocale()).sign
  const error = refusal.errors.find(({ field }) => field === 'reason')?.message
  return (
    <Details summary={t.refuse} open={error !== undefined}>
      <form method="post" action={paths.refusal(bloc, year)} class="fields">
        <p>{t.refuseBody}</p>
        <TextArea name="reason" label={t.reason} value={refusal.reason} error={error} maxlength={2000} required />
        <div class="row">
          <SubmitButton look="danger">{t.doRefuse}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

/** Where one person signs for one unit: what, as whom, with what effect. */
export const SignPage = (props: SignPageProps) => {
  const { bloc, year, agreement, sealed } = props
  const t = words(useLocale())
  const facts = [
    { label: t.agreement, value: agreement.title },
    ...(agreement.theme === '' ? [] : [{ label: t.show.theme, value: agreement.theme }]),
    ...(agreement.signing_on === null ? [] : [{ label: t.head.signingOn, value: formatDay(agreement.signing_on) }]),
    { label: t.head.place, value: agreement.place },
    { label: t.show.hash, value: <span class="code">{agreement.text_sha256}</span> },
  ]
  return (
    <>
      <PageHead over={props.blocName} title={t.sign.heading} under={props.as} />
      <div class="stack">
        {agreement.is_sample && <Notice kind="info" title={t.show.sampleBody} />}
        <Sheet title={t.show.frozenText} more={{ label: t.show.paper, href: paths.paper(bloc, year) }}>
          {agreement.canonical_text !== null && <TextOfAgreement agreement={readCanonical(agreement.canonical_text)} />}
        </Sheet>
        <Sheet title={t.sign.heading}>
          <div class="stack">
            <Facts facts={facts} />
            <p>{t.sign.statement}</p>
            <SignPaper
              sealed={sealed}
              turn={paths.signingJob(bloc, year)}
              signature={paths.signature(bloc, year)}
              done={paths.agreement(bloc, year)}
              certificates={props.certificates}
              words={signatureWords(useLocale()).sign}
            />
            <p>
              <a href={props.pen}>{t.sign.byPen}</a>
            </p>
            <Refuse {...props} />
          </div>
        </Sheet>
      </div>
    </>
  )
}
