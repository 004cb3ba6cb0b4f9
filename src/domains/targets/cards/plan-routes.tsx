import { nameOn } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayDivide } from '../access.ts'
import { layPeriods } from '../periods/period.ts'
import { targetPaths } from '../paths.ts'
import { assignmentsOfTarget, milestonesOf } from '../queries.ts'
import { spreadEvenly } from '../roll-up/spread-plan.ts'
import type { Assignment } from '../target.ts'
import { words } from '../words.ts'
import { MilestonesPage } from './pages/act-pages.tsx'
import { PlanPage, SharesPage, type PlanRow } from './pages/plan-form.tsx'
import { subUnitsOf, unitsWithPlans, type NamedAssignment } from './queries.ts'
import { milestoneForm, planForm } from './read-plan-form.ts'
import { ruleWords } from './rule-words.ts'
import { sayValue } from './say-value.ts'
import { writeMilestones } from './write-milestones.ts'
import { writePlan } from './write-plan.ts'
import { writeShares } from './write-shares.ts'
import { headOfPage, keptTargetOf, targetOf, type TargetAt } from './year-of-targets.ts'

const rowOf = (one: Omit<NamedAssignment, 'target_id' | 'parent_unit_id'>): PlanRow => ({
  unit: one.unit_id,
  name: one.name,
  isAssigned: one.is_assigned,
  baseline: one.baseline,
  planned: one.planned,
  weight: one.weight,
  dueOn: one.due_on,
})

async function unitRows(c: WebContext, { year, target }: TargetAt): Promise<PlanRow[]> {
  const all = await unitsWithPlans(c.var.db, year, target.id, dayOf(c.var.now))
  return all.filter((one) => one.parent_unit_id === null).map(rowOf)
}

async function showPlan(c: WebContext, place: TargetAt, form: ReturnedForm) {
  const { year, at, target } = place
  const page = <PlanPage at={at} target={target} rows={await unitRows(c, place)} form={form} />
  return c.render(page, headOfPage(year, words(c.var.locale).planTitle(target.code)))
}

async function keepPlan(c: WebContext) {
  const place = await keptTargetOf(c)
  const { at, target } = place
  const units = (await unitRows(c, place)).map(({ unit }) => unit)
  return answerForm(c, {
    schema: planForm(units, { target, locale: c.var.locale }),
    run: async (plan) => {
      await writePlan(c.var.db, actorOf(c), { id: target.id, ...plan }, c.var.now)
      return targetPaths.card(...at, target.code)
    },
    again: (form) => showPlan(c, place, form),
    words: ruleWords,
  })
}

type UnitAt = TargetAt & { unit: string; unitName: string; own: Assignment }

/** A unit that has the target, for who may divide its plan. */
async function unitOf(c: WebContext): Promise<UnitAt> {
  const place = await targetOf(c)
  const unit = idParam(c, 'unit')
  const own = found((await assignmentsOfTarget(c.var.db, place.target.id)).find((one) => one.unit_id === unit))
  demand(mayDivide(actorOf(c), place.year.id, unit))
  const { short_name: unitName } = await nameOn(c.var.db, unit, dayOf(c.var.now))
  return { ...place, unit, unitName, own }
}

async function shareRows(c: WebContext, { target, unit }: UnitAt): Promise<PlanRow[]> {
  const below = await subUnitsOf(c.var.db, unit, dayOf(c.var.now))
  const kept = await assignmentsOfTarget(c.var.db, target.id)
  const none = { baseline: null, planned: null, weight: null, due_on: null, is_assigned: false }
  return below.flatMap((sub) => {
    const own = kept.find((one) => one.unit_id === sub.unit)
    if (own !== undefined && own.parent_unit_id !== unit) return []
    return [rowOf({ ...(own ?? { ...none, unit_id: sub.unit }), name: sub.name })]
  })
}

async function showShares(c: WebContext, place: UnitAt, form: ReturnedForm) {
  const { year, at, target, unit, unitName, own } = place
  const plan = sayValue(own.planned, target, c.var.locale)
  const rows = await shareRows(c, place)
  const page = <SharesPage {...{ at, target, unit, unitName, plan, rows, form }} />
  return c.render(page, headOfPage(year, words(c.var.locale).shares.title(unitName)))
}

async function keepShares(c: WebContext) {
  const place = await unitOf(c)
  const { at, target, unit } = place
  const units = (await shareRows(c, place)).map((row) => row.unit)
  return answerForm(c, {
    schema: planForm(units, { target, locale: c.var.locale }),
    run: async ({ rows }) => {
      await writeShares(c.var.db, actorOf(c), { id: target.id, unit, rows }, c.var.now)
      return targetPaths.card(...at, target.code)
    },
    again: (form) => showShares(c, place, form),
    words: ruleWords,
  })
}

/** The milestones that stand, else an even spread. */
async function marksOf(c: WebContext, { year, target, unit, own }: UnitAt) {
  const days = layPeriods(year, target.frequency).map(({ ends_on }) => ends_on)
  const kept = await milestonesOf(c.var.db, year.id)
  const mine = kept.filter((one) => one.target_id === target.id && one.unit_id === unit && days.includes(one.by_on))
  return mine.length > 0 ? mine : spreadEvenly(target, found(own.planned), days)
}

async function showMilestones(c: WebContext, place: UnitAt, form: ReturnedForm) {
  const { year, at, target, unit, unitName } = place
  const marks = await marksOf(c, place)
  const page = <MilestonesPage {...{ at, target, unit, unitName, marks, form }} />
  return c.render(page, headOfPage(year, words(c.var.locale).milestones.title(unitName)))
}

async function keepMilestones(c: WebContext) {
  const place = await unitOf(c)
  const { at, target, unit } = place
  const days = (await marksOf(c, place)).map(({ by_on }) => by_on)
  return answerForm(c, {
    schema: milestoneForm(days, { target, locale: c.var.locale }),
    run: async ({ marks }) => {
      await writeMilestones(c.var.db, actorOf(c), { id: target.id, unit, marks }, c.var.now)
      return targetPaths.card(...at, target.code)
    },
    again: (form) => showMilestones(c, place, form),
    words: ruleWords,
  })
}

const one = [':bloc', ':year', ':target'] as const
const ofUnit = [...one, ':unit'] as const

export const planRoutes: Route[] = [
  get(targetPaths.plan(...one), 'signed-in', async (c) => showPlan(c, await keptTargetOf(c), emptyForm)),
  post(targetPaths.plan(...one), 'signed-in', keepPlan),
  get(targetPaths.shares(...ofUnit), 'signed-in', async (c) => showShares(c, await unitOf(c), emptyForm)),
  post(targetPaths.shares(...ofUnit), 'signed-in', keepShares),
  get(targetPaths.milestones(...ofUnit), 'signed-in', async (c) => showMilestones(c, await unitOf(c), emptyForm)),
  post(targetPaths.milestones(...ofUnit), 'signed-in', keepMilestones),
]
