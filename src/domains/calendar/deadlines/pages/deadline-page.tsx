import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { isPast } from '#platform/clock.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Facts, type Fact } from '#ui/facts.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { deadline as dueIn, formatDay } from '#ui/format.ts'
import { History, type HistoryEntry } from '#ui/history.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { yearCrumbs } from '../../pages/year-crumbs.tsx'
import { isWritten, sourceOf } from '../deadline.ts'
import { nameOf } from '../name-of.ts'
import { deadlinePaths } from '../paths.ts'
import type { DeadlineRow } from '../queries.ts'
import { words, type DeadlineWords } from '../words.ts'

interface OneDeadline {
  locale: Locale
  year: BlocYearRow
  deadline: DeadlineRow
}

interface DeadlinePageProps extends OneDeadline {
  today: string
  /** The short name of the unit that it is for. */
  unit: string | undefined
  history: readonly HistoryEntry[]
  /** Whether the reader's unit has an open task for it. */
  mayClose: boolean
  mayChange: boolean
}

export const calendarCrumbs = (year: BlocYearRow, locale: Locale) => [
  ...yearCrumbs(year, locale),
  { label: words(locale).title, href: deadlinePaths.calendar(year.bloc.slug, year.slug) },
]

function dayIn(t: DeadlineWords, row: DeadlineRow): string {
  const [from, to] = [formatDay(row.starts_on), formatDay(row.ends_on)]
  const days = row.starts_on === row.ends_on ? to : t.days(from, to)
  if (row.starts_at === null) return days
  return `${days}, ${row.ends_at === null ? t.at(row.starts_at) : t.atTo(row.starts_at, row.ends_at)}`
}

const factsOf = (t: DeadlineWords, { deadline, unit }: DeadlinePageProps): Fact[] => [
  { label: t.day, value: dayIn(t, deadline) },
  { label: t.kind, value: t.kinds[deadline.kind] },
  { label: t.audience, value: unit ?? t.audiences[deadline.audience] },
  ...(deadline.place === '' ? [] : [{ label: t.place, value: deadline.place }]),
  ...(deadline.note === '' ? [] : [{ label: t.note, value: deadline.note }]),
  { label: t.source, value: t.sources[sourceOf(deadline.naming)] ?? '' },
]

const StateOf = ({ deadline, today, locale }: DeadlinePageProps) => {
  const t = words(locale)
  if (deadline.cancelled_at !== null) return <State kind="none">{t.cancelled}</State>
  if (isPast(deadline.ends_on, today)) return <State kind="none">{t.over}</State>
  const { state, text } = dueIn(deadline.ends_on, today, locale)
  return <State kind={state}>{text}</State>
}

const Acts = ({ locale, year, deadline, mayChange }: DeadlinePageProps) => {
  const t = words(locale)
  const at = [year.bloc.slug, year.slug, deadline.id] as const
  return (
    <>
      {deadline.path && <LinkButton href={deadline.path}>{t.open}</LinkButton>}
      {mayChange && <LinkButton href={deadlinePaths.change(...at)}>{t.change}</LinkButton>}
      {mayChange && <LinkButton href={deadlinePaths.cancel(...at)}>{t.cancel}</LinkButton>}
    </>
  )
}

/** One deadline or event: when, where, for whom, and what the reader may do about it. */
export const DeadlinePage = (props: DeadlinePageProps) => {
  const { locale, year, deadline } = props
  const t = words(locale)
  return (
    <div class="stack">
      <Breadcrumb crumbs={calendarCrumbs(year, locale)} />
      <PageHead title={nameOf(deadline, locale)} state={<StateOf {...props} />} actions={<Acts {...props} />} />
      {deadline.cancelled_at !== null && deadline.cancel_reason !== '' && (
        <Notice kind="warning" title={t.cancelledWhy(deadline.cancel_reason ?? '')} />
      )}
      <Sheet>
        <Facts facts={factsOf(t, props)} />
      </Sheet>
      {props.mayClose && isWritten(deadline) && (
        <Sheet title={t.finished}>
          <form class="stack tight" method="post" action={deadlinePaths.done(year.bloc.slug, year.slug, deadline.id)}>
            <p>{t.doneNote}</p>
            <p>
              <SubmitButton icon="check">{t.done}</SubmitButton>
            </p>
          </form>
        </Sheet>
      )}
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </div>
  )
}

/** Asks for the reason, and says what will follow. */
export const CancelPage = ({ locale, year, deadline, form }: OneDeadline & { form: Returned }) => {
  const t = words(locale)
  const at = [year.bloc.slug, year.slug, deadline.id] as const
  return (
    <div class="stack">
      <Breadcrumb crumbs={calendarCrumbs(year, locale)} />
      <PageHead title={t.cancelTitle(nameOf(deadline, locale))} />
      <p>{t.cancelNote}</p>
      <PostedForm
        action={deadlinePaths.cancel(...at)}
        form={form}
        submit={t.cancelIt}
        look="danger"
        cancel={{ label: t.keep, href: deadlinePaths.deadline(...at) }}
      >
        <TextArea {...fieldOf(form, 'reason')} label={t.reason} rows={3} required />
      </PostedForm>
    </div>
  )
}
