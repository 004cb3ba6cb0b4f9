import { blocYearsOfActor, roadOf, type BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { idParam, pageParam } from '#platform/param.ts'
import type { Locale } from '#platform/words.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { ClosedPage, TasksPage } from './pages/tasks-page.tsx'
import { blocOf, todoOf } from './pages/todo-of.ts'
import { deadlineRoutes } from './deadlines/routes.tsx'
import { mailRoutes } from './mails/routes.tsx'
import { noticeRoutes } from './notices/routes.tsx'
import { calendarPaths } from './paths.ts'
import type { CalendarPieces } from './pieces.ts'
import { closedTasksOf, tasksOf, type TaskRow } from './queries.ts'
import { readTask } from './read-task.ts'
import { escalationsOf } from './reminders/queries.ts'
import { reminderRoutes } from './reminders/routes.tsx'
import { groupOf, taskGroups, type TaskGroup } from './task.ts'
import { words } from './words.ts'

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'viec-can-lam' })
const today = (c: WebContext) => dayOf(c.var.now)
const tasksOnPage = 20

/** Of each bloc the latest year that began, or the next when none has: one road a bloc. */
function presentYears(years: readonly BlocYearRow[], day: string): BlocYearRow[] {
  const present = new Map<string, BlocYearRow>()
  for (const year of years.toReversed()) {
    if (year.starts_on <= day || !present.has(year.bloc.id)) present.set(year.bloc.id, year)
  }
  return [...present.values()]
}

const withRoads = (db: Db, years: readonly BlocYearRow[]) =>
  Promise.all(years.map(async (year) => ({ year, road: await roadOf(db, year.id) })))

interface TaskFilter {
  group: TaskGroup | undefined
  bloc: string | undefined
}

const filterIn = (c: WebContext): TaskFilter => ({
  group: taskGroups.find((one) => one === c.req.query('han')),
  bloc: c.req.query('khoi') || undefined,
})

const isChosen = (task: TaskRow, { group, bloc }: TaskFilter, day: string) =>
  (group === undefined || groupOf(task, day) === group) && (bloc === undefined || task.blocYear === bloc)

/** The bloc-years that tasks are of. */
function blocsOf(tasks: readonly TaskRow[], locale: Locale) {
  const named = tasks.flatMap((task) =>
    task.blocYear === null ? [] : [[task.blocYear, blocOf(task, locale)] as const],
  )
  return [...new Map(named)].map(([value, label]) => ({ value, label }))
}

async function showTasks(c: WebContext) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const years = presentYears(await blocYearsOfActor(db, actor), today(c))
  const all = await tasksOf(db, actor)
  const filter = filterIn(c)
  const tasks = all.filter((task) => isChosen(task, filter, today(c)))
  const props = {
    locale,
    today: today(c),
    tasks,
    total: all.length,
    filter,
    isFiltered: filter.group !== undefined || filter.bloc !== undefined,
    blocs: blocsOf(all, locale),
    told: await escalationsOf(
      db,
      tasks.map(({ id }) => id),
    ),
    years: await withRoads(db, years),
    expectsYear: actor.tenantRoles.length === 0,
  }
  return c.render(<TasksPage {...props} />, head(words(locale).tasks))
}

async function showClosed(c: WebContext) {
  const { db, locale } = c.var
  const page = pageParam(c)
  const { tasks, total } = await closedTasksOf(db, actorOf(c), { page, size: tasksOnPage })
  const last = Math.ceil(total / tasksOnPage)
  return c.render(<ClosedPage locale={locale} tasks={tasks} page={page} last={last} />, head(words(locale).closed))
}

async function read(c: WebContext) {
  await readTask(c.var.db, actorOf(c), { id: idParam(c) }, c.var.now)
  return c.redirect(calendarPaths.tasks, 303)
}

/** What the reader must do in one bloc-year, for that year's home. */
export async function todosOfYear(c: WebContext, blocYear: string) {
  const tasks = await tasksOf(c.var.db, actorOf(c), { blocYear })
  return tasks.map((task) => todoOf(task, { locale: c.var.locale, today: today(c) }))
}

export const calendarRoutes = (pieces: CalendarPieces): Route[] => [
  get(calendarPaths.tasks, 'signed-in', showTasks),
  get(calendarPaths.closed, 'signed-in', showClosed),
  post(calendarPaths.read(':id'), 'signed-in', read),
  ...deadlineRoutes,
  ...noticeRoutes(pieces),
  ...mailRoutes(pieces),
  ...reminderRoutes,
]
