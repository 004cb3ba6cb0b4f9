import { describeReport } from '#capabilities/signatures/report/describe-report.ts'
import type { PdfReport } from '#capabilities/signatures/report/report.ts'
import { LinkButton } from '#ui/button.tsx'
import { classes } from '#ui/classes.ts'
import { formatMoment } from '#ui/format.ts'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { SampleNotice } from '../../published/pages/sample-notice.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import { originOf, type CheckedFile, type OurDocument } from '../check-file.ts'
import { DocumentFacts, Revisions } from './document-facts.tsx'
import { SignatureCards } from './signature-cards.tsx'

type ResultProps = Omit<CheckedFile, 'report'> & {
  report: PdfReport
  /** A file that someone sent, rather than the one we keep. */
  isUpload: boolean
}

/** What a layman needs first, then each signature, then the facts. */
export const ResultPage = (props: ResultProps) => {
  const locale = useLocale()
  const t = words(locale).check
  const { report, ours } = props
  const text = describeReport(report, locale)
  return (
    <>
      <Hero title={ours?.document.title ?? t.title} lead={<Lead {...props} />} />
      <Conclusion {...props} sentences={sentencesOf(props, text.sentences)} />
      <PublicSection title={t.signatures}>
        {report.signatures.length === 0 && <p>{t.noSignatures}</p>}
        {report.signatures.some(({ certificate }) => certificate?.internal) && (
          <p class="public-note">{words(locale).agreement.internal}</p>
        )}
        <SignatureCards report={report} texts={text.signatures} paper={ours?.paper ?? null} />
        {ours && <p class="public-note">{t.judged(formatMoment(props.judgedAt))}</p>}
      </PublicSection>
      <PublicSection title={t.facts}>
        <DocumentFacts ours={ours} facts={text.facts} />
      </PublicSection>
      {ours?.paper && <Revisions ours={ours} />}
      <p class="public-more no-print">
        <LinkButton href={paths.check} icon="search">
          {t.again}
        </LinkButton>
      </p>
    </>
  )
}

const Conclusion = (props: ResultProps & { sentences: readonly string[] }) => (
  <div class="stack">
    {props.isUpload && <OriginNotice {...props} />}
    {props.ours && <StandingNotice ours={props.ours} />}
    {props.ours?.owner?.agreement.is_sample && <SampleNotice />}
    <section class={classes('verdict', kindOf(props))}>
      <h2>{words(useLocale()).check.sentences}</h2>
      <ol>
        {props.sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ol>
    </section>
  </div>
)

/** The colour of the conclusion; the words carry the meaning. */
function kindOf({ report, ours }: ResultProps): 'success' | 'warning' | 'error' {
  if (['altered', 'revoked', 'unknownRevision'].includes(report.verdict)) return 'error'
  const stands = ours === null || ours.standing === 'published'
  return report.verdict === 'valid' && stands ? 'success' : 'warning'
}

const Lead = ({ ours, isUpload }: ResultProps) => {
  const t = words(useLocale()).check
  if (ours === null) return <>{t.lead}</>
  if (isUpload) return <>{t.oursUpload(ours.document.title)}</>
  return <>{t.ours(ours.document.title, ours.owner?.year.bloc.name ?? '')}</>
}

const kinds = { same: 'success', part: 'warning', changed: 'error', foreign: 'warning' } as const

const OriginNotice = ({ report, ours }: ResultProps) => {
  const t = words(useLocale()).check
  const origin = ours === null ? 'foreign' : originOf(report)
  const body = { same: t.sameBody, part: t.partBody, changed: t.changedBody, foreign: t.foreignBody }[origin]
  return (
    <Notice kind={kinds[origin]} title={t[origin]}>
      {body}
      {ours?.standing === 'published' && origin !== 'same' && (
        <p>
          <a href={paths.checkCode(ours.document.code)}>{t.open}</a>
        </p>
      )}
    </Notice>
  )
}

/** Says of a document of ours that it is not, or not yet, in force. */
export const StandingNotice = ({ ours }: { ours: OurDocument }) => {
  const t = words(useLocale()).check
  if (ours.standing === 'published') return null
  if (ours.standing === 'void') {
    return (
      <Notice kind="error" title={t.void}>
        {t.voidBody(ours.owner?.agreement.void_reason ?? '')}
      </Notice>
    )
  }
  const [title, body] = {
    withdrawn: [t.withdrawn, t.withdrawnBody],
    unpublished: [t.unpublished, t.unpublishedBody],
    internal: [t.internal, t.internalBody],
  }[ours.standing]
  return (
    <Notice kind="warning" title={title ?? ''}>
      {body}
    </Notice>
  )
}

/** What is true, how many signed, what to do; a paper that is not in force is never recommended. */
const sentencesOf = ({ ours }: ResultProps, sentences: readonly string[]) =>
  ours !== null && ours.standing !== 'published' ? sentences.slice(0, -1) : sentences
