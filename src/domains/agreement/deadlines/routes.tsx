import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayDraft } from '../access.ts'
import { liveAgreement } from '../queries.ts'
import { confirmDates, confirmDatesInput } from './confirm-dates.ts'
import { DatesPage } from './pages/dates-page.tsx'
import { datesPath } from './paths.ts'
import { proposedDates } from './queries.ts'
import { words } from './words.ts'

/** The agreement of the year, for those who confirm its dates. */
async function readAgreement(c: WebContext) {
  const year = await readYear(c)
  const agreement = found(await liveAgreement(c.var.db, year.id))
  demand(mayDraft(actorOf(c), agreement))
  return { year, agreement }
}

async function show(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const { year, agreement } = await readAgreement(c)
  const dates = agreement.state === 'signed' ? await proposedDates(db, agreement.id, year) : []
  const head = { ...yearHead(year, words(locale).title), help: 'lich' }
  return c.render(<DatesPage {...{ locale, year, dates, form }} />, head)
}

async function confirm(c: WebContext) {
  const { year, agreement } = await readAgreement(c)
  return answerForm(c, {
    schema: confirmDatesInput.omit({ agreement: true }),
    run: async (input) => {
      await confirmDates(c.var.db, actorOf(c), { ...input, agreement: agreement.id }, c.var.now)
      return datesPath(year.bloc.slug, year.slug)
    },
    again: (form) => show(c, form),
    words: { agreementDates: words },
  })
}

export const dateRoutes: Route[] = [
  get(datesPath(':bloc', ':year'), 'signed-in', (c) => show(c)),
  post(datesPath(':bloc', ':year'), 'signed-in', confirm),
]
