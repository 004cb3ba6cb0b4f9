import type { Stop } from '#domains/blocs/bloc-year.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { roadStopsOf } from '#domains/blocs/road-stops.ts'
import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatLongDay, formatMoment } from '#ui/format.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Road } from '#ui/road.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TodoList } from '#ui/todo-list.tsx'
import { calendarPaths } from '../paths.ts'
import type { TaskRow } from '../queries.ts'
import { mayBeRead } from '../task.ts'
import { titleOf } from '../title-of.ts'
import { words, type CalendarWords } from '../words.ts'
import { blocOf, todoOf } from './todo-of.ts'

export interface TasksPageProps {
  locale: Locale
  today: string
  tasks: readonly TaskRow[]
  years: readonly { year: BlocYearRow; road: readonly Stop[] }[]
  /** Whoever is in no bloc by their part (the authority, the administrator) misses no road. */
  expectsYear: boolean
}

const YearRoad = ({ locale, today, year, road }: { year: BlocYearRow; road: readonly Stop[] } & TasksPageProps) => {
  const title = words(locale).year(year.bloc.short_name, year.label)
  return (
    <section class="stack tight">
      <h2>
        <a href={blocPaths.year(year.bloc.slug, year.slug)}>{title}</a>
      </h2>
      <Road stops={roadStopsOf(road, { locale, today })} label={title} />
    </section>
  )
}

/** Tasks that only tell something are put aside once read. */
const ReadForms = ({ tasks, locale }: TasksPageProps) => {
  const t = words(locale)
  const readable = tasks.filter((task) => mayBeRead(task.kind))
  return readable.map((task) => (
    <form class="row" method="post" action={calendarPaths.read(task.id)}>
      <SubmitButton look="quiet" icon="check">
        {t.readTask(titleOf(task, locale))}
      </SubmitButton>
    </form>
  ))
}

export const TasksPage = (props: TasksPageProps) => {
  const { locale, today, tasks } = props
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead title={t.tasks} under={formatLongDay(today, locale)} />
      {props.years.map((each) => (
        <YearRoad {...props} {...each} />
      ))}
      {props.expectsYear && props.years.length === 0 && (
        <Empty title={t.noYear} icon="people">
          {t.noYearBody}
        </Empty>
      )}
      <Sheet
        title={tasks.length === 0 ? t.tasks : t.waiting(tasks.length)}
        more={{ label: t.closed, href: calendarPaths.closed }}
        flush
      >
        {tasks.length === 0 ? (
          <Empty title={t.nothing} icon="check">
            {t.nothingBody}
          </Empty>
        ) : (
          <TodoList todos={tasks.map((task) => todoOf(task, { locale, today }))} />
        )}
      </Sheet>
      <ReadForms {...props} />
    </div>
  )
}

interface ClosedPageProps {
  locale: Locale
  tasks: readonly TaskRow[]
  page: number
  last: number
}

const columns = (t: CalendarWords, locale: Locale): Column<TaskRow>[] => [
  { key: 'what', label: t.what, cell: (task) => <a href={task.path}>{titleOf(task, locale)}</a> },
  { key: 'bloc', label: t.bloc, cell: (task) => blocOf(task, locale) },
  { key: 'when', label: t.when, cell: (task) => (task.closed_at === null ? '' : formatMoment(task.closed_at)) },
]

export const ClosedPage = ({ locale, tasks, page, last }: ClosedPageProps) => {
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead title={t.closed} under={<a href={calendarPaths.tasks}>{t.backToOpen}</a>} />
      <Sheet flush>
        <Table
          caption={t.closed}
          columns={columns(t, locale)}
          rows={tasks}
          empty={<Empty title={t.closedNone} icon="check" />}
        />
      </Sheet>
      <Pagination page={page} last={last} href={(to) => `${calendarPaths.closed}?trang=${to}`} />
    </div>
  )
}
