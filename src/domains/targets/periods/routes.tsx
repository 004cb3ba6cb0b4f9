import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { closingOf } from '#domains/blocs/closing/queries.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { namesOn } from '#domains/units/queries.ts'
import { isMemberOf } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { words as reportingWords } from '../reporting/words.ts'
import { frequencies } from '../target.ts'
import { mayKeepPeriods } from './access.ts'
import { changePeriod, changePeriodInput } from './change-period.ts'
import { closePeriod } from './close-period.ts'
import { openPeriods, openPeriodsInput } from './open-periods.ts'
import { PeriodPage } from './pages/period-page.tsx'
import { PeriodsPage, type PeriodsPageProps } from './pages/periods-page.tsx'
import { periodPaths } from './paths.ts'
import { periodName } from './period-name.ts'
import { periodCan, periodSlug, type Period } from './period.ts'
import { dueRulesOf, frequenciesNeeded, missingFrom, periodsOf, reopeningsOf } from './queries.ts'
import { crumbsOf, headOf, readPeriod, seenYear } from './read-period.ts'
import { reopeningRoutes } from './reopening-routes.tsx'
import { words } from './words.ts'

const ruleWords = { periods: words, blocs: blocWords, reporting: reportingWords }
const today = (c: WebContext) => dayOf(c.var.now)

/** What is not laid yet, for who keeps the periods of a year that still changes. */
async function openingOf(
  c: WebContext,
  year: BlocYearRow,
  { periods, form }: { periods: readonly Period[]; form: ReturnedForm },
): Promise<PeriodsPageProps['open']> {
  const { db } = c.var
  if (!mayKeepPeriods(actorOf(c), year.id) || (await closingOf(db, year.id)) !== undefined) return undefined
  const needed = await frequenciesNeeded(db, year.id)
  const rules = await dueRulesOf(db, year.bloc.id)
  const left = frequencies.filter((each) => !periods.some(({ frequency }) => frequency === each))
  if (left.length === 0) return undefined
  const choices = left.map((frequency) => ({
    frequency,
    isNeeded: needed.includes(frequency),
    rule: rules[frequency],
  }))
  return { action: periodPaths.setUp(year.bloc.slug, year.slug), choices, form }
}

async function showSetUp(c: WebContext, form: ReturnedForm = emptyForm) {
  const year = await seenYear(c)
  const periods = await periodsOf(c.var.db, year.id)
  const page = (
    <PeriodsPage
      crumbs={crumbsOf(c, year)}
      over={`${year.bloc.short_name} ${year.label}`}
      periods={periods}
      today={today(c)}
      hrefOf={(period) => periodPaths.period(year.bloc.slug, year.slug, periodSlug(period))}
      open={await openingOf(c, year, { periods, form })}
    />
  )
  return c.render(page, headOf(year, words(c.var.locale).title))
}

const openInput = openPeriodsInput.omit({ blocYear: true })

/** The ticked frequencies and the rule of each. */
const openForm = z.record(z.string(), z.string()).transform((typed): z.input<typeof openInput> => {
  const wanted = frequencies.filter((each) => typed[each] === 'on')
  const rules = wanted.map((each) => {
    const kind = typed[`rules.${each}.kind`] === 'days_after' ? 'days_after' : 'day_of_month'
    return [each, { kind, number: typed[`rules.${each}.number`] }] as const
  })
  return { frequencies: wanted, rules: Object.fromEntries(rules) }
})

async function open(c: WebContext) {
  const year = await seenYear(c)
  demand(mayKeepPeriods(actorOf(c), year.id))
  return answerForm(c, {
    schema: openForm.pipe(openInput),
    run: async (input) => {
      await openPeriods(c.var.db, actorOf(c), { ...input, blocYear: year.id }, c.var.now)
      return periodPaths.setUp(year.bloc.slug, year.slug)
    },
    again: (form) => showSetUp(c, form),
    words: ruleWords,
  })
}

async function showPeriod(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const { year, period } = await readPeriod(c)
  const actor = actorOf(c)
  const isKeeper = mayKeepPeriods(actor, year.id)
  const reopenings = await reopeningsOf(db, [period.id])
  const missing = await missingFrom(db, period)
  const units = [...missing, ...reopenings.flatMap(({ unit_id }) => unit_id ?? [])]
  const names = new Map([...(await namesOn(db, units, period.ends_on))].map(([id, name]) => [id, name.short_name]))
  const address = [year.bloc.slug, year.slug] as const
  const slug = periodSlug(period)
  const page = (
    <PeriodPage
      crumbs={crumbsOf(c, year, 'periods')}
      over={`${year.bloc.short_name} ${year.label}`}
      period={period}
      today={today(c)}
      form={form}
      missing={missing.map((unit) => names.get(unit) ?? '')}
      may={{
        change: isKeeper && periodCan('change', period, today(c)),
        close: isKeeper && periodCan('close', period, today(c)),
        reopen: isMemberOf(actor, year.id) && periodCan('reopen', period, today(c)),
      }}
      at={{
        change: periodPaths.period(...address, slug),
        close: periodPaths.closing(...address, slug),
        reopen: periodPaths.reopen(...address, slug),
        back: periodPaths.setUp(...address),
        reopening: (id) => periodPaths.reopening(...address, id),
      }}
      reopenings={reopenings}
      unitNames={names}
      history={tellHistory(await historyOf(db, period.id), words(locale).deeds)}
    />
  )
  return c.render(page, headOf(year, periodName(words(locale).names, period)))
}

async function change(c: WebContext) {
  const { year, period } = await readPeriod(c)
  demand(mayKeepPeriods(actorOf(c), year.id))
  return answerForm(c, {
    schema: changePeriodInput.omit({ period: true }),
    run: async (input) => {
      await changePeriod(c.var.db, actorOf(c), { ...input, period: period.id }, c.var.now)
      return periodPaths.period(year.bloc.slug, year.slug, periodSlug(period))
    },
    again: (form) => showPeriod(c, form),
    words: ruleWords,
  })
}

async function close(c: WebContext) {
  const { year, period } = await readPeriod(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await closePeriod(c.var.db, actorOf(c), { period: period.id }, c.var.now)
      return periodPaths.period(year.bloc.slug, year.slug, periodSlug(period))
    },
    again: (form) => showPeriod(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const periodRoutes = (): Route[] => [
  get(periodPaths.setUp(...at), 'signed-in', (c) => showSetUp(c)),
  post(periodPaths.setUp(...at), 'signed-in', open),
  get(periodPaths.period(...at, ':period'), 'signed-in', (c) => showPeriod(c)),
  post(periodPaths.period(...at, ':period'), 'signed-in', change),
  post(periodPaths.closing(...at, ':period'), 'signed-in', close),
  ...reopeningRoutes(),
]
