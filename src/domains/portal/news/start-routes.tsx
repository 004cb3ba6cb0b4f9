import { liveAgreement } from '#domains/agreement/queries.ts'
import { blocYearsOfActor, type BlocYearRow } from '#domains/blocs/queries.ts'
import { activitiesOf } from '#domains/movements/activities/queries.ts'
import { movementsOfYear } from '#domains/movements/register/queries.ts'
import { namesOn } from '#domains/units/queries.ts'
import { isAuthority } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { emptyForm, line, optionalLine } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { Option } from '#ui/form/select-field.tsx'
import { z } from 'zod'
import { readDraftSource, type DraftSource } from '../news-drafts/draft-source.ts'
import { mayStartNews, writesFor } from './access.ts'
import { addArticle } from './add-article.ts'
import { newsCategories } from './article.ts'
import { StartArticlePage } from './pages/start-page.tsx'
import { newsPaths } from './paths.ts'
import { words } from './words.ts'

const ruleWords = { news: words }
const tenantOwner = 'tenant'

interface Owner {
  value: string
  year: BlocYearRow | null
  unit: string | null
}

/** For whom this person may write, the latest year first; the tenant's own by the authority. */
async function ownersOf(c: WebContext): Promise<Owner[]> {
  const actor = actorOf(c)
  const years = await blocYearsOfActor(c.var.db, actor)
  const own = years.flatMap((year) =>
    writesFor(actor, year.id).map((unit) => ({ value: `${year.id}:${unit}`, year, unit })),
  )
  return isAuthority(actor) ? [...own, { value: tenantOwner, year: null, unit: null }] : own
}

async function ownerOptions(c: WebContext, owners: readonly Owner[]): Promise<Option[]> {
  const units = owners.flatMap(({ unit }) => (unit === null ? [] : [unit]))
  const names = await namesOn(c.var.db, units, dayOf(c.var.now))
  return owners.map(({ value, year, unit }) => ({
    value,
    label:
      year === null
        ? words(c.var.locale).ofTenant
        : `${year.bloc.short_name}, ${year.label}: ${names.get(unit ?? '')?.short_name ?? ''}`,
  }))
}

const titled = (kind: DraftSource, rows: readonly { id: string; title: string }[], group: string): Option[] =>
  rows.map(({ id, title }) => ({ value: `${kind}:${id}`, label: title, group }))

/** Records of a year that can be told: what was held or reported, launched, signed, or met about. */
async function sourcesOfYear(c: WebContext, year: BlocYearRow): Promise<Option[]> {
  const { db } = c.var
  const t = words(c.var.locale).start.sources
  const group = (kind: DraftSource) => `${t[kind]}, ${year.label}`
  const activities = (await activitiesOf(db, year.id)).filter(({ state }) => state === 'held' || state === 'reported')
  const movements = (await movementsOfYear(db, year.id)).filter(({ state }) => state !== 'draft')
  const agreement = await liveAgreement(db, year.id)
  const signed = agreement?.state === 'signed' || agreement?.state === 'signing' ? [agreement] : []
  const conferences = db.selectFrom('conference').select(['id', 'title']).where('bloc_year_id', '=', year.id)
  const held = await conferences.where('state', '=', 'closed').orderBy('held_on', 'desc').execute()
  return [
    ...titled('activity', activities, group('activity')),
    ...titled('movement', movements, group('movement')),
    ...titled('agreement', signed, group('agreement')),
    ...titled('conference', held, group('conference')),
  ]
}

async function showStart(c: WebContext, form: ReturnedForm = emptyForm) {
  const owners = await ownersOf(c)
  demand(owners.length > 0)
  const years = [...new Map(owners.flatMap(({ year }) => (year === null ? [] : [[year.id, year]]))).values()]
  const sources = (await Promise.all(years.map((year) => sourcesOfYear(c, year)))).flat()
  const from = sources.find(({ value }) => value === c.req.query('tu'))
  const page = (
    <StartArticlePage
      form={form}
      owners={await ownerOptions(c, owners)}
      sources={sources}
      given={{ owner: owners[0]?.value, from: from?.value, title: from?.label }}
    />
  )
  return c.render(page, { title: words(c.var.locale).start.title, shell: 'workspace', help: 'tin-bai' })
}

const startInput = z.object({
  owner: z.string(),
  title: line(200),
  category: z.enum(newsCategories),
  from: optionalLine(80),
})

async function start(c: WebContext) {
  const owners = await ownersOf(c)
  demand(owners.length > 0)
  return answerForm(c, {
    schema: startInput,
    run: async ({ owner: named, title, category, from }) => {
      const owner = owners.find(({ value }) => value === named)
      if (owner === undefined) throw new RuleViolation('news.noOwner')
      const source = readDraftSource(from)
      const input = { blocYear: owner.year?.id ?? null, unit: owner.unit, title, category }
      const added = { ...input, ...(source && { from: source }) }
      return newsPaths.edit(await addArticle(c.var.db, actorOf(c), added, c.var.now))
    },
    again: (form) => showStart(c, form),
    words: ruleWords,
  })
}

export const startRoutes: Route[] = [
  get(newsPaths.start, mayStartNews, (c) => showStart(c)),
  post(newsPaths.start, mayStartNews, start),
]
