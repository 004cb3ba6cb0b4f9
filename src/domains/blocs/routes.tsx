import { signersOf } from '#domains/units/mandates/queries.ts'
import { levelsOn } from '#domains/units/queries.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { pageParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import {
  mayAppoint,
  mayChangeMembers,
  mayCloseYear,
  mayFoundBloc,
  mayKeepRoad,
  mayNameSecretary,
  mayOrderMembers,
  mayStartYear,
  seesMandatesOf,
} from './access.ts'
import { closedInto, closingOf } from './closing/queries.ts'
import { closingRoutes } from './closing/routes.tsx'
import { foundBloc, foundBlocInput } from './found-bloc.ts'
import { openChangesFor } from './handover/routes.tsx'
import { memberRoutes } from './members/routes.tsx'
import { moveStop, moveStopInput } from './move-stop.ts'
import { BlocPage, ListPage } from './pages/bloc-pages.tsx'
import { FoundPage, StartPage, StopPage } from './pages/start-pages.tsx'
import { YearPage } from './pages/year-page.tsx'
import { blocPaths } from './paths.ts'
import type { BlocPieces } from './pieces.ts'
import { blocBySlug, findBlocs, mandatesOfBlocYear, membersOn, pastOfYear, roadOf, yearsOfBloc } from './queries.ts'
import { secretariesOf } from './members/queries.ts'
import { readYear, yearHead } from './read-year.ts'
import { startYear, startYearInput } from './start-year.ts'
import { words } from './words.ts'

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'khoi' })
const today = (c: WebContext) => dayOf(c.var.now)
const ruleWords = { blocs: words }
const blocsOnPage = 20

async function showList(c: WebContext) {
  const { db, locale } = c.var
  const text = c.req.query('q') ?? ''
  const page = pageParam(c)
  const { blocs, total } = await findBlocs(db, { text, page, size: blocsOnPage })
  const props = { locale, blocs, total, text, page, last: Math.ceil(total / blocsOnPage) }
  return c.render(<ListPage {...props} mayFound={mayFoundBloc(actorOf(c))} />, head(words(locale).blocs))
}

async function levelsFor(c: WebContext) {
  const levels = await levelsOn(c.var.db, today(c))
  return levels.map((level) => ({ code: level.code, label: c.var.locale === 'vi' ? level.name : level.name_en }))
}

async function showFound(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  return c.render(<FoundPage locale={locale} form={form} levels={await levelsFor(c)} />, head(words(locale).foundTitle))
}

const foundOne = (c: WebContext) =>
  answerForm(c, {
    schema: foundBlocInput,
    run: async (input) => blocPaths.bloc(await foundBloc(c.var.db, actorOf(c), input, c.var.now)),
    again: (form) => showFound(c, form),
    words: ruleWords,
  })

async function showBloc(c: WebContext) {
  const { db, locale } = c.var
  const bloc = await blocBySlug(db, param(c, 'bloc'))
  const years = await yearsOfBloc(db, bloc.id)
  const level = (await levelsFor(c)).find((each) => each.code === bloc.level_code)
  const history = tellHistory(await historyOf(db, bloc.id), words(locale).deeds)
  const props = { locale, bloc, years, history, levelName: level?.label ?? bloc.level_code }
  return c.render(<BlocPage {...props} mayStart={mayStartYear(actorOf(c), years[0]?.id)} />, head(bloc.name))
}

/** The bloc of the address and its last year, for who may start the next. */
async function blocToStart(c: WebContext) {
  const bloc = await blocBySlug(c.var.db, param(c, 'bloc'))
  const last = (await yearsOfBloc(c.var.db, bloc.id))[0]
  demand(mayStartYear(actorOf(c), last?.id))
  return { bloc, last }
}

async function showStart(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const { bloc, last } = await blocToStart(c)
  const members = last ? await membersOn(db, last.id, last.ends_on) : []
  return c.render(
    <StartPage locale={locale} form={form} bloc={bloc} last={last} members={members} today={today(c)} />,
    { ...head(words(locale).startTitle(bloc.short_name)), help: 'nam-thi-dua' },
  )
}

const start =
  ({ announce }: BlocPieces) =>
  async (c: WebContext) => {
    const { db, now } = c.var
    const { bloc } = await blocToStart(c)
    return answerForm(c, {
      schema: startYearInput.omit({ bloc: true }),
      run: async (input) => {
        const year = await startYear(db, actorOf(c), { ...input, bloc: bloc.id }, { now, announce })
        return blocPaths.year(bloc.slug, year.slug)
      },
      again: (form) => showStart(c, form),
      words: ruleWords,
    })
  }

/** A year that is closed is changed by nobody. */
const mayChange = (actor: Actor, year: string, isOpen: boolean) => ({
  keepRoad: isOpen && mayKeepRoad(actor, year),
  editMembers: isOpen && (mayChangeMembers(actor) || mayOrderMembers(actor, year)),
  editOffices: isOpen && (mayAppoint(actor, year) || mayNameSecretary(actor, year)),
  close: isOpen && mayCloseYear(actor),
})

const showYear =
  ({ todosOfYear }: BlocPieces) =>
  async (c: WebContext) => {
    const { db, locale } = c.var
    const actor = actorOf(c)
    const year = await readYear(c)
    const members = await membersOn(db, year.id, today(c))
    const units = members.map((member) => member.unit)
    const years = await yearsOfBloc(db, year.bloc.id)
    const closing = await closingOf(db, year.id)
    const props = {
      locale,
      today: today(c),
      year,
      members,
      closing,
      openChanges: await openChangesFor(c, year),
      tookOver: await closedInto(db, year.id),
      ended: (await pastOfYear(db, year.id, year.ends_on)).ended,
      road: await roadOf(db, year.id),
      todos: await todosOfYear(c, year.id),
      signers: await signersOf(db, units, today(c)),
      mandates: seesMandatesOf(actor, year.id) ? await mandatesOfBlocYear(db, year.id, today(c)) : [],
      secretaries: await secretariesOf(db, year.id),
      history: tellHistory(await historyOf(db, year.id), words(locale).deeds),
      may: {
        seeMandates: seesMandatesOf(actor, year.id),
        startNext: years[0]?.id === year.id && mayStartYear(actor, year.id),
        ...mayChange(actor, year.id, closing === undefined),
      },
    }
    return c.render(<YearPage {...props} />, yearHead(year, words(locale).year(year.label)))
  }

/** The stop of the address and its year, for who keeps the road. */
async function stopToMove(c: WebContext) {
  const year = await readYear(c)
  demand(mayKeepRoad(actorOf(c), year.id))
  const stop = found((await roadOf(c.var.db, year.id)).find((each) => each.stop === param(c, 'stop')))
  return { year, stop }
}

async function showStop(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  const { year, stop } = await stopToMove(c)
  const t = words(locale)
  return c.render(
    <StopPage locale={locale} form={form} year={year} stop={stop} />,
    yearHead(year, t.stopTitle(t.stops[stop.stop])),
  )
}

const changeStop =
  ({ announce }: BlocPieces) =>
  async (c: WebContext) => {
    const { year, stop } = await stopToMove(c)
    return answerForm(c, {
      schema: moveStopInput.omit({ blocYear: true, stop: true }),
      run: async (input) => {
        await moveStop(
          c.var.db,
          actorOf(c),
          { ...input, blocYear: year.id, stop: stop.stop },
          { now: c.var.now, announce },
        )
        return blocPaths.year(year.bloc.slug, year.slug)
      },
      again: (form) => showStop(c, form),
      words: ruleWords,
    })
  }

/** What stands for a year in a pattern: "2023", "2013-2014". */
const anyYear = ':year{[0-9]{4}(?:-[0-9]{4})?}'

export const blocRoutes = (pieces: BlocPieces): Route[] => [
  get(blocPaths.list, 'signed-in', showList),
  get(blocPaths.found, mayFoundBloc, (c) => showFound(c)),
  post(blocPaths.found, mayFoundBloc, foundOne),
  get(blocPaths.bloc(':bloc'), 'signed-in', showBloc),
  get(blocPaths.start(':bloc'), 'signed-in', (c) => showStart(c)),
  post(blocPaths.start(':bloc'), 'signed-in', start(pieces)),
  get(blocPaths.year(':bloc', anyYear), 'signed-in', showYear(pieces)),
  get(blocPaths.stop(':bloc', anyYear, ':stop'), 'signed-in', (c) => showStop(c)),
  post(blocPaths.stop(':bloc', anyYear, ':stop'), 'signed-in', changeStop(pieces)),
  ...memberRoutes(pieces, anyYear),
  ...closingRoutes(pieces, anyYear),
]
