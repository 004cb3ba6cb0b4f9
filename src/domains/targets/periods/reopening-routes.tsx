import { membersOn } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { nameOn } from '#domains/units/queries.ts'
import { actsForHead, isMemberOf } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found, NotFound } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { z } from 'zod'
import { mayDecideReopening } from './access.ts'
import { askReopening, askReopeningInput } from './ask-reopening.ts'
import { confirmReopening } from './confirm-reopening.ts'
import { AskReopeningPage, ReopeningPage } from './pages/reopening-pages.tsx'
import { periodPaths } from './paths.ts'
import { periodName } from './period-name.ts'
import { periodSlug } from './period.ts'
import { periodById, reopeningById } from './queries.ts'
import { crumbsOf, headOf, readPeriod, seenYear } from './read-period.ts'
import { refuseReopening, refuseReopeningInput } from './refuse-reopening.ts'
import { words } from './words.ts'

const ruleWords = { periods: words, blocs: blocWords }

async function showAsk(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale, now } = c.var
  const { year, period } = await readPeriod(c)
  const actor = actorOf(c)
  demand(actsForHead(actor, year.id) || isMemberOf(actor, year.id))
  const members = actsForHead(actor, year.id) ? await membersOn(db, year.id, dayOf(now)) : []
  const address = [year.bloc.slug, year.slug, periodSlug(period)] as const
  const ownUnit = actor.memberships.find((held) => held.blocYear === year.id)?.unit ?? ''
  const page = (
    <AskReopeningPage
      crumbs={crumbsOf(c, year, 'periods')}
      over={periodName(words(locale).names, period)}
      units={members.map(({ unit, full_name }) => ({ value: unit, label: full_name }))}
      ownUnit={ownUnit}
      form={form}
      action={periodPaths.reopen(...address)}
      back={periodPaths.period(...address)}
    />
  )
  return c.render(page, headOf(year, words(locale).reopenTitle))
}

async function ask(c: WebContext) {
  const { year, period } = await readPeriod(c)
  return answerForm(c, {
    schema: askReopeningInput.omit({ period: true }),
    run: async (input) => {
      const id = await askReopening(c.var.db, actorOf(c), { ...input, period: period.id }, c.var.now)
      return periodPaths.reopening(year.bloc.slug, year.slug, id)
    },
    again: (form) => showAsk(c, form),
    words: ruleWords,
  })
}

async function reopeningAt(c: WebContext) {
  const year = await seenYear(c)
  const reopening = found(await reopeningById(c.var.db, idParam(c)))
  const period = await periodById(c.var.db, reopening.period_id)
  if (period.bloc_year_id !== year.id) throw new NotFound()
  return { year, period, reopening }
}

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const { year, period, reopening } = await reopeningAt(c)
  const { state, unit_id } = reopening
  const decided = { ...reopening, bloc_year_id: year.id }
  const address = [year.bloc.slug, year.slug, reopening.id] as const
  const page = (
    <ReopeningPage
      crumbs={crumbsOf(c, year, 'periods')}
      over={`${year.bloc.short_name} ${year.label}`}
      title={periodName(words(locale).names, period)}
      reopening={reopening}
      unitName={unit_id === null ? undefined : (await nameOn(db, unit_id, period.ends_on)).full_name}
      mayDecide={state === 'asked' && mayDecideReopening(actorOf(c), decided)}
      form={form}
      at={{
        confirm: periodPaths.reopeningConfirmation(...address),
        refuse: periodPaths.reopeningRefusal(...address),
      }}
    />
  )
  return c.render(page, headOf(year, words(locale).reopenings))
}

async function confirm(c: WebContext) {
  const { year, reopening } = await reopeningAt(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await confirmReopening(c.var.db, actorOf(c), { id: reopening.id }, c.var.now)
      return periodPaths.reopening(year.bloc.slug, year.slug, reopening.id)
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

async function refuse(c: WebContext) {
  const { year, reopening } = await reopeningAt(c)
  return answerForm(c, {
    schema: refuseReopeningInput.omit({ id: true }),
    run: async (input) => {
      await refuseReopening(c.var.db, actorOf(c), { ...input, id: reopening.id }, c.var.now)
      return periodPaths.reopening(year.bloc.slug, year.slug, reopening.id)
    },
    again: (form) => show(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const reopeningRoutes = (): Route[] => [
  get(periodPaths.reopen(...at, ':period'), 'signed-in', (c) => showAsk(c)),
  post(periodPaths.reopen(...at, ':period'), 'signed-in', ask),
  get(periodPaths.reopening(...at, ':id'), 'signed-in', (c) => show(c)),
  post(periodPaths.reopeningConfirmation(...at, ':id'), 'signed-in', confirm),
  post(periodPaths.reopeningRefusal(...at, ':id'), 'signed-in', refuse),
]
