import { membersOn } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { namesOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { tableOfVersion, tablesOfRound } from '../rounds/queries.ts'
import { printedIn } from '../sheets/leaf.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { mayAssess, mayObject, mayPlanCross } from './access.ts'
import { areMarksShown, assignmentCan, hasBegun, isLate, isOwed, takesDrawing } from './assignment.ts'
import { vacanciesOf } from './cross-tasks.ts'
import { endCross, endCrossInput } from './end-cross.ts'
import { gatherGiven } from './gather-given.ts'
import { lookAtAssessors } from './harshness.ts'
import { LeaningsPage } from './pages/leanings-page.tsx'
import { OverviewPage, type ShownTurn } from './pages/overview-page.tsx'
import { fieldName, PlanPage } from './pages/plan-page.tsx'
import { crossPaths } from './paths.ts'
import { planCross, planCrossInput } from './plan-cross.ts'
import { conflictsOf, fieldsOfRound, objectionsOf, planOf } from './queries.ts'
import { crossCrumbs, crossHead, namesOfTurns, readCross, type CrossAt } from './read-cross.ts'
import { actRoutes } from '../objections/act-routes.tsx'
import { turnRoutes } from './turn-routes.tsx'
import { words } from './words.ts'

const ruleWords = { cross: words, blocs: blocWords }

/** What the reader may do with each turn. */
async function shownTurns(c: WebContext, place: CrossAt, names: ReadonlyMap<string, string>): Promise<ShownTurn[]> {
  const { round, year, turns, at } = place
  const actor = actorOf(c)
  const vacant = new Set(vacanciesOf(turns).map(({ id }) => id))
  const mayPlan = mayPlanCross(actor, year.id) && takesDrawing(round)
  return turns.map((turn) => {
    const href = (path: (...at: readonly [string, string, string, string]) => string) => path(...at, turn.id)
    const isMine = mayAssess(actor, turn) && (isOwed(turn) || turn.state === 'submitted')
    const isFree = assignmentCan('change', turn) || vacant.has(turn.id)
    const canObject = takesDrawing(round) && assignmentCan('object', turn) && mayObject(actor, year.id, turn)
    return {
      turn,
      unit: names.get(turn.unit_id) ?? '',
      assessor: names.get(turn.assessor_unit_id) ?? '',
      isLate: isLate(turn, round, dayOf(c.var.now)),
      isVacant: vacant.has(turn.id),
      score: isMine ? href(crossPaths.assignment) : undefined,
      object: canObject ? href(crossPaths.object) : undefined,
      change: mayPlan && isFree ? href(crossPaths.change) : undefined,
    }
  })
}

async function unsentUnits(c: WebContext, { round, year }: CrossAt): Promise<string[]> {
  const unsent = (await sheetsOfRound(c.var.db, round.id)).filter(
    ({ state }) => state === 'open' || state === 'returned',
  )
  const units = [...new Set(unsent.map((sheet) => sheet.unit_id))]
  const names = await namesOn(c.var.db, units, year.ends_on)
  return units.map((unit) => names.get(unit)?.short_name ?? '')
}

async function showOverview(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readCross(c)
  const { round, year, at, turns } = place
  const { db } = c.var
  const actor = actorOf(c)
  const names = await namesOfTurns(c, place)
  const named = (assessor: string, unit: string) => ({
    assessor: names.get(assessor) ?? '',
    unit: names.get(unit) ?? '',
  })
  const mayPlan = mayPlanCross(actor, year.id)
  const canEnd = mayPlan && round.state === 'cross_scoring' && turns.some(isOwed)
  const page = (
    <OverviewPage
      crumbs={crossCrumbs(c, place, false)}
      over={round.name}
      dueOn={round.cross_due_on}
      plan={await planOf(db, round.id)}
      turns={await shownTurns(c, place, names)}
      unsent={round.state === 'cross_scoring' ? await unsentUnits(c, place) : []}
      conflicts={(await conflictsOf(db, round.id)).map((one) => ({
        ...one,
        ...named(one.assessor_unit_id, one.unit_id),
      }))}
      objections={(await objectionsOf(db, round.id)).flatMap((one) => {
        const turn = turns.find(({ id }) => id === one.assignment_id)
        const href = crossPaths.objection(...at, one.id)
        return turn === undefined ? [] : [{ ...one, ...named(turn.assessor_unit_id, turn.unit_id), href }]
      })}
      planHref={mayPlan && takesDrawing(round) && !hasBegun(turns) ? crossPaths.plan(...at) : undefined}
      leaningsHref={crossPaths.leanings(...at)}
      ending={canEnd ? crossPaths.ending(...at) : undefined}
      form={form}
    />
  )
  return c.render(page, crossHead(place, words(c.var.locale).title))
}

/** The codes of assessors of the round's tables. */
async function fieldsOf(c: WebContext, { round }: CrossAt) {
  const { db, locale } = c.var
  const held = await fieldsOfRound(db, round.id)
  const fields = new Map<string, { code: string; name: string; holders: string[] }>()
  for (const { version_id } of await tablesOfRound(db, round.id)) {
    const { assessors } = await tableOfVersion(db, version_id)
    for (const [code, wording] of Object.entries(assessors)) {
      const holders = held.filter((one) => one.code === code).map((one) => one.unit_id)
      fields.set(code, { code, name: printedIn(wording, locale), holders })
    }
  }
  return [...fields.values()]
}

/** Members, and the offices that hold a field now; others are named through the API. */
async function holdersFor(c: WebContext, { year, round }: CrossAt) {
  const { db, now } = c.var
  const members = (await membersOn(db, year.id, dayOf(now))).map(({ unit }) => unit)
  const holders = (await fieldsOfRound(db, round.id)).map((one) => one.unit_id)
  const units = [...new Set([...members, ...holders])]
  const names = await namesOn(db, units, year.ends_on)
  return units.map((unit) => ({ unit, name: names.get(unit)?.short_name ?? '' }))
}

async function readPlan(c: WebContext): Promise<CrossAt> {
  const place = await readCross(c)
  demand(mayPlanCross(actorOf(c), place.year.id))
  return place
}

async function showPlan(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readPlan(c)
  const { at, round, turns } = place
  const plan = await planOf(c.var.db, round.id)
  const page = (
    <PlanPage
      crumbs={crossCrumbs(c, place)}
      over={round.name}
      plan={plan}
      hasBegun={hasBegun(turns)}
      fields={await fieldsOf(c, place)}
      units={await holdersFor(c, place)}
      form={form}
      action={crossPaths.plan(...at)}
      back={crossPaths.overview(...at)}
    />
  )
  return c.render(page, crossHead(place, words(c.var.locale).plan.title))
}

/** Ticked boxes become the holders of each code. */
const planForm = (codes: readonly string[], units: readonly string[]) =>
  z.preprocess(
    (typed) => {
      const ticked = Object(typed) as Readonly<Record<string, unknown>>
      const fields = codes.map(
        (code) => [code, units.filter((unit) => ticked[fieldName(code, unit)] === 'on')] as const,
      )
      return { ...ticked, fields: Object.fromEntries(fields) }
    },
    planCrossInput.omit({ round: true }),
  )

async function plan(c: WebContext) {
  const place = await readPlan(c)
  const codes = (await fieldsOf(c, place)).map(({ code }) => code)
  const units = (await holdersFor(c, place)).map(({ unit }) => unit)
  return answerForm(c, {
    schema: planForm(codes, units),
    run: async (input) => {
      await planCross(c.var.db, actorOf(c), { ...input, round: place.round.id }, c.var.now)
      return crossPaths.overview(...place.at)
    },
    again: (form) => showPlan(c, form),
    words: ruleWords,
  })
}

async function end(c: WebContext) {
  const place = await readPlan(c)
  return answerForm(c, {
    schema: endCrossInput.omit({ round: true }),
    run: async (input) => {
      await endCross(c.var.db, actorOf(c), { ...input, round: place.round.id }, c.var.now)
      return crossPaths.overview(...place.at)
    },
    again: (form) => showOverview(c, form),
    words: ruleWords,
  })
}

async function showLeanings(c: WebContext) {
  const place = await readCross(c)
  const { round, turns } = place
  const { db, locale } = c.var
  const names = await namesOfTurns(c, place)
  const plan = await planOf(db, round.id)
  const isShown = turns.length > 0 && areMarksShown(round, turns)
  const looked = isShown ? lookAtAssessors(await gatherGiven(db, turns), plan?.minimum_sample ?? 5) : undefined
  const page = (
    <LeaningsPage
      crumbs={crossCrumbs(c, place)}
      over={round.name}
      looked={looked}
      nameOf={(unit) => names.get(unit) ?? ''}
    />
  )
  return c.render(page, crossHead(place, words(locale).leanings.title))
}

const at = [':bloc', ':year', ':round'] as const

/** Who assesses whom, how it is drawn, and how far assessors differ. */
export const crossRoutes: Route[] = [
  get(crossPaths.overview(...at), 'signed-in', (c) => showOverview(c)),
  get(crossPaths.plan(...at), 'signed-in', (c) => showPlan(c)),
  post(crossPaths.plan(...at), 'signed-in', plan),
  post(crossPaths.ending(...at), 'signed-in', end),
  get(crossPaths.leanings(...at), 'signed-in', showLeanings),
  ...turnRoutes,
  ...actRoutes,
]
