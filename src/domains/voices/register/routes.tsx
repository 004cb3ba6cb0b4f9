import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { pageParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { randomUUID } from 'node:crypto'
import { concernLevels, opinionStates } from '../opinion.ts'
import { voicePaths } from '../paths.ts'
import { peopleGroups, topicsOfBloc } from '../queries.ts'
import { readVoicesYear, voicesHead } from '../read-voices-year.ts'
import { words } from '../words.ts'
import { addOpinion, addOpinionInput } from './add-opinion.ts'
import { keepAnswerDays, keepAnswerDaysInput } from './keep-answer-days.ts'
import { opinionRoutes } from './opinion-routes.tsx'
import { DaysPage } from './pages/days-page.tsx'
import { EnterPage } from './pages/enter-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { answerDue, findOpinions, ownDays, type OpinionFilter } from './queries.ts'

const ruleWords = { voices: words, blocs: blocWords }
const opinionsOnPage = 50
const longestSearch = 100

function filterOf(c: WebContext, blocYear: string): OpinionFilter {
  const id = (name: string) => z.uuid().safeParse(c.req.query(name)).data ?? ''
  const text = (c.req.query('q') ?? '').replaceAll('\0', '').normalize('NFC').trim()
  return {
    blocYear,
    text: text.slice(0, longestSearch),
    state: z.enum(opinionStates).safeParse(c.req.query('trang-thai')).data ?? '',
    topic: id('chu-de'),
    unit: id('don-vi'),
    concern: z.enum(concernLevels).safeParse(c.req.query('muc-do')).data ?? '',
    lateOn: c.req.query('qua-han') === '1' ? dayOf(c.var.now) : undefined,
    page: pageParam(c),
    size: opinionsOnPage,
  }
}

async function showList(c: WebContext) {
  const place = await readVoicesYear(c)
  const filter = filterOf(c, place.year.id)
  const units = place.actor.units.map(({ unit }) => unit)
  const opinions = await findOpinions(c.var.db, filter, units)
  const topics = await topicsOfBloc(c.var.db, place.year.bloc.id, true)
  const props = {
    place,
    opinions,
    filter,
    topics: topics.map(({ id, name }) => ({ value: id, label: name })),
    today: dayOf(c.var.now),
    last: Math.ceil((opinions[0]?.total ?? 0) / opinionsOnPage),
  }
  return c.render(<ListPage {...props} />, voicesHead(place.year, words(c.var.locale).title))
}

async function entering(c: WebContext) {
  const place = await readVoicesYear(c)
  const unit = place.ownUnit
  demand(unit !== undefined && place.isOpen)
  return { place, unit }
}

async function showEnter(c: WebContext, form: ReturnedForm = emptyForm) {
  const { place, unit } = await entering(c)
  const groups = (await peopleGroups(c.var.db)).map(({ code, name }) => ({ value: code, label: name }))
  const props = { place, unitName: place.nameOf(unit), today: dayOf(c.var.now), id: randomUUID(), groups, form }
  return c.render(<EnterPage {...props} />, {
    ...voicesHead(place.year, words(c.var.locale).enter),
    entry: true,
  })
}

async function enter(c: WebContext) {
  const { place, unit } = await entering(c)
  return answerForm(c, {
    schema: addOpinionInput.omit({ blocYear: true, unit: true, source: true }),
    run: async (input) => {
      const told = { ...input, blocYear: place.year.id, unit, source: 'field' as const }
      const id = await addOpinion(c.var.db, place.actor, told, c.var.now)
      return voicePaths.one(id, ...place.at)
    },
    again: (form) => showEnter(c, form),
    words: ruleWords,
  })
}

async function showDays(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readVoicesYear(c)
  const today = dayOf(c.var.now)
  const { id } = place.year.bloc
  const [own, due] = [await ownDays(c.var.db, id, today), await answerDue(c.var.db, id, null, today)]
  return c.render(<DaysPage {...{ place, own, due, today, form }} />, voicesHead(place.year, words(c.var.locale).days))
}

async function keepDays(c: WebContext) {
  const { year, actor, mayKeep, at } = await readVoicesYear(c)
  demand(mayKeep)
  return answerForm(c, {
    schema: keepAnswerDaysInput.omit({ blocYear: true }),
    run: async (input) => {
      await keepAnswerDays(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)
      return voicePaths.days(...at)
    },
    again: (form) => showDays(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const registerRoutes: Route[] = [
  get(voicePaths.list(...at), 'signed-in', showList),
  get(voicePaths.enter(...at), 'signed-in', (c) => showEnter(c)),
  post(voicePaths.enter(...at), 'signed-in', enter),
  get(voicePaths.days(...at), 'signed-in', (c) => showDays(c)),
  post(voicePaths.days(...at), 'signed-in', keepDays),
  ...opinionRoutes,
]
