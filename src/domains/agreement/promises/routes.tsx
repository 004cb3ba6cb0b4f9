import { z } from 'zod'
import { yearHead } from '#domains/blocs/read-year.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { words as movementWords } from '#domains/movements/register/words.ts'
import { targetPaths } from '#domains/targets/paths.ts'
import { targetsOf } from '#domains/targets/queries.ts'
import { words as targetWords } from '#domains/targets/words.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayDraft } from '../access.ts'
import { agreementCan } from '../agreement.ts'
import { paths } from '../paths.ts'
import { clausesOfAgreement } from '../queries.ts'
import { agreementOf, draftOf, type AgreementAt } from '../year-of.ts'
import { adoptPromises, promising } from './adopt-promises.ts'
import { PromisesPage } from './pages/promises-page.tsx'
import { linkedMovements, linkedTargets } from './queries.ts'
import { words } from './words.ts'

const ruleWords = { promises: words, targets: targetWords, movements: movementWords, blocs: blocWords }

async function showPromises(c: WebContext, { year, agreement, at }: AgreementAt, form: ReturnedForm) {
  const { db, locale } = c.var
  const page = (
    <PromisesPage
      at={at}
      title={agreement.title}
      clauses={promising(await clausesOfAgreement(db, agreement.id))}
      targets={(await targetsOf(db, year.id)).filter(({ state }) => state !== 'withdrawn')}
      linked={await linkedTargets(db, year.id)}
      movements={await linkedMovements(db, agreement.id)}
      isFixed={agreementCan('promise', agreement)}
      mayMake={mayDraft(actorOf(c), agreement)}
      form={form}
    />
  )
  return c.render(page, { ...yearHead(year, words(locale).title), help: 'chi-tieu' })
}

/** `choice.<clause>` of the form, by clause. */
const choicesForm = z.record(z.string(), z.string()).transform((typed) =>
  Object.entries(typed).flatMap(([name, choice]) => {
    const clause = z.uuid().safeParse(name.replace(/^choice\./u, ''))
    const isChoice = choice === 'none' || choice === 'make' || z.uuid().safeParse(choice).success
    return clause.success && isChoice ? [{ clause: clause.data, choice }] : []
  }),
)

async function adopt(c: WebContext) {
  const draft = await draftOf(c)
  return answerForm(c, {
    schema: choicesForm,
    run: async (choices) => {
      await adoptPromises(c.var.db, actorOf(c), { agreement: draft.agreement.id, choices }, c.var.now)
      return targetPaths.list(...draft.at)
    },
    again: (form) => showPromises(c, draft, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const promiseRoutes: Route[] = [
  get(paths.promises(...at), 'signed-in', async (c) => showPromises(c, await agreementOf(c), emptyForm)),
  post(paths.promises(...at), 'signed-in', adopt),
]
