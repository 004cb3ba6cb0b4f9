import { historyOf } from '#capabilities/audit/history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { isAuthority, worksFor } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayKeepUnits, mayNamePerson } from './access.ts'
import { addUnit, addUnitInput } from './add-unit.ts'
import { correctUnitCode, correctUnitCodeInput } from './correct-unit-code.ts'
import { tellLife } from './lineage/life.ts'
import { awardingOffices, deedsOfUnits, familyOf, successorsNamed } from './lineage/queries.ts'
import { lineageRoutes } from './lineage/routes.tsx'
import { intakeRoutes } from './intake/routes.tsx'
import { mayLetGo, mayOpenRecovery } from '#domains/identity/access.ts'
import { mayAskMandate } from './mandates/access.ts'
import { mandatesOfUnit, mandatesOfUnits } from './mandates/queries.ts'
import { mandateRoutes } from './mandates/routes.tsx'
import { AddPage, CodePage } from './pages/keep-pages.tsx'
import { ListPage } from './pages/list-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { unitPaths } from './paths.ts'
import type { UnitPieces } from './pieces.ts'
import { peopleRoutes } from './people/routes.tsx'
import { allLevels, findUnits, pastOfUnit, peopleOfUnit, unitById, unitsOnPage } from './queries.ts'
import { unitStatusNames } from './unit.ts'
import { unitRuleWords } from './rule-words.ts'
import { words as lineageWords } from './lineage/words.ts'
import { words } from './words.ts'

const today = (c: WebContext) => dayOf(c.var.now)
const unitOf = (c: WebContext) => unitById(c.var.db, idParam(c), today(c))
const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'don-vi' })

async function showList(c: WebContext) {
  const { db, locale } = c.var
  const levels = await allLevels(db)
  const filter = {
    text: c.req.query('q') ?? '',
    level: levels.find((level) => level.code === c.req.query('cap'))?.code,
    status: unitStatusNames.find((status) => status === c.req.query('tinh-trang')),
    page: pageParam(c),
    size: unitsOnPage,
  }
  const found = await findUnits(db, { ...filter, day: today(c) })
  const ended = found.units.filter(({ status }) => status === 'ended').map(({ id }) => id)
  const successors = await successorsNamed(db, ended, today(c))
  const props = { locale, levels, filter, ...found, successors, mayAdd: mayKeepUnits(actorOf(c)) }
  return c.render(<ListPage {...props} />, head(words(locale).units))
}

/** All of them to the unit and the authority, the confirmed to members of the same blocs, none to others. */
async function mandatesShown(c: WebContext, { sharesBloc }: UnitPieces, unit: string) {
  const actor = actorOf(c)
  if (isAuthority(actor) || worksFor(actor, unit)) return mandatesOfUnit(c.var.db, unit)
  return (await sharesBloc(c.var.db, actor, unit)) ? mandatesOfUnits(c.var.db, [unit]) : undefined
}

/** What happened to the unit, told from all that knows it; the names and parents it has had come along. */
async function lifeOf(c: WebContext, pieces: UnitPieces, unit: string) {
  const { db, locale } = c.var
  const [past, deeds, years, offices] = await Promise.all([
    pastOfUnit(db, unit, today(c)),
    deedsOfUnits(db, [unit]),
    pieces.yearsOfUnit(db, unit, locale),
    awardingOffices(db),
  ])
  const life = tellLife({ unit, ...past, deeds, years, offices }, lineageWords(locale))
  const [family, named] = await Promise.all([familyOf(db, [unit]), successorsNamed(db, [unit], today(c))])
  return { past, life, family, successors: named.get(unit) ?? [], hostOf: await pieces.hosts(c) }
}

/** The unit's own entries and those of the deeds in which it has a part, the latest first. */
async function wholeHistory(c: WebContext, unit: string) {
  const { db, locale } = c.var
  const deeds = await deedsOfUnits(db, [unit])
  const entries = await Promise.all([unit, ...deeds.map(({ id }) => id)].map((id) => historyOf(db, id)))
  const all = entries.flat().toSorted((one, other) => other.at.getTime() - one.at.getTime())
  return tellHistory(all, { ...words(locale).deeds, ...lineageWords(locale).deeds })
}

const showUnit = (pieces: UnitPieces) => async (c: WebContext) => {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const unit = await unitOf(c)
  const props = {
    locale,
    unit,
    today: today(c),
    ...(await lifeOf(c, pieces, unit.id)),
    people: await peopleOfUnit(db, unit.id, today(c)),
    mandates: await mandatesShown(c, pieces, unit.id),
    history: await wholeHistory(c, unit.id),
    views: await lookAt(
      db,
      actor,
      { kind: 'unit', id: unit.id },
      { isOwn: mayKeepUnits(actor) || worksFor(actor, unit.id), now: c.var.now },
    ),
    may: {
      keep: mayKeepUnits(actor),
      name: (role: 'leader' | 'officer') => mayNamePerson(actor, unit.id, role),
      ask: mayAskMandate(actor, unit.id),
      recover: (account: string) => mayOpenRecovery(actor, account, [unit.id]),
      letGo: (account: string) => mayLetGo(actor, account, [unit.id]),
    },
  }
  return c.render(<UnitPage {...props} />, head(unit.full_name))
}

async function showAdd(c: WebContext, form: ReturnedForm = emptyForm) {
  const levels = await allLevels(c.var.db)
  return c.render(<AddPage locale={c.var.locale} form={form} levels={levels} />, head(words(c.var.locale).addTitle))
}

const add = (c: WebContext) =>
  answerForm(c, {
    schema: addUnitInput,
    run: async (input) => unitPaths.unit(await addUnit(c.var.db, actorOf(c), input, c.var.now)),
    again: (form) => showAdd(c, form),
    words: unitRuleWords,
  })

async function showCode(c: WebContext, form: ReturnedForm = emptyForm) {
  const { locale } = c.var
  return c.render(<CodePage locale={locale} form={form} unit={await unitOf(c)} />, head(words(locale).correctCode))
}

const correctCode = (c: WebContext) =>
  answerForm(c, {
    schema: correctUnitCodeInput.omit({ unit: true }),
    run: async (input) => {
      const unit = idParam(c)
      await correctUnitCode(c.var.db, actorOf(c), { ...input, unit }, c.var.now)
      return unitPaths.unit(unit)
    },
    again: (form) => showCode(c, form),
    words: unitRuleWords,
  })

export const unitRoutes = (pieces: UnitPieces): Route[] => [
  get(unitPaths.list, 'signed-in', showList),
  get(unitPaths.add, mayKeepUnits, (c) => showAdd(c)),
  post(unitPaths.add, mayKeepUnits, add),
  get(unitPaths.unit(':id'), 'signed-in', showUnit(pieces)),
  get(unitPaths.code(':id'), mayKeepUnits, (c) => showCode(c)),
  post(unitPaths.code(':id'), mayKeepUnits, correctCode),
  ...lineageRoutes(pieces),
  ...intakeRoutes(pieces),
  ...peopleRoutes(pieces),
  ...mandateRoutes(pieces),
]
