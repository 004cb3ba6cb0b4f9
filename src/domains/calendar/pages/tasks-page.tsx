import type { Stop } from '#domains/blocs/bloc-year.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { roadStopsOf } from '#domains/blocs/road-stops.ts'
import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatLongDay, formatMoment } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Road } from '#ui/road.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { TodoList } from '#ui/todo-list.tsx'
import { calendarPaths } from '../paths.ts'
import type { TaskRow } from '../queries.ts'
import { groupOf, mayBeRead, taskGroups, type TaskGroup } from '../task.ts'
import { titleOf } from '../title-of.ts'
import { words, type CalendarWords } from '../words.ts'
import { blocOf, todoOf, type Told } from './todo-of.ts'

export interface TasksPageProps {
  locale: Locale
  today: string
  /** As chosen, the most urgent first. */
  tasks: readonly TaskRow[]
  /** How many wait in all. */
  total: number
  filter: { group: TaskGroup | undefined; bloc: string | undefined }
  /** The bloc-years that tasks are of, to choose from. */
  blocs: readonly { value: string; label: string }[]
  isFiltered: boolean
  told: readonly Told[]
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

const Filters = ({ locale, tasks, total, filter, blocs }: TasksPageProps) => {
  const t = words(locale)
  return (
    <ListTools
      action={calendarPaths.tasks}
      filters={[
        {
          name: 'han',
          label: t.filterGroup,
          value: filter.group,
          options: taskGroups.map((value) => ({ value, label: t.groups[value] })),
        },
        ...(blocs.length > 1 ? [{ name: 'khoi', label: t.filterBloc, value: filter.bloc, options: blocs }] : []),
      ]}
      shown={tasks.length}
      total={total}
      clearHref={filter.group === undefined && filter.bloc === undefined ? undefined : calendarPaths.tasks}
    />
  )
}

const done = (t: CalendarWords) => ({ label: t.closed, href: calendarPaths.closed })

/** So many are seen at a glance. */
const fewTasks = 5

/** What is overdue, due today, this week and later, each under its heading; the page has one main button. */
const Groups = ({ locale, today, tasks, told, total }: TasksPageProps) => {
  const t = words(locale)
  const first = tasks[0]
  return taskGroups.map((group) => {
    const held = tasks.filter((task) => groupOf(task, today) === group)
    if (held.length === 0) return null
    return (
      <Sheet
        title={t.groupOf(t.groups[group], held.length)}
        {...(held[0] === first && total <= fewTasks ? { more: done(t) } : {})}
        flush
      >
        <TodoList todos={held.map((task) => todoOf(task, { locale, today, told }))} hasMain={held[0] === first} />
      </Sheet>
    )
  })
}

export const TasksPage = (props: TasksPageProps) => {
  const { locale, tasks } = props
  const t = words(locale)
  return (
    <div class="stack">
      <PageHead title={t.tasks} under={formatLongDay(props.today, locale)} />
      {props.years.map((each) => (
        <YearRoad {...props} {...each} />
      ))}
      {props.expectsYear && props.years.length === 0 && (
        <Empty title={t.noYear} icon="people">
          {t.noYearBody}
        </Empty>
      )}
      {(tasks.length === 0 || props.total > fewTasks) && (
        <Sheet title={t.waiting(props.total)} more={done(t)}>
          {props.total > fewTasks && <Filters {...props} />}
          {tasks.length === 0 && (
            <Empty title={props.isFiltered ? t.noneChosen : t.nothing} icon="check">
              {props.isFiltered ? undefined : t.nothingBody}
            </Empty>
          )}
        </Sheet>
      )}
      <Groups {...props} />
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
