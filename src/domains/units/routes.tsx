import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { isAuthority, worksFor } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayKeepUnits, mayNamePerson } from './access.ts'
import { addUnit, addUnitInput } from './add-unit.ts'
import { endUnit, endUnitInput } from './end-unit.ts'
import { mayAskMandate } from './mandates/access.ts'
import { mandatesOfUnit, mandatesOfUnits } from './mandates/queries.ts'
import { mandateRoutes } from './mandates/routes.tsx'
import { moveUnit, moveUnitInput } from './move-unit.ts'
import { AddPage, EndPage, MovePage, RenamePage } from './pages/keep-pages.tsx'
import { ListPage } from './pages/list-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { unitPaths } from './paths.ts'
import type { UnitPieces } from './pieces.ts'
import { peopleRoutes } from './people/routes.tsx'
import { findUnits, levelsOn, pastOfUnit, peopleOfUnit, unitById, unitsOnPage } from './queries.ts'
import { renameUnit, renameUnitInput } from './rename-unit.ts'
import { unitStatusNames } from './unit.ts'
import { unitRuleWords } from './rule-words.ts'
import { words } from './words.ts'

const today = (c: WebContext) => dayOf(c.var.now)
const unitOf = (c: WebContext) => unitById(c.var.db, idParam(c), today(c))
const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'don-vi' })

async function showList(c: WebContext) {
  const { db, locale } = c.var
  const levels = await levelsOn(db, today(c))
  const filter = {
    text: c.req.query('q') ?? '',
    level: levels.find((level) => level.code === c.req.query('cap'))?.code,
    status: unitStatusNames.find((status) => status === c.req.query('tinh-trang')),
    page: pageParam(c),
    size: unitsOnPage,
  }
  const found = await findUnits(db, { ...filter, day: today(c) })
  const props = { locale, levels, filter, ...found, mayAdd: mayKeepUnits(actorOf(c)) }
  return c.render(<ListPage {...props} />, head(words(locale).units))
}

/** All of them to the unit and the authority, the confirmed to members of the same blocs, none to others. */
async function mandatesShown(c: WebContext, { sharesBloc }: UnitPieces, unit: string) {
  const actor = actorOf(c)
  if (isAuthority(actor) || worksFor(actor, unit)) return mandatesOfUnit(c.var.db, unit)
  return (await sharesBloc(c.var.db, actor, unit)) ? mandatesOfUnits(c.var.db, [unit]) : undefined
}

const showUnit = (pieces: UnitPieces) => async (c: WebContext) => {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const unit = await unitOf(c)
  const props = {
    locale,
    unit,
    past: await pastOfUnit(db, unit.id, today(c)),
    people: await peopleOfUnit(db, unit.id, today(c)),
    mandates: await mandatesShown(c, pieces, unit.id),
    history: tellHistory(await historyOf(db, unit.id), words(locale).deeds),
    may: {
      keep: mayKeepUnits(actor),
      name: (role: 'leader' | 'officer') => mayNamePerson(actor, unit.id, role),
      ask: mayAskMandate(actor, unit.id),
    },
  }
  return c.render(<UnitPage {...props} />, head(unit.full_name))
}

async function showAdd(c: WebContext, form: ReturnedForm = emptyForm) {
  const levels = await levelsOn(c.var.db, today(c))
  return c.render(<AddPage locale={c.var.locale} form={form} levels={levels} />, head(words(c.var.locale).addTitle))
}

const add = (c: WebContext) =>
  answerForm(c, {
    schema: addUnitInput,
    run: async (input) => unitPaths.unit(await addUnit(c.var.db, actorOf(c), input, c.var.now)),
    again: (form) => showAdd(c, form),
    words: unitRuleWords,
  })

async function showRename(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitOf(c)
  const t = words(c.var.locale)
  return c.render(<RenamePage locale={c.var.locale} form={form} unit={unit} />, head(t.renameTitle(unit.short_name)))
}

const rename = (c: WebContext) =>
  answerForm(c, {
    schema: renameUnitInput.omit({ unit: true }),
    run: async (input) => {
      await renameUnit(c.var.db, actorOf(c), { ...input, unit: idParam(c) }, c.var.now)
      return unitPaths.unit(idParam(c))
    },
    again: (form) => showRename(c, form),
    words: unitRuleWords,
  })

async function showMove(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitOf(c)
  const text = c.req.query('q') ?? ''
  const { units, total } = await findUnits(c.var.db, { text, day: today(c), status: 'active', size: 50 })
  const props = { locale: c.var.locale, form, unit, text, found: units, total }
  return c.render(<MovePage {...props} />, head(words(c.var.locale).moveTitle(unit.short_name)))
}

const move = (c: WebContext) =>
  answerForm(c, {
    schema: moveUnitInput.omit({ unit: true }),
    run: async (input) => {
      await moveUnit(c.var.db, actorOf(c), { ...input, unit: idParam(c) }, c.var.now)
      return unitPaths.unit(idParam(c))
    },
    again: (form) => showMove(c, form),
    words: unitRuleWords,
  })

async function showEnd(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitOf(c)
  return c.render(
    <EndPage locale={c.var.locale} form={form} unit={unit} />,
    head(words(c.var.locale).endTitle(unit.short_name)),
  )
}

const end = (c: WebContext) =>
  answerForm(c, {
    schema: endUnitInput.omit({ unit: true }),
    run: async (input) => {
      await endUnit(c.var.db, actorOf(c), { ...input, unit: idParam(c) }, c.var.now)
      return unitPaths.unit(idParam(c))
    },
    again: (form) => showEnd(c, form),
    words: unitRuleWords,
  })

export const unitRoutes = (pieces: UnitPieces): Route[] => [
  get(unitPaths.list, 'signed-in', showList),
  get(unitPaths.add, mayKeepUnits, (c) => showAdd(c)),
  post(unitPaths.add, mayKeepUnits, add),
  get(unitPaths.unit(':id'), 'signed-in', showUnit(pieces)),
  get(unitPaths.rename(':id'), mayKeepUnits, (c) => showRename(c)),
  post(unitPaths.rename(':id'), mayKeepUnits, rename),
  get(unitPaths.move(':id'), mayKeepUnits, (c) => showMove(c)),
  post(unitPaths.move(':id'), mayKeepUnits, move),
  get(unitPaths.end(':id'), mayKeepUnits, (c) => showEnd(c)),
  post(unitPaths.end(':id'), mayKeepUnits, end),
  ...peopleRoutes(pieces),
  ...mandateRoutes(pieces),
]
