import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { idParam } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { actsForMember, keepsActivity } from '../access.ts'
import { movementHead, readMovementYear } from '../read-movement-year.ts'
import { movementsOfYear } from '../register/queries.ts'
import { tickedIds } from '../ticks.ts'
import { activityCan, type ActivityVerb } from './activity.ts'
import { cancelActivity, cancelActivityInput } from './cancel-activity.ts'
import { correctActivity, correctActivityInput } from './correct-activity.ts'
import { greatDaysWithin } from './great-day.ts'
import { greatDayRoutes } from './great-day-routes.tsx'
import { holdActivity, holdActivityInput } from './hold-activity.ts'
import { markNews, markNewsInput } from './mark-news.ts'
import { ActivityPage, type ActivityPageProps } from './pages/activity-page.tsx'
import { ActivityListPage } from './pages/list-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { activityPaths } from './paths.ts'
import { planActivity, planActivityInput } from './plan-activity.ts'
import { activitiesOf, activityOf, greatDays, type ActivityRow } from './queries.ts'
import { reportActivity, reportActivityInput } from './report-activity.ts'
import { words } from './words.ts'

const ruleWords = { activities: words, blocs: blocWords }
const help = 'hoat-dong-va-nhat-ky'
const which = { blocYear: true, activity: true } as const

async function showList(c: WebContext) {
  const { db, now, locale } = c.var
  const { year, at, ownUnit, isOpen, mayKeep } = await readMovementYear(c)
  const activities = await activitiesOf(db, year.id)
  const standing = activities.filter(({ state }) => state !== 'cancelled')
  const today = dayOf(now)
  const startsOn = today > year.starts_on ? today : year.starts_on
  const coming = greatDaysWithin(await greatDays(db), { startsOn, endsOn: year.ends_on }).map((day) => ({
    ...day,
    activities: standing.filter(({ great_day_id: id }) => id === day.id).map(({ title }) => title),
  }))
  const mayPlan = mayKeep || (isOpen && ownUnit !== undefined)
  return c.render(
    <ActivityListPage {...{ year, at, activities, coming, mayPlan }} />,
    movementHead(year, words(locale).title, help),
  )
}

/** Names of boxes are those of units. */
const planned = z.looseObject({}).transform((typed) => ({ ...typed, units: tickedIds(typed, 'u_') }))

async function showPlan(c: WebContext, form: ReturnedForm = emptyForm, activity?: ActivityRow) {
  const { db, locale } = c.var
  const { year, at, members, ownUnit, isOpen, mayKeep } = await readMovementYear(c)
  demand(mayKeep || (isOpen && ownUnit !== undefined))
  const days = greatDaysWithin(await greatDays(db), { startsOn: year.starts_on, endsOn: year.ends_on })
  const props = {
    year,
    at,
    activity,
    members,
    chargeable: mayKeep ? members : members.filter(({ unit }) => unit === ownUnit),
    greatDays: days,
    greatDay: days.find(({ id }) => id === c.req.query('ngay-le')),
    movements: await movementsOfYear(db, year.id),
    form,
  }
  return c.render(<PlanPage {...props} />, movementHead(year, words(locale).planTitle, help))
}

async function plan(c: WebContext) {
  const { year, at, actor } = await readMovementYear(c)
  return answerForm(c, {
    schema: planned.pipe(planActivityInput.omit({ blocYear: true })),
    run: async (input) => {
      const id = await planActivity(c.var.db, actor, { ...input, blocYear: year.id }, c.var.now)
      return activityPaths.one(...at, id)
    },
    again: (form) => showPlan(c, form),
    words: ruleWords,
  })
}

/** The activity of the address, and what its reader may do with it now. */
async function activityAt(c: WebContext) {
  const place = await readMovementYear(c)
  const { year, actor, isOpen, mayKeep } = place
  const activity = await activityOf(c.var.db, year.id, idParam(c, 'activity'))
  const keeps = isOpen && keepsActivity(actor, activity)
  const can = (verb: ActivityVerb) => (verb === 'mark' ? mayKeep : keeps) && activityCan(verb, activity)
  const ids = { blocYear: year.id, activity: activity.id }
  return { ...place, activity, can, ids, here: activityPaths.one(...place.at, activity.id) }
}

async function showActivity(c: WebContext, forms: ActivityPageProps['forms'] = {}) {
  const { db, locale } = c.var
  const { year, at, actor, activity, can, isOpen } = await activityAt(c)
  const subject = { kind: 'activity', id: activity.id }
  const props = {
    year,
    at,
    activity,
    cited: (await evidenceOf(db, [subject])).get(subjectName(subject)) ?? [],
    mayCite: isOpen && activity.state !== 'cancelled' && actsForMember(actor, year.id, activity.charge_unit_id),
    history: tellHistory(await historyOf(db, activity.id), words(locale).deeds),
    may: {
      correct: can('correct'),
      hold: can('hold'),
      report: can('report'),
      cancel: can('cancel'),
      mark: can('mark'),
    },
    forms,
  }
  return c.render(<ActivityPage {...props} />, movementHead(year, activity.title, help))
}

async function showCorrect(c: WebContext, form: ReturnedForm = emptyForm) {
  const { activity, can } = await activityAt(c)
  demand(can('correct'))
  return showPlan(c, form, activity)
}

async function correct(c: WebContext) {
  const { ids, here, actor } = await activityAt(c)
  return answerForm(c, {
    schema: planned.pipe(correctActivityInput.omit(which)),
    run: async (input) => {
      await correctActivity(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showCorrect(c, form),
    words: ruleWords,
  })
}

async function hold(c: WebContext) {
  const { ids, here, actor } = await activityAt(c)
  return answerForm(c, {
    schema: holdActivityInput.omit(which),
    run: async (input) => {
      await holdActivity(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (held) => showActivity(c, { held }),
    words: ruleWords,
  })
}

async function showReport(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, activity, can } = await activityAt(c)
  demand(can('report'))
  return c.render(
    <ReportPage {...{ year, at, activity, form }} id={newId()} />,
    movementHead(year, words(c.var.locale).reportTitle(activity.title), help),
  )
}

async function report(c: WebContext) {
  const { ids, here, actor } = await activityAt(c)
  return answerForm(c, {
    schema: reportActivityInput.omit(which),
    run: async (input) => {
      await reportActivity(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showReport(c, form),
    words: ruleWords,
  })
}

async function cancel(c: WebContext) {
  const { ids, here, actor } = await activityAt(c)
  return answerForm(c, {
    schema: cancelActivityInput.omit(which),
    run: async (input) => {
      await cancelActivity(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (cancellation) => showActivity(c, { cancellation }),
    words: ruleWords,
  })
}

async function mark(c: WebContext) {
  const { ids, here, actor } = await activityAt(c)
  return answerForm(c, {
    schema: markNewsInput.omit(which),
    run: async (input) => {
      await markNews(c.var.db, actor, { ...input, ...ids }, c.var.now)
      return here
    },
    again: (form) => showActivity(c, { act: form }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const
const one = [...at, ':activity'] as const

export const activityRoutes: Route[] = [
  ...greatDayRoutes,
  get(activityPaths.list(...at), 'signed-in', showList),
  get(activityPaths.plan(...at), 'signed-in', (c) => showPlan(c)),
  post(activityPaths.plan(...at), 'signed-in', plan),
  get(activityPaths.one(...one), 'signed-in', (c) => showActivity(c)),
  get(activityPaths.correct(...one), 'signed-in', (c) => showCorrect(c)),
  post(activityPaths.correct(...one), 'signed-in', correct),
  post(activityPaths.held(...one), 'signed-in', hold),
  get(activityPaths.report(...one), 'signed-in', (c) => showReport(c)),
  post(activityPaths.report(...one), 'signed-in', report),
  post(activityPaths.cancellation(...one), 'signed-in', cancel),
  post(activityPaths.news(...one), 'signed-in', mark),
]
