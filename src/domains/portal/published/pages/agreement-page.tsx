import { agreementPaper } from '#domains/agreement/agreement-document.ts'
import type { AgreementRow, SignerRow } from '#domains/agreement/queries.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { paths } from '../../paths.ts'
import type { PublicPen, PublishedAgreement } from '../../queries.ts'
import { words } from '../../words.ts'
import { Papers } from './papers.tsx'
import { PaperText } from './paper-text.tsx'
import { SampleNotice } from './sample-notice.tsx'
import type { SigningTerm } from '../signing-term.ts'
import { SigningOver, termFacts } from './signing-over.tsx'
import { SignatureGrid } from './signature-grid.tsx'

export interface VoidVersion {
  row: AgreementRow
  /** Signatures it had; they are kept and void. */
  signatures: number
}

interface AgreementProps {
  year: BlocYearRow
  agreement: PublishedAgreement
  /** Serial of the certificate behind each signature, by field. */
  serials: ReadonlyMap<string, string>
  pens: ReadonlyMap<string, PublicPen>
  voids: readonly VoidVersion[]
  term: SigningTerm | null
}

/** The whole text as on paper, who signed it, and by what to check it. */
export const AgreementPage = (props: AgreementProps) => {
  const t = words(useLocale()).agreement
  const { agreement, year } = props
  return (
    <>
      <Hero title={agreement.text.title} lead={t.lead} aside={<MainFacts {...props} />} />
      <p class="public-back">
        <a href={paths.story(year.bloc.slug, year.slug)}>{t.back(year.label)}</a>
      </p>
      {agreement.row.is_sample && <SampleNotice />}
      <SigningOver term={props.term} />
      <Refusals signers={agreement.signers} />
      <PublicSection title={t.text}>
        <PaperText paper={agreementPaper(agreement.text, null)} />
      </PublicSection>
      <PublicSection title={t.signatures} id="chu-ky">
        <p class="public-note">{t.internal}</p>
        {props.pens.size > 0 && <p class="public-note">{t.byPen}</p>}
        <div class="sheet">
          <SignatureGrid {...props} />
        </div>
      </PublicSection>
      <PublicSection title={t.papers}>
        <Papers agreement={agreement} year={year} full />
      </PublicSection>
      <Voids voids={props.voids} />
    </>
  )
}

const MainFacts = ({ year, agreement, term }: AgreementProps) => {
  const t = words(useLocale()).story
  const signed = agreement.signers.filter((signer) => signer.state === 'signed').length
  return (
    <Facts
      side
      facts={[
        { label: words(useLocale()).check.bloc, value: year.bloc.name },
        { label: t.signingDay, value: formatDay(agreement.text.signingOn) },
        { label: t.signatures, value: t.signaturesOf(signed, agreement.signers.length) },
        ...termFacts(term, t),
      ]}
    />
  )
}

const Refusals = ({ signers }: { signers: readonly SignerRow[] }) => {
  const t = words(useLocale()).agreement
  return (
    <>
      {signers
        .filter((signer) => signer.state === 'refused' || signer.state === 'withdrawn')
        .map((signer) => (
          <Notice
            kind="warning"
            title={signer.state === 'refused' ? t.refusal(signer.unit_name) : t.withdrawal(signer.unit_name)}
          >
            {t.refusalBody(signer.refusal_reason ?? signer.withdrawal_reason ?? '')}
          </Notice>
        ))}
    </>
  )
}

const Voids = ({ voids }: { voids: readonly VoidVersion[] }) => {
  const t = words(useLocale()).agreement
  if (voids.length === 0) return null
  return (
    <PublicSection title={t.voids}>
      <p>{t.voidsBody}</p>
      <ul class="years">
        {voids.map(({ row, signatures }) => (
          <li>
            <b>{t.voided(row.version, row.voided_at === null ? '' : formatDay(dayOf(row.voided_at)))}</b>
            <span>
              {t.refusalBody(row.void_reason ?? '')} · {t.keptSignatures(signatures)}
            </span>
          </li>
        ))}
      </ul>
    </PublicSection>
  )
}
