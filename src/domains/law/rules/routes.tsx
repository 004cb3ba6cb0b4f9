import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayConfirmLegalText, mayKeepLegalTexts } from '../access.ts'
import { addRule, addRuleInput } from './add-rule.ts'
import { confirmRule, confirmRuleInput } from './confirm-rule.ts'
import { RulesPage } from './pages/rules-page.tsx'
import { rulePaths } from './paths.ts'
import { legalRules } from './queries.ts'
import { removeRule } from './remove-rule.ts'
import { words } from './words.ts'

const ruleWords = { legalRules: words }

interface Forms {
  form?: ReturnedForm
  /** Of the line with this id. */
  confirming?: ReturnedForm
  of?: string
}

async function show(c: WebContext, { form = emptyForm, confirming = emptyForm, of }: Forms = {}) {
  const actor = actorOf(c)
  const rules = await legalRules(c.var.db)
  const open = rules.filter(({ confirmed_at }) => confirmed_at === null)
  const mayConfirm = new Set(open.filter((rule) => mayConfirmLegalText(actor, rule)).map(({ id }) => id))
  const page = <RulesPage {...{ rules, form, confirming, of, mayConfirm }} mayKeep={mayKeepLegalTexts(actor)} />
  return c.render(page, { title: words(c.var.locale).title, shell: 'workspace', help: 'van-ban-phap-luat' })
}

const add = (c: WebContext) =>
  answerForm(c, {
    schema: addRuleInput,
    run: async (value) => {
      await addRule(c.var.db, actorOf(c), value, c.var.now)
      return rulePaths.list
    },
    again: (form) => show(c, { form }),
    words: ruleWords,
  })

const confirm = (c: WebContext) =>
  answerForm(c, {
    schema: confirmRuleInput.omit({ id: true }),
    run: async ({ source }) => {
      await confirmRule(c.var.db, actorOf(c), { id: idParam(c), source }, c.var.now)
      return rulePaths.list
    },
    again: (confirming) => show(c, { confirming, of: idParam(c) }),
    words: ruleWords,
  })

const remove = (c: WebContext) =>
  answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await removeRule(c.var.db, actorOf(c), idParam(c), c.var.now)
      return rulePaths.list
    },
    again: (confirming) => show(c, { confirming, of: idParam(c) }),
    words: ruleWords,
  })

export const ruleRoutes: Route[] = [
  get(rulePaths.list, 'signed-in', (c) => show(c)),
  post(rulePaths.list, mayKeepLegalTexts, add),
  post(rulePaths.confirmation(':id'), mayKeepLegalTexts, confirm),
  post(rulePaths.removal(':id'), mayKeepLegalTexts, remove),
]
