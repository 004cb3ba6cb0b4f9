import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { adoptTable, adoptTableInput } from './adopt-table.ts'
import { checkDraft } from './check-draft.ts'
import { AdoptPage, RemovePage, WithdrawPage } from './pages/act-pages.tsx'
import { tablePaths } from './paths.ts'
import { hasSheets } from './queries.ts'
import { headOf, readKeptVersion } from './read-place.ts'
import { removeDraft } from './remove-draft.ts'
import { ruleWords } from './rule-words.ts'
import { withdrawTable, withdrawTableInput } from './withdraw-table.ts'
import { words } from './words.ts'

async function showAdoption(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readKeptVersion(c)
  const { version, at } = place
  const counted = await hasSheets(c.var.db, version.table)
  const page = (
    <AdoptPage at={at} version={version} form={form} doubts={checkDraft(version.content)} hasSheets={counted} />
  )
  return c.render(page, headOf(place, words(c.var.locale).adoption.title))
}

async function adopt(c: WebContext) {
  const { version, at } = await readKeptVersion(c)
  return answerForm(c, {
    schema: adoptTableInput.omit({ version: true }),
    run: async (input) => {
      await adoptTable(c.var.db, actorOf(c), { ...input, version: version.id }, c.var.now)
      return tablePaths.version(...at)
    },
    again: (form) => showAdoption(c, form),
    words: ruleWords,
  })
}

async function showWithdrawal(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readKeptVersion(c)
  const page = <WithdrawPage at={place.at} version={place.version} form={form} />
  return c.render(page, headOf(place, words(c.var.locale).withdrawal.title))
}

async function withdraw(c: WebContext) {
  const { version, at } = await readKeptVersion(c)
  return answerForm(c, {
    schema: withdrawTableInput.omit({ version: true }),
    run: async (input) => {
      await withdrawTable(c.var.db, actorOf(c), { ...input, version: version.id }, c.var.now)
      return tablePaths.version(...at)
    },
    again: (form) => showWithdrawal(c, form),
    words: ruleWords,
  })
}

async function showRemoval(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readKeptVersion(c)
  const page = <RemovePage at={place.at} version={place.version} form={form} />
  return c.render(page, headOf(place, words(c.var.locale).removal.title))
}

async function remove(c: WebContext) {
  const { version, at, bloc } = await readKeptVersion(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      const { isGone } = await removeDraft(c.var.db, actorOf(c), version.id, c.var.now)
      return isGone ? tablePaths.list(bloc.slug) : tablePaths.table(bloc.slug, at[1])
    },
    again: (form) => showRemoval(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':table', ':number'] as const

/** What is confirmed before it is done to a version. */
export const actRoutes: Route[] = [
  get(tablePaths.adoption(...at), 'signed-in', (c) => showAdoption(c)),
  post(tablePaths.adoption(...at), 'signed-in', adopt),
  get(tablePaths.withdrawal(...at), 'signed-in', (c) => showWithdrawal(c)),
  post(tablePaths.withdrawal(...at), 'signed-in', withdraw),
  get(tablePaths.removal(...at), 'signed-in', (c) => showRemoval(c)),
  post(tablePaths.removal(...at), 'signed-in', remove),
]
