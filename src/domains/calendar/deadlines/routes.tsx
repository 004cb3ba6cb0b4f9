import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { dayWithin } from '#domains/blocs/bloc-year.ts'
import { namesOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { writeCalendar } from '../feed/write-calendar.ts'
import { noticePaths } from '../notices/paths.ts'
import { isConcerned, keepsCalendar, mayDownload, seesDeadline } from './access.ts'
import { addDeadline, addDeadlineInput } from './add-deadline.ts'
import { changeDeadline, changeDeadlineInput } from './change-deadline.ts'
import { closeOwnTask, ownTasksOf } from './close-own-task.ts'
import { isWritten } from './deadline.ts'
import { CalendarPage } from './pages/calendar-page.tsx'
import { CancelPage, DeadlinePage } from './pages/deadline-page.tsx'
import { DeadlineFormPage } from './pages/deadline-form-page.tsx'
import { nameOf } from './name-of.ts'
import { deadlinePaths } from './paths.ts'
import { deadlineById, deadlinesOf, type DeadlineRow } from './queries.ts'
import { withdrawDeadline, withdrawDeadlineInput } from './withdraw-deadline.ts'
import { words } from './words.ts'

const ruleWords = { deadlines: words }
const today = (c: WebContext) => dayOf(c.var.now)
const head = (year: BlocYearRow, title: string) => ({ ...yearHead(year, title), help: 'lich' })
const placeOf = (year: BlocYearRow) => [year.bloc.slug, year.slug] as const

/** What the reader may see of a year's calendar. */
async function shownTo(c: WebContext, year: BlocYearRow): Promise<DeadlineRow[]> {
  const all = await deadlinesOf(c.var.db, [year.id])
  return all.filter((row) => seesDeadline(actorOf(c), row))
}

const monthShape = /^\d{4}-(?:0[1-9]|1[0-2])$/u

async function showCalendar(c: WebContext) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const year = await readYear(c)
  const asked = c.req.query('thang')
  const whom = c.req.query('cua') === 'toi' ? ('mine' as const) : ('all' as const)
  const shown = (await shownTo(c, year)).filter((row) => whom === 'all' || isConcerned(actor, row))
  const units = shown.flatMap(({ unit_id: unit }) => (unit === null ? [] : [unit]))
  const names = await namesOn(db, units, today(c))
  const props = {
    locale,
    today: today(c),
    year,
    deadlines: shown,
    month: asked !== undefined && monthShape.test(asked) ? asked : undefined,
    whom,
    units: new Map([...names].map(([unit, name]) => [unit, name.short_name])),
    may: { add: keepsCalendar(actor, year.id), download: mayDownload(actor, year.id) },
    subscribe: noticePaths.ways,
  }
  return c.render(<CalendarPage {...props} />, head(year, words(locale).title))
}

async function download(c: WebContext) {
  const year = await readYear(c)
  demand(mayDownload(actorOf(c), year.id))
  const name = `${year.bloc.short_name}, ${year.label}`
  const deadlines = (await shownTo(c, year)).map((row) => ({ ...row, bloc: '' }))
  const file = writeCalendar({ name, site: c.var.origin, locale: c.var.locale, deadlines, tasks: [] })
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('content-disposition', `attachment; filename="lich-${year.bloc.slug}-${year.slug}.ics"`)
  c.header('cache-control', 'no-store')
  return c.body(file)
}

/** The deadline of the address, for those who may see it. */
async function readDeadline(c: WebContext) {
  const year = await readYear(c)
  const deadline = await deadlineById(c.var.db, idParam(c))
  found(deadline.bloc_year_id === year.id && seesDeadline(actorOf(c), deadline) ? deadline : undefined)
  return { year, deadline }
}

async function showDeadline(c: WebContext) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const { year, deadline } = await readDeadline(c)
  const unit = deadline.unit_id
  const names = await namesOn(db, unit === null ? [] : [unit], today(c))
  const props = {
    locale,
    today: today(c),
    year,
    deadline,
    unit: unit === null ? undefined : names.get(unit)?.short_name,
    history: tellHistory(await historyOf(db, deadline.id), words(locale).deeds),
    mayClose: (await ownTasksOf(db, actor, deadline.id)).length > 0,
    mayChange: keepsCalendar(actor, year.id) && isWritten(deadline) && deadline.cancelled_at === null,
  }
  return c.render(<DeadlinePage {...props} />, head(year, nameOf(deadline, locale)))
}

const membersOf = (c: WebContext, year: BlocYearRow) => membersOn(c.var.db, year.id, dayWithin(today(c), year))

async function keptYear(c: WebContext) {
  const year = await readYear(c)
  demand(keepsCalendar(actorOf(c), year.id))
  return year
}

async function showAdd(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  const year = await keptYear(c)
  const props = { locale, year, form, members: await membersOf(c, year) }
  return c.render(<DeadlineFormPage {...props} />, head(year, words(locale).addTitle))
}

async function add(c: WebContext) {
  const year = await keptYear(c)
  return answerForm(c, {
    schema: addDeadlineInput.omit({ blocYear: true }),
    run: async (input) => {
      const id = await addDeadline(c.var.db, actorOf(c), { ...input, blocYear: year.id }, c.var.now)
      return deadlinePaths.deadline(...placeOf(year), id)
    },
    again: (form) => showAdd(c, form),
    words: ruleWords,
  })
}

/** The deadline of the address, for who keeps the calendar. */
async function keptDeadline(c: WebContext) {
  const read = await readDeadline(c)
  demand(keepsCalendar(actorOf(c), read.year.id))
  return read
}

async function showChange(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  const { year, deadline } = await keptDeadline(c)
  const props = { locale, year, deadline, form, members: await membersOf(c, year) }
  return c.render(<DeadlineFormPage {...props} />, head(year, words(locale).changeTitle(nameOf(deadline, locale))))
}

async function change(c: WebContext) {
  const { year, deadline } = await keptDeadline(c)
  return answerForm(c, {
    schema: changeDeadlineInput.omit({ deadline: true }),
    run: async (input) => {
      await changeDeadline(c.var.db, actorOf(c), { ...input, deadline: deadline.id }, c.var.now)
      return deadlinePaths.deadline(...placeOf(year), deadline.id)
    },
    again: (form) => showChange(c, form),
    words: ruleWords,
  })
}

async function showCancel(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  const { year, deadline } = await keptDeadline(c)
  const props = { locale, year, deadline, form }
  return c.render(<CancelPage {...props} />, head(year, words(locale).cancelTitle(nameOf(deadline, locale))))
}

async function cancel(c: WebContext) {
  const { year, deadline } = await keptDeadline(c)
  return answerForm(c, {
    schema: withdrawDeadlineInput.omit({ deadline: true }),
    run: async (input) => {
      await withdrawDeadline(c.var.db, actorOf(c), { ...input, deadline: deadline.id }, c.var.now)
      return deadlinePaths.deadline(...placeOf(year), deadline.id)
    },
    again: (form) => showCancel(c, form),
    words: ruleWords,
  })
}

async function done(c: WebContext) {
  const { year, deadline } = await readDeadline(c)
  await closeOwnTask(c.var.db, actorOf(c), { deadline: deadline.id }, c.var.now)
  return c.redirect(deadlinePaths.deadline(...placeOf(year), deadline.id), 303)
}

const at = [':bloc', ':year'] as const
const id = ':id'

export const deadlineRoutes: Route[] = [
  get(deadlinePaths.calendar(...at), 'signed-in', showCalendar),
  get(deadlinePaths.file(...at), 'signed-in', download),
  get(deadlinePaths.add(...at), 'signed-in', (c) => showAdd(c)),
  post(deadlinePaths.add(...at), 'signed-in', add),
  get(deadlinePaths.deadline(...at, id), 'signed-in', showDeadline),
  get(deadlinePaths.change(...at, id), 'signed-in', (c) => showChange(c)),
  post(deadlinePaths.change(...at, id), 'signed-in', change),
  get(deadlinePaths.cancel(...at, id), 'signed-in', (c) => showCancel(c)),
  post(deadlinePaths.cancel(...at, id), 'signed-in', cancel),
  post(deadlinePaths.done(...at, id), 'signed-in', done),
]
