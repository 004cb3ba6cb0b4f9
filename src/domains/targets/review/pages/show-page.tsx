import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { reviewPaths } from '../paths.ts'
import { reviewSections, type Review, type ReviewClause } from '../review.ts'
import { spanName } from '../review-document.ts'
import { words } from '../words.ts'

interface ShowPageProps {
  at: readonly [bloc: string, year: string, review: string]
  blocName: string
  review: Review
  clauses: readonly ReviewClause[]
  history: readonly HistoryEntry[]
}

/** A finished review, or a draft for those who only read it. */
export const ReviewPage = ({ at, blocName, review, clauses, history }: ShowPageProps) => {
  const t = words(useLocale())
  const isFinished = review.state === 'finished'
  const shown = reviewSections
    .map((section) => ({ section, own: clauses.filter((one) => one.section === section && one.text !== '') }))
    .filter(({ own }) => own.length > 0)
  return (
    <>
      <PageHead
        over={blocName}
        title={t.editor.heading(t.kinds[review.kind], spanName(review))}
        state={<State kind={isFinished ? 'done' : 'open'}>{t.states[review.state]}</State>}
        actions={
          <>
            <LinkButton href={reviewPaths.pdf(...at)} look="main">
              {t.show.pdf}
            </LinkButton>
            <LinkButton href={reviewPaths.docx(...at)}>{t.show.word}</LinkButton>
          </>
        }
      />
      <div class="stack">
        {!isFinished && <Notice kind="info" title={t.show.noDraft} />}
        {shown.map(({ section, own }) => (
          <Sheet title={t.sections[section]}>
            <ul>
              {own.map(({ text }) => (
                <li>{text}</li>
              ))}
            </ul>
          </Sheet>
        ))}
        {isFinished && review.finished_at && (
          <Sheet title={t.show.papers}>
            <Facts
              facts={[
                { label: t.show.finishedOn, value: formatMoment(review.finished_at) },
                { label: t.show.hash, value: <code>{review.paper_sha256}</code> },
              ]}
            />
          </Sheet>
        )}
        <History entries={history} />
      </div>
    </>
  )
}
