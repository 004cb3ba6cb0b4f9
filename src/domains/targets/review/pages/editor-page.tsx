import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import type { ReviewFinding } from '../check-review.ts'
import { reviewPaths } from '../paths.ts'
import {
  reviewSections,
  type ChangedFigure,
  type Review,
  type ReviewClause,
  type YearReviewSection,
} from '../review.ts'
import { spanName } from '../review-document.ts'
import { words } from '../words.ts'
import { ReviewClauseForm } from './clause-form.tsx'
import { FindingsList } from './findings-list.tsx'

export interface EditorPageProps {
  at: readonly [bloc: string, year: string, review: string]
  blocName: string
  review: Review
  clauses: readonly ReviewClause[]
  changed: ReadonlyMap<string, readonly ChangedFigure[]>
  findings: readonly ReviewFinding[]
  form: ReturnedForm
}

const sectionAnchor = (section: YearReviewSection) => `phan-${section}`

const Section = ({ at, section, clauses, changed }: EditorPageProps & { section: YearReviewSection }) => {
  const t = words(useLocale())
  const own = clauses.filter((clause) => clause.section === section)
  return (
    <Sheet title={t.sections[section]} id={sectionAnchor(section)}>
      {own.length === 0 && <p class="mute">{t.editor.noClauses}</p>}
      {own.map((clause, index) => (
        <ReviewClauseForm at={at} clause={clause} number={index + 1} changed={changed.get(clause.id) ?? []} />
      ))}
      <form method="post" action={reviewPaths.clauses(...at)}>
        <SubmitButton look="quiet" icon="plus" name="section" value={section}>
          {t.editor.add}
        </SubmitButton>
      </form>
    </Sheet>
  )
}

const Head = ({ at, review, form }: EditorPageProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.editor.head}>
      <PostedForm action={reviewPaths.head(...at)} form={form} submit={t.editor.saveHead}>
        <input type="hidden" name="version" value={String(review.version)} />
        <TextField {...fieldOf(form, 'place', review.place)} label={t.start.place} help={t.start.placeHelp} />
        <DayField {...fieldOf(form, 'datedOn', review.dated_on)} label={t.start.datedOn} required />
      </PostedForm>
    </Sheet>
  )
}

/** The whole draft on one page: what to look at again, then section by section in the order of the paper. */
export const ReviewEditorPage = (props: EditorPageProps) => {
  const { at, review, findings } = props
  const t = words(useLocale())
  const changes = [...props.changed.values()].reduce((total, list) => total + list.length, 0)
  const actions = (
    <>
      <LinkButton href={reviewPaths.pdf(...at)}>{t.editor.preview}</LinkButton>
      <LinkButton href={reviewPaths.docx(...at)}>{t.editor.word}</LinkButton>
      <LinkButton href={reviewPaths.finishing(...at)} look="main">
        {t.editor.toFinish}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHead
        over={props.blocName}
        title={t.editor.heading(t.kinds[review.kind], spanName(review))}
        state={<State kind="open">{t.states.draft}</State>}
        actions={actions}
      />
      <div class="stack">
        {changes > 0 && <Notice kind="warning" title={t.editor.changedCount(changes)} />}
        <form method="post" action={reviewPaths.redraw(...at)} class="row">
          <SubmitButton look="plain">{t.editor.redraw}</SubmitButton>
          <span class="mute small">{t.editor.redrawHelp}</span>
        </form>
        <Sheet title={t.editor.findings}>
          <FindingsList findings={findings} />
        </Sheet>
        {reviewSections.map((section) => (
          <Section {...props} section={section} />
        ))}
        <Head {...props} />
      </div>
    </>
  )
}
