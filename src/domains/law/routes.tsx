import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { mayConfirmLegalText, mayKeepLegalTexts } from './access.ts'
import { addLegalText, addLegalTextInput } from './add-legal-text.ts'
import { confirmLegalText, confirmLegalTextInput } from './confirm-legal-text.ts'
import { correctLegalText } from './correct-legal-text.ts'
import { nameOfText } from './legal-text.ts'
import { EditPage } from './pages/edit-page.tsx'
import { LawListPage } from './pages/list-page.tsx'
import { ShowPage } from './pages/show-page.tsx'
import { addLegalTextPath, confirmLegalTextPath, correctLegalTextPath, legalTextPath, legalTextsPath } from './paths.ts'
import { legalTextOf, legalTexts } from './queries.ts'
import { ruleRoutes } from './rules/routes.tsx'
import { words } from './words.ts'

const help = 'van-ban-phap-luat'
const ruleWords = { law: words }

async function showList(c: WebContext) {
  const search = c.req.query('q')?.normalize('NFC').trim() ?? ''
  const inForceOn = z.iso.date().safeParse(c.req.query('ngay')).data ?? ''
  const texts = await legalTexts(c.var.db, { search, inForceOn: inForceOn || undefined })
  const mayKeep = mayKeepLegalTexts(actorOf(c))
  const page = <LawListPage {...{ texts, search, inForceOn, mayKeep }} today={dayOf(c.var.now)} />
  return c.render(page, { title: words(c.var.locale).title, shell: 'workspace', help })
}

async function showText(c: WebContext, form: ReturnedForm) {
  const text = found(await legalTextOf(c.var.db, idParam(c)))
  const actions: Readonly<Record<string, string>> = words(c.var.locale).actions
  const history = (await historyOf(c.var.db, text.id)).map((entry) => ({
    at: entry.at,
    who: entry.actor_name,
    what: actions[entry.action],
  }))
  const mayKeep = mayKeepLegalTexts(actorOf(c))
  const mayConfirm = mayConfirmLegalText(actorOf(c), text)
  const page = <ShowPage {...{ text, history, mayKeep, mayConfirm, form }} today={dayOf(c.var.now)} />
  return c.render(page, { title: nameOfText(text), shell: 'workspace', help })
}

async function showEdit(c: WebContext, id: string | null, form: ReturnedForm) {
  const t = words(c.var.locale)
  const text = id === null ? null : found(await legalTextOf(c.var.db, id))
  const title = text === null ? t.addTitle : t.correctTitle(text.number)
  return c.render(<EditPage text={text} form={form} />, { title, shell: 'workspace', help })
}

const add = (c: WebContext) =>
  answerForm(c, {
    schema: addLegalTextInput,
    run: async (value) => legalTextPath(await addLegalText(c.var.db, actorOf(c), value, c.var.now)),
    again: (form) => showEdit(c, null, form),
    words: ruleWords,
  })

const correct = (c: WebContext) =>
  answerForm(c, {
    schema: addLegalTextInput,
    run: async (value) => {
      const id = idParam(c)
      await correctLegalText(c.var.db, actorOf(c), { ...value, id }, c.var.now)
      return legalTextPath(id)
    },
    again: (form) => showEdit(c, idParam(c), form),
    words: ruleWords,
  })

const confirm = (c: WebContext) =>
  answerForm(c, {
    schema: confirmLegalTextInput.omit({ id: true }),
    run: async ({ source }) => {
      const id = idParam(c)
      await confirmLegalText(c.var.db, actorOf(c), { id, source }, c.var.now)
      return legalTextPath(id)
    },
    again: (form) => showText(c, form),
    words: ruleWords,
  })

export const lawRoutes: Route[] = [
  get(legalTextsPath, 'signed-in', showList),
  // Before a text, whose address would take the word for an id.
  ...ruleRoutes,
  get(addLegalTextPath, mayKeepLegalTexts, (c) => showEdit(c, null, emptyForm)),
  post(legalTextsPath, mayKeepLegalTexts, add),
  get(legalTextPath(':id'), 'signed-in', (c) => showText(c, emptyForm)),
  get(correctLegalTextPath(':id'), mayKeepLegalTexts, (c) => showEdit(c, idParam(c), emptyForm)),
  post(correctLegalTextPath(':id'), mayKeepLegalTexts, correct),
  post(confirmLegalTextPath(':id'), mayKeepLegalTexts, confirm),
]
