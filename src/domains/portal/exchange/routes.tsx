import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { stepUpPath } from '#domains/identity/paths.ts'
import { hasSteppedUp } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { day, emptyForm, faultsOf } from '#platform/form.ts'
import { param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { keepsProfiles, mayConfirmEdition, mayExport, seesExchange } from './access.ts'
import { addEdition, addEditionInput } from './add-edition.ts'
import { confirmEdition, confirmEditionInput } from './confirm-edition.ts'
import { gatherLines } from './gather-lines.ts'
import { faultOfPeriod, issueExport, issueExportInput } from './issue-export.ts'
import { EditionPage } from './pages/edition-page.tsx'
import { ExchangePage } from './pages/exchange-page.tsx'
import { ProfilePage } from './pages/profile-page.tsx'
import { exchangePaths } from './paths.ts'
import { lineSchema, type Period } from './profile.ts'
import { editionOn, editions, editionsOf, type Edition } from './queries.ts'
import { words } from './words.ts'

const ruleWords = { exchange: words }

const headOf = (c: WebContext, title = words(c.var.locale).title) => ({
  title,
  shell: 'workspace' as const,
  help: 'trao-doi-du-lieu',
})

const code = /^[a-z0-9]+(-[a-z0-9]+)*$/u

/** What cannot be the code of a profile never reaches the database. */
const codeOf = (c: WebContext) => found(code.exec(param(c, 'profile')))[0]

async function showList(c: WebContext) {
  const today = dayOf(c.var.now)
  const begun = (await editions(c.var.db)).filter(({ from_on }) => from_on <= today)
  const inUse = begun.filter((one, index) => begun[index - 1]?.code !== one.code)
  return c.render(<ExchangePage editions={inUse} />, headOf(c))
}

const periodQuery = z.object({ tu: day(), den: day() })

/** The days in the address: none yet, some that are wrong, or a period. */
function askedPeriod(c: WebContext): { asked: ReturnedForm; period?: Period } {
  const [tu, den] = [c.req.query('tu'), c.req.query('den')]
  if (tu === undefined && den === undefined) return { asked: emptyForm }
  const typed = { tu: tu ?? '', den: den ?? '' }
  const result = periodQuery.safeParse(typed)
  if (!result.success) return { asked: { typed, errors: faultsOf(result.error, typed, c.var.locale) } }
  const period = { from: result.data.tu, to: result.data.den }
  const fault = faultOfPeriod(period, dayOf(c.var.now))
  if (fault === undefined) return { asked: { typed, errors: [] }, period }
  return { asked: { typed, errors: [], refused: words(c.var.locale).violations[fault] } }
}

async function previewOf(c: WebContext, edition: Edition, period: Period) {
  const { db, origin, now } = c.var
  const gathered = await gatherLines(db, edition, period, origin)
  const here = exchangePaths.period(edition.code, period)
  return { edition, period, gathered, stepUp: hasSteppedUp(actorOf(c), now) ? undefined : stepUpPath(here) }
}

interface Forms {
  confirming?: ReturnedForm
  refused?: ReturnedForm
}

async function showProfile(c: WebContext, { confirming = emptyForm, refused }: Forms = {}) {
  const { db, now, locale } = c.var
  const actor = actorOf(c)
  const all = await editionsOf(db, codeOf(c))
  const edition = editionOn(all, dayOf(now))
  const { asked, period } = askedPeriod(c)
  const may = {
    export: mayExport(actor, edition.kind),
    keep: keepsProfiles(actor),
    confirm: mayConfirmEdition(actor, edition),
  }
  const preview = period !== undefined && may.export ? await previewOf(c, edition, period) : undefined
  const history = tellHistory(await historyOf(db, edition.id), words(locale).deeds)
  const page = { edition, editions: all, today: dayOf(now), may, confirming, preview, history }
  return c.render(<ProfilePage {...page} asked={refused ?? asked} />, headOf(c, edition.name))
}

const types = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const typedDays = ({ typed, ...form }: ReturnedForm): ReturnedForm => ({
  ...form,
  typed: { tu: typed['from'] ?? '', den: typed['to'] ?? '' },
})

const download = (c: WebContext) =>
  answerForm(c, {
    schema: issueExportInput.omit({ code: true }),
    run: async (input) => {
      const { db, now, tenant, origin } = c.var
      const env = { now, tenant: tenant.name, origin }
      const { name, bytes } = await issueExport(db, actorOf(c), { ...input, code: codeOf(c) }, env)
      return c.body(Buffer.from(bytes), 200, {
        'content-type': types[input.form],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      })
    },
    again: (form) => showProfile(c, { refused: typedDays(form) }),
    words: ruleWords,
  })

async function sendSchema(c: WebContext) {
  const edition = editionOn(await editionsOf(c.var.db, codeOf(c)), dayOf(c.var.now))
  return c.json(z.toJSONSchema(lineSchema(edition.fields)))
}

async function showEdition(c: WebContext, form: ReturnedForm = emptyForm) {
  const [latest] = await editionsOf(c.var.db, codeOf(c))
  return c.render(<EditionPage latest={latest} form={form} />, headOf(c, words(c.var.locale).addEdition))
}

const add = (c: WebContext) =>
  answerForm(c, {
    schema: addEditionInput.omit({ code: true }),
    run: async (input) => {
      await addEdition(c.var.db, actorOf(c), { ...input, code: codeOf(c) }, c.var.now)
      return exchangePaths.profile(codeOf(c))
    },
    again: (form) => showEdition(c, form),
    words: ruleWords,
  })

const confirm = (c: WebContext) =>
  answerForm(c, {
    schema: confirmEditionInput,
    run: async (input) => {
      await confirmEdition(c.var.db, actorOf(c), input, c.var.now)
      return exchangePaths.profile(codeOf(c))
    },
    again: (confirming) => showProfile(c, { confirming }),
    words: ruleWords,
  })

export const exchangeRoutes: Route[] = [
  get(exchangePaths.list, seesExchange, showList),
  get(exchangePaths.profile(':profile'), seesExchange, (c) => showProfile(c)),
  post(exchangePaths.download(':profile'), seesExchange, download),
  get(exchangePaths.schema(':profile'), seesExchange, sendSchema),
  get(exchangePaths.edition(':profile'), keepsProfiles, (c) => showEdition(c)),
  post(exchangePaths.edition(':profile'), keepsProfiles, add),
  post(exchangePaths.confirmation(':profile'), keepsProfiles, confirm),
]
