import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayConsentFor, mayProposeChange } from '../access.ts'
import { unitsWithPlans } from '../cards/queries.ts'
import { termsForm } from '../cards/read-plan-form.ts'
import { ruleWords as cardWords } from '../cards/rule-words.ts'
import { headOfPage, targetOf, yearOf, type TargetAt, type YearAt } from '../cards/year-of-targets.ts'
import { targetPaths } from '../paths.ts'
import { targetById } from '../queries.ts'
import { giveConsent, giveConsentInput } from './give-consent.ts'
import { ChangePage } from './pages/change-page.tsx'
import { ChangesPage } from './pages/changes-page.tsx'
import { ProposePage } from './pages/propose-page.tsx'
import { proposeChange } from './propose-change.ts'
import { askedUnits, changeById, changesOfYear, type ChangeRow } from './queries.ts'
import { mayWithdrawChange, withdrawChange } from './withdraw-change.ts'
import { words } from './words.ts'

const ruleWords = { ...cardWords, targetChanges: words }
const help = 'thay-doi-chi-tieu'

async function showChanges(c: WebContext) {
  const { year, at } = await yearOf(c)
  const page = <ChangesPage at={at} label={year.label} changes={await changesOfYear(c.var.db, year.id)} />
  return c.render(page, headOfPage(year, words(c.var.locale).title, help))
}

async function unitRows(c: WebContext, { year, target }: TargetAt) {
  const plans = await unitsWithPlans(c.var.db, year, target.id, dayOf(c.var.now))
  return plans.filter((one) => one.parent_unit_id === null)
}

/** The target with its units, for who may ask for a change of it. */
async function proposableOf(c: WebContext) {
  const place = await targetOf(c)
  const units = await unitRows(c, place)
  const holders = units.filter((one) => one.is_assigned).map((one) => one.unit_id)
  demand(mayProposeChange(actorOf(c), place.year.id, holders))
  return { ...place, units }
}

type Proposable = Awaited<ReturnType<typeof proposableOf>>

async function showProposal(c: WebContext, { year, at, target, units }: Proposable, form: ReturnedForm) {
  const rows = units.map((one) => ({
    unit: one.unit_id,
    name: one.name,
    isAssigned: one.is_assigned,
    baseline: one.baseline,
    planned: one.planned,
    weight: one.weight,
    dueOn: one.due_on,
  }))
  const page = <ProposePage at={at} target={target} rows={rows} form={form} />
  return c.render(page, headOfPage(year, words(c.var.locale).proposeTitle(target.code), help))
}

async function propose(c: WebContext) {
  const place = await proposableOf(c)
  const units = place.units.map((one) => one.unit_id)
  return answerForm(c, {
    schema: termsForm(units, { target: place.target, locale: c.var.locale }),
    run: async ({ reason, ...after }) => {
      const input = { target: place.target.id, after, reason }
      return targetPaths.change(...place.at, await proposeChange(c.var.db, actorOf(c), input, c.var.now))
    },
    again: (form) => showProposal(c, place, form),
    words: ruleWords,
  })
}

type ChangeAt = YearAt & { change: ChangeRow }

async function changeOf(c: WebContext): Promise<ChangeAt> {
  const place = await yearOf(c)
  const change = await changeById(c.var.db, idParam(c, 'change'))
  found(change.bloc_year_id === place.year.id ? change : undefined)
  return { ...place, change }
}

async function showChange(c: WebContext, { year, at, change }: ChangeAt, form: ReturnedForm) {
  const { db, locale } = c.var
  const [actor, target] = [actorOf(c), await targetById(db, change.target_id)]
  const asked = await askedUnits(db, change.id)
  const plans = await unitRows(c, { year, at, target })
  const isWaiting = change.state === 'proposed'
  const page = (
    <ChangePage
      at={at}
      target={target}
      change={change}
      asked={asked}
      unitNames={new Map([...plans, ...asked].map((one) => [one.unit_id, one.name]))}
      answers={asked
        .filter((one) => isWaiting && one.agrees === null && mayConsentFor(actor, one.unit_id))
        .map((one) => one.unit_id)}
      mayWithdraw={isWaiting && mayWithdrawChange(actor, change)}
      form={form}
    />
  )
  return c.render(page, headOfPage(year, words(locale).ofTarget(change.code), help))
}

async function answer(c: WebContext) {
  const place = await changeOf(c)
  return answerForm(c, {
    schema: giveConsentInput.omit({ change: true }),
    run: async (given) => {
      await giveConsent(c.var.db, actorOf(c), { ...given, change: place.change.id }, c.var.now)
      return targetPaths.change(...place.at, place.change.id)
    },
    again: (form) => showChange(c, place, form),
    words: ruleWords,
  })
}

async function withdraw(c: WebContext) {
  const place = await changeOf(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await withdrawChange(c.var.db, actorOf(c), place.change.id, c.var.now)
      return targetPaths.change(...place.at, place.change.id)
    },
    again: (form) => showChange(c, place, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const changeRoutes: Route[] = [
  get(targetPaths.changes(...at), 'signed-in', showChanges),
  get(targetPaths.propose(...at, ':target'), 'signed-in', async (c) =>
    showProposal(c, await proposableOf(c), emptyForm),
  ),
  post(targetPaths.propose(...at, ':target'), 'signed-in', propose),
  get(targetPaths.change(...at, ':change'), 'signed-in', async (c) => showChange(c, await changeOf(c), emptyForm)),
  post(targetPaths.consent(...at, ':change'), 'signed-in', answer),
  post(targetPaths.changeWithdrawal(...at, ':change'), 'signed-in', withdraw),
]
