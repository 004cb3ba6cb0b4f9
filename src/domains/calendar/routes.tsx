import { blocYearsOfActor, roadOf, type BlocYearRow } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { idParam, pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { ClosedPage, TasksPage } from './pages/tasks-page.tsx'
import { todoOf } from './pages/todo-of.ts'
import { calendarPaths } from './paths.ts'
import { closedTasksOf, tasksOf } from './queries.ts'
import { readTask } from './read-task.ts'
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

async function showTasks(c: WebContext) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const years = presentYears(await blocYearsOfActor(db, actor), today(c))
  const props = {
    locale,
    today: today(c),
    tasks: await tasksOf(db, actor),
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

export const calendarRoutes: Route[] = [
  get(calendarPaths.tasks, 'signed-in', showTasks),
  get(calendarPaths.closed, 'signed-in', showClosed),
  post(calendarPaths.read(':id'), 'signed-in', read),
]
