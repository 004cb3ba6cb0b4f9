import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { targetPaths } from '../paths.ts'
import type { TargetPieces } from '../pieces.ts'
import { assignmentsOf, targetsOf } from '../queries.ts'
import { words } from '../words.ts'
import { adoptTargets } from './adopt-targets.ts'
import { orderTargets, orderTargetsInput } from './order-targets.ts'
import { AdoptPage, RemovePage, WithdrawPage } from './pages/act-pages.tsx'
import { removeTarget } from './remove-target.ts'
import { ruleWords } from './rule-words.ts'
import { withdrawTarget, withdrawTargetInput } from './withdraw-target.ts'
import { headOfPage, keptTargetOf, keptYearOf } from './year-of-targets.ts'

async function showRemoval(c: WebContext, form: ReturnedForm) {
  const { year, at, target } = await keptTargetOf(c)
  return c.render(<RemovePage at={at} target={target} form={form} />, headOfPage(year, words(c.var.locale).remove))
}

async function remove(c: WebContext) {
  const { at, target } = await keptTargetOf(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await removeTarget(c.var.db, actorOf(c), target.id, c.var.now)
      return targetPaths.list(...at)
    },
    again: (form) => showRemoval(c, form),
    words: ruleWords,
  })
}

async function order(c: WebContext) {
  const { at, target } = await keptTargetOf(c)
  const form = await readForm(c, orderTargetsInput.pick({ step: true }))
  if (form.ok) await orderTargets(c.var.db, actorOf(c), { id: target.id, ...form.value }, c.var.now)
  return c.redirect(`${targetPaths.ordering(...at)}#${target.code}`, 303)
}

async function showWithdrawal(c: WebContext, form: ReturnedForm) {
  const { year, at, target } = await keptTargetOf(c)
  return c.render(<WithdrawPage at={at} target={target} form={form} />, headOfPage(year, words(c.var.locale).withdraw))
}

async function withdraw(c: WebContext) {
  const { at, target } = await keptTargetOf(c)
  return answerForm(c, {
    schema: withdrawTargetInput.omit({ id: true }),
    run: async ({ reason }) => {
      await withdrawTarget(c.var.db, actorOf(c), { id: target.id, reason }, c.var.now)
      return targetPaths.card(...at, target.code)
    },
    again: (form) => showWithdrawal(c, form),
    words: ruleWords,
  })
}

async function showAdoption(c: WebContext, form: ReturnedForm) {
  const { year, at } = await keptYearOf(c)
  const drafts = await targetsOf(c.var.db, year.id, { states: ['draft'] })
  const planned = new Set(
    (await assignmentsOf(c.var.db, year.id)).flatMap((one) => (one.planned === null ? [] : [one.target_id])),
  )
  const without = drafts.filter(({ id }) => !planned.has(id)).map(({ code }) => code)
  const page = <AdoptPage at={at} drafts={drafts} withoutPlan={without} form={form} />
  return c.render(page, headOfPage(year, words(c.var.locale).adoptTitle))
}

async function adopt(c: WebContext, { announce }: TargetPieces) {
  const { year, at } = await keptYearOf(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await adoptTargets(c.var.db, actorOf(c), year.id, { now: c.var.now, announce })
      return targetPaths.list(...at)
    },
    again: (form) => showAdoption(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const
const one = [...at, ':target'] as const

/** What is confirmed before it is done. */
export const actRoutes = (pieces: TargetPieces): Route[] => [
  get(targetPaths.adoption(...at), 'signed-in', (c) => showAdoption(c, emptyForm)),
  post(targetPaths.adoption(...at), 'signed-in', (c) => adopt(c, pieces)),
  get(targetPaths.removal(...one), 'signed-in', (c) => showRemoval(c, emptyForm)),
  post(targetPaths.removal(...one), 'signed-in', remove),
  post(targetPaths.order(...one), 'signed-in', order),
  get(targetPaths.withdrawal(...one), 'signed-in', (c) => showWithdrawal(c, emptyForm)),
  post(targetPaths.withdrawal(...one), 'signed-in', withdraw),
]
