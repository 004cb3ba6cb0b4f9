import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayKeepEvidenceSettings } from '../access.ts'
import { acceptHost, acceptHostInput } from './accept-host.ts'
import { endHost, endHostInput } from './end-host.ts'
import { keepLimit, keepLimitInput } from './keep-limit.ts'
import { SettingsPage } from './pages/settings-page.tsx'
import { settingPaths } from './paths.ts'
import { hostsOf, limitsOf } from './queries.ts'
import { words } from './words.ts'

const ruleWords = { evidenceSettings: words }

interface Forms {
  limit?: ReturnedForm
  host?: ReturnedForm
}

async function show(c: WebContext, { limit = emptyForm, host = emptyForm }: Forms = {}) {
  const { db, now, locale } = c.var
  const page = (
    <SettingsPage {...{ limit, host }} limits={await limitsOf(db)} hosts={await hostsOf(db)} today={dayOf(now)} />
  )
  return c.render(page, { title: words(locale).title, shell: 'workspace', help: 'minh-chung' })
}

/** The schema speaks of any wrong text; here one thing can be wrong with a site. */
const toldOfHost = (c: WebContext, form: ReturnedForm): ReturnedForm => ({
  ...form,
  errors: form.errors.map(({ field, message }) => ({
    field,
    message: field === 'host' ? words(c.var.locale).wrongHost : message,
  })),
})

const keep = (c: WebContext) =>
  answerForm(c, {
    schema: keepLimitInput,
    run: async (value) => {
      await keepLimit(c.var.db, actorOf(c), value, c.var.now)
      return settingPaths.settings
    },
    again: (limit) => show(c, { limit }),
    words: ruleWords,
  })

const accept = (c: WebContext) =>
  answerForm(c, {
    schema: acceptHostInput,
    run: async (value) => {
      await acceptHost(c.var.db, actorOf(c), value, c.var.now)
      return settingPaths.settings
    },
    again: (host) => show(c, { host: toldOfHost(c, host) }),
    words: ruleWords,
  })

const end = (c: WebContext) =>
  answerForm(c, {
    schema: endHostInput,
    run: async (value) => {
      await endHost(c.var.db, actorOf(c), value, c.var.now)
      return settingPaths.settings
    },
    again: (host) => show(c, { host }),
    words: ruleWords,
  })

export const settingRoutes: Route[] = [
  get(settingPaths.settings, mayKeepEvidenceSettings, (c) => show(c)),
  post(settingPaths.limits, mayKeepEvidenceSettings, keep),
  post(settingPaths.hosts, mayKeepEvidenceSettings, accept),
  post(settingPaths.hostEnd, mayKeepEvidenceSettings, end),
]
