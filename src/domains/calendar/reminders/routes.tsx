import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { changeRules, changeRulesInput, maySetRules } from './change-rules.ts'
import { RulesPage } from './pages/rules-page.tsx'
import { rulesPath } from './paths.ts'
import { rulesOf } from './queries.ts'
import { words } from './words.ts'

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const props = { locale, form, rules: await rulesOf(db), isSaved: c.req.query('da-luu') !== undefined }
  return c.render(<RulesPage {...props} />, { title: words(locale).title, shell: 'workspace', help: 'thong-bao' })
}

const change = (c: WebContext) =>
  answerForm(c, {
    schema: changeRulesInput,
    run: async (input) => {
      await changeRules(c.var.db, actorOf(c), input, c.var.now)
      return `${rulesPath}?da-luu`
    },
    again: (form) => show(c, form),
    words: { reminders: words },
  })

export const reminderRoutes: Route[] = [
  get(rulesPath, maySetRules, (c) => show(c)),
  post(rulesPath, maySetRules, change),
]
