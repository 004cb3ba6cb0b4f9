import { Beside } from '#ui/beside.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Diff } from '#ui/diff.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { MarkedText, spanAnchor } from '#ui/marked-text.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import type { Difference } from '../differences.ts'
import type { ReadingRow } from '../queries.ts'
import type { StandingDoubt } from '../standing-doubts.ts'
import { words } from '../words.ts'
import { ArticleFacts } from './article-facts.tsx'
import { CorrectionForm, type CorrectionFormProps } from './correction-form.tsx'
import { KeptContent } from './kept-content.tsx'
import { markOf, marksOf, type Mark } from './marks.ts'

export interface ReadingPageProps {
  blocName: string
  reading: Pick<ReadingRow, 'file_name' | 'source_text' | 'draft' | 'version' | 'read_at' | 'kept_at'>
  doubts: readonly StandingDoubt[]
  differences: readonly Difference[]
  /** `null` when this person only looks, or when the reading was kept. */
  correction: Pick<CorrectionFormProps, 'action' | 'keeping' | 'form'> | null
  /** The year's agreement, once there is one. */
  agreement: string | null
  /** Someone else saved first: what stands saved, and what was typed. */
  conflict?: { theirs: string; mine: string } | undefined
  refused?: string | undefined
}

const Differences = ({ differences }: Pick<ReadingPageProps, 'differences'>) => {
  const t = words(useLocale())
  if (differences.length === 0) return null
  const sentence = (each: Difference) =>
    'names' in each ? t.differences[each.key](each.names) : t.differences[each.key](each.said, each.known)
  return (
    <Notice kind="warning" title={t.show.differences}>
      <ul class="error-list">
        {differences.map((each) => (
          <li>
            {sentence(each)} <a href={`#${each.field}`}>{t.show.seeField}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Doubts = ({ doubts, marks }: Pick<ReadingPageProps, 'doubts'> & { marks: readonly Mark[] }) => {
  const locale = useLocale()
  const t = words(locale).show
  if (doubts.length === 0) return <Notice kind="success" title={t.noDoubts} />
  return (
    <Notice kind="warning" title={t.doubts(doubts.length)}>
      <ul class="error-list">
        {doubts.map((one) => {
          const mark = markOf(marks, one.doubt.span)
          return (
            <li>
              {one.doubt.message[locale]}. {one.field !== null && <a href={`#${one.field}`}>{t.seeField}</a>}
              {one.field !== null && mark !== undefined && ' · '}
              {mark !== undefined && <a href={`#${spanAnchor(mark.id)}`}>{t.seeInText}</a>}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

const Standing = ({ reading, agreement }: Pick<ReadingPageProps, 'reading' | 'agreement'>) => {
  const t = words(useLocale()).show
  if (agreement === null) return null
  return (
    <Notice kind="info" title={reading.kept_at === null ? t.started : t.kept}>
      <LinkButton href={agreement}>{t.toAgreement}</LinkButton>
    </Notice>
  )
}

const BothTexts = ({ theirs, mine }: { theirs: string; mine: string }) => {
  const t = words(useLocale()).show
  return (
    <div class="stack">
      <Notice kind="error" title={t.conflict}>
        {t.conflictBody}
      </Notice>
      <Diff older={{ title: t.theirs, text: theirs }} newer={{ title: t.mine, text: mine }} />
    </div>
  )
}

/** What was read, beside the text it was read from; each leads to the other. */
export const ReadingPage = (props: ReadingPageProps) => {
  const { reading, doubts, correction } = props
  const locale = useLocale()
  const t = words(locale).show
  const marks = marksOf(reading.draft, doubts, t, locale)
  const fieldHref = ({ id }: { id: string }) => `#${marks.find((mark) => mark.id === id)?.field ?? 'noi-dung'}`
  const { draft, source_text: source, version } = reading
  const under = [reading.file_name, formatMoment(reading.read_at)].filter((part) => part !== '').join(', ')
  return (
    <>
      <PageHead over={props.blocName} title={t.heading} under={under} />
      <div class="stack">
        {props.refused && <Notice kind="error" title={props.refused} />}
        {props.conflict && <BothTexts {...props.conflict} />}
        {correction && <ErrorSummary errors={correction.form.errors} />}
        <Standing {...props} />
        <Beside label={t.article} aside={<MarkedText text={source} spans={marks} fieldHref={fieldHref} />}>
          <div class="stack">
            <Differences {...props} />
            <Doubts doubts={doubts} marks={marks} />
            <ArticleFacts draft={draft} doubts={doubts} />
            {correction === null ? (
              <KeptContent draft={draft} />
            ) : (
              <CorrectionForm {...correction} version={version} draft={draft} source={source} doubts={doubts} />
            )}
          </div>
        </Beside>
      </div>
    </>
  )
}
