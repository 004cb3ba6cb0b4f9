import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { isPast } from '#platform/clock.ts'
import type { Locale } from '#platform/words.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { deadline as dueIn, formatDayMonth } from '#ui/format.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { yearCrumbs } from '../../pages/year-crumbs.tsx'
import { monthOf, monthsBetween, sourceOf } from '../deadline.ts'
import { nameOf } from '../name-of.ts'
import { deadlinePaths } from '../paths.ts'
import type { DeadlineRow } from '../queries.ts'
import { words, type DeadlineWords } from '../words.ts'
import { MonthGrid } from './month-grid.tsx'

export interface CalendarPageProps {
  locale: Locale
  today: string
  year: BlocYearRow
  deadlines: readonly DeadlineRow[]
  /** The month shown as a grid; without one the list stands. */
  month: string | undefined
  whom: 'all' | 'mine'
  /** Short names of units, by id. */
  units: ReadonlyMap<string, string>
  may: { add: boolean; download: boolean }
  subscribe: string
}

/** "23/02", "20/02 – 23/02", with the time where there is one. */
const whenOf = (row: DeadlineRow) => {
  const days =
    row.starts_on === row.ends_on
      ? formatDayMonth(row.ends_on)
      : `${formatDayMonth(row.starts_on)} – ${formatDayMonth(row.ends_on)}`
  return row.starts_at === null ? days : `${days}, ${row.starts_at}`
}

const StateOf = ({ row, today, locale }: { row: DeadlineRow; today: string; locale: Locale }) => {
  const t = words(locale)
  if (row.cancelled_at !== null) return <State kind="none">{t.cancelled}</State>
  if (isPast(row.ends_on, today)) return <span class="mute">{t.over}</span>
  const { state, text } = dueIn(row.kind === 'event' ? row.starts_on : row.ends_on, today, locale)
  return row.kind === 'event' && row.starts_on <= today ? (
    <State kind="soon">{t.today}</State>
  ) : (
    <State kind={state === 'late' ? 'open' : state}>{text}</State>
  )
}

const columns = (t: DeadlineWords, { locale, today, year, units }: CalendarPageProps): Column<DeadlineRow>[] => [
  { key: 'day', label: t.day, cell: (row) => <span class="nowrap">{whenOf(row)}</span> },
  {
    key: 'what',
    label: t.what,
    heading: true,
    cell: (row) => (
      <>
        <a href={deadlinePaths.deadline(year.bloc.slug, year.slug, row.id)}>{nameOf(row, locale)}</a>
        {row.place !== '' && <span class="mute small"> {row.place}</span>}
      </>
    ),
  },
  { key: 'kind', label: t.kind, cell: (row) => <span class="nowrap">{t.kinds[row.kind]}</span> },
  {
    key: 'audience',
    label: t.audience,
    cell: (row) => (row.unit_id === null ? t.audiences[row.audience] : (units.get(row.unit_id) ?? '')),
  },
  { key: 'source', label: t.source, cell: (row) => t.sources[sourceOf(row.naming)] ?? '' },
  { key: 'state', label: t.state, cell: (row) => <StateOf row={row} today={today} locale={locale} /> },
]

const monthTitle = (t: DeadlineWords, month: string) => t.monthName(month.slice(5), month.slice(0, 4))

const MonthLists = (props: CalendarPageProps) => {
  const t = words(props.locale)
  const months = [...new Set(props.deadlines.map((row) => monthOf(row.ends_on)))].toSorted()
  return (
    <>
      {months.map((month) => (
        <Sheet title={monthTitle(t, month)} flush>
          <Table
            caption={monthTitle(t, month)}
            columns={columns(t, props)}
            rows={props.deadlines.filter((row) => monthOf(row.ends_on) === month)}
          />
        </Sheet>
      ))}
    </>
  )
}

/** The months of the year's days: where the grid may go. */
const withinYear = ({ year }: CalendarPageProps) => monthsBetween(monthOf(year.starts_on), monthOf(year.ends_on))

const MonthView = (props: CalendarPageProps & { month: string }) => {
  const t = words(props.locale)
  const { bloc, slug } = props.year
  const months = withinYear(props)
  const at = months.indexOf(props.month)
  const [before, after] = [months[at - 1], months[at + 1]]
  const shown = props.deadlines.filter(
    (row) => monthOf(row.starts_on) <= props.month && monthOf(row.ends_on) >= props.month,
  )
  return (
    <Sheet title={monthTitle(t, props.month)} flush>
      <MonthGrid {...props} deadlines={shown} />
      <p class="row month-steps">
        {before && <a href={deadlinePaths.month(bloc.slug, slug, before)}>{t.earlier(monthTitle(t, before))}</a>}
        {after && <a href={deadlinePaths.month(bloc.slug, slug, after)}>{t.later(monthTitle(t, after))}</a>}
      </p>
      {shown.length === 0 ? (
        <Empty title={t.noneInMonth} icon="clock" />
      ) : (
        <Table caption={monthTitle(t, props.month)} columns={columns(t, props)} rows={shown} />
      )}
    </Sheet>
  )
}

const Head = ({ locale, year, may, subscribe }: CalendarPageProps) => {
  const t = words(locale)
  const at = [year.bloc.slug, year.slug] as const
  return (
    <PageHead
      over={`${year.bloc.short_name}, ${year.label}`}
      title={t.title}
      under={t.under}
      actions={
        <>
          {may.add && (
            <LinkButton href={deadlinePaths.add(...at)} look="main" icon="plus">
              {t.add}
            </LinkButton>
          )}
          {may.download && <LinkButton href={deadlinePaths.file(...at)}>{t.download}</LinkButton>}
          {may.download && <LinkButton href={subscribe}>{t.subscribe}</LinkButton>}
        </>
      }
    />
  )
}

/** The calendar of a year: its months as lists, or one of them as a grid. */
export const CalendarPage = (props: CalendarPageProps) => {
  const { locale, year, month, whom } = props
  const t = words(locale)
  const at = [year.bloc.slug, year.slug] as const
  const months = withinYear(props)
  const present = months.find((each) => each === monthOf(props.today)) ?? months[0] ?? ''
  const list = deadlinePaths.calendar(...at)
  return (
    <div class="stack">
      <Breadcrumb crumbs={yearCrumbs(year, locale)} />
      <Head {...props} />
      <Tabs
        label={t.views}
        tabs={[
          {
            label: `${t.list}: ${t.whoms.all.toLocaleLowerCase(locale)}`,
            href: list,
            current: !month && whom === 'all',
          },
          {
            label: `${t.list}: ${t.whoms.mine.toLocaleLowerCase(locale)}`,
            href: `${list}?cua=toi`,
            current: !month && whom === 'mine',
          },
          { label: t.grid, href: deadlinePaths.month(...at, present), current: month !== undefined },
        ]}
      />
      {month !== undefined && <MonthView {...props} month={month} />}
      {month === undefined && props.deadlines.length > 0 && <MonthLists {...props} />}
      {month === undefined && props.deadlines.length === 0 && (
        <Sheet>
          <Empty title={t.none} icon="clock">
            {t.noneBody}
          </Empty>
        </Sheet>
      )}
    </div>
  )
}
