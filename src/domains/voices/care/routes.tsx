import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { legalFields, peopleGroups } from '../queries.ts'
import { readVoicesYear, voicesHead } from '../read-voices-year.ts'
import { keepsCase, seesCase } from './access.ts'
import { finishCase, finishCaseInput } from './finish-case.ts'
import { openCase, openCaseInput } from './open-case.ts'
import { CasePage, type CasePageProps } from './pages/case-page.tsx'
import { CareListPage } from './pages/list-page.tsx'
import { OpenCasePage } from './pages/open-page.tsx'
import { carePaths } from './paths.ts'
import { careCounts, caseById, casesOf } from './queries.ts'
import { reportSupport, reportSupportInput } from './report-support.ts'
import { words } from './words.ts'

const ruleWords = { care: words, blocs: blocWords }
const help = { help: 'bao-ve-quyen-loi' }

async function showList(c: WebContext) {
  const { actor, year, at, members, nameOf, ownUnit, isOpen } = await readVoicesYear(c)
  const { db, locale } = c.var
  const seen = members
    .map(({ unit }) => unit)
    .filter((unit) => seesCase(actor, { bloc_year_id: year.id, unit_id: unit }))
  const [cases, counts] = await Promise.all([casesOf(db, year.id, seen), careCounts(db, year.id)])
  const mayOpen = isOpen && ownUnit !== undefined
  return c.render(<CareListPage {...{ year, at, cases, counts, nameOf, mayOpen }} />, {
    ...voicesHead(year, words(locale).list.title),
    ...help,
  })
}

/** The year of the address and the member unit that the reader enters for. */
async function ownYear(c: WebContext) {
  const given = await readVoicesYear(c)
  demand(given.ownUnit !== undefined)
  return { ...given, unit: found(given.ownUnit) }
}

async function showOpen(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at } = await ownYear(c)
  const [groups, fields] = await Promise.all([peopleGroups(c.var.db), legalFields(c.var.db)])
  return c.render(<OpenCasePage {...{ year, at, form, groups, fields }} />, {
    ...voicesHead(year, words(c.var.locale).form.title),
    ...help,
  })
}

async function open(c: WebContext) {
  const { actor, year, at, unit } = await ownYear(c)
  return answerForm(c, {
    schema: openCaseInput.omit({ blocYear: true, unit: true }),
    run: async (value) =>
      carePaths.one(await openCase(c.var.db, actor, { ...value, blocYear: year.id, unit }, c.var.now), ...at),
    again: (form) => showOpen(c, form),
    words: ruleWords,
  })
}

/** The case of the address, for who may read it. */
async function caseOf(c: WebContext) {
  const given = await readVoicesYear(c)
  const care = await caseById(c.var.db, idParam(c, 'care'))
  demand(seesCase(given.actor, care))
  found(care.bloc_year_id === given.year.id ? care : undefined)
  return { ...given, care }
}

async function showCase(c: WebContext, forms: CasePageProps['forms'] = {}) {
  const { actor, year, at, care, nameOf, isOpen } = await caseOf(c)
  const mayKeep = isOpen && keepsCase(actor, care)
  const history = tellHistory(await historyOf(c.var.db, care.id), words(c.var.locale).deeds)
  return c.render(<CasePage {...{ year, at, care, mayKeep, forms, history }} unit={nameOf(care.unit_id)} />, {
    ...voicesHead(year, care.title),
    ...help,
  })
}

async function support(c: WebContext) {
  const { actor, at, care } = await caseOf(c)
  demand(keepsCase(actor, care))
  return answerForm(c, {
    schema: reportSupportInput.omit({ care: true }),
    run: async (value) => {
      await reportSupport(c.var.db, actor, { ...value, care: care.id }, c.var.now)
      return carePaths.one(care.id, ...at)
    },
    again: (form) => showCase(c, { support: form }),
    words: ruleWords,
  })
}

async function finish(c: WebContext) {
  const { actor, at, care } = await caseOf(c)
  demand(keepsCase(actor, care))
  return answerForm(c, {
    schema: finishCaseInput.omit({ care: true }),
    run: async (value) => {
      await finishCase(c.var.db, actor, { ...value, care: care.id }, c.var.now)
      return carePaths.one(care.id, ...at)
    },
    again: (form) => showCase(c, { finish: form }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const careRoutes: Route[] = [
  get(carePaths.list(...at), 'signed-in', showList),
  get(carePaths.open(...at), 'signed-in', (c) => showOpen(c)),
  post(carePaths.open(...at), 'signed-in', open),
  get(carePaths.one(':care', ...at), 'signed-in', (c) => showCase(c)),
  post(carePaths.support(':care', ...at), 'signed-in', support),
  post(carePaths.finish(':care', ...at), 'signed-in', finish),
]
