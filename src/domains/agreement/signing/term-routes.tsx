import { hasSteppedUp } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { Forbidden } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { agreementCan } from '../agreement.ts'
import { paths } from '../paths.ts'
import { words as agreementWords } from '../words.ts'
import { agreementOf, draftOf } from '../year-of.ts'
import { extendSigning, extendSigningInput } from './extend-signing.ts'
import { ExtendPage } from './pages/extend-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { ownSignature, withdrawSignature, withdrawSignatureInput } from './withdraw-signature.ts'
import { words } from './words.ts'

const ruleWords = { signing: words, agreement: agreementWords }

async function showWithdrawal(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, agreement, at } = await agreementOf(c)
  const actor = actorOf(c)
  const place = await ownSignature(c.var.db, actor, agreement.id)
  if (place === undefined) throw new Forbidden()
  if (!agreementCan('sign', agreement)) return c.redirect(paths.agreement(...at), 303)
  if (!hasSteppedUp(actor, c.var.now)) throw new Forbidden('step-up')
  return c.render(
    <WithdrawPage bloc={at[0]} year={at[1]} title={agreement.title} unit={place.unit_name} form={form} />,
    { title: words(c.var.locale).withdraw.heading, shell: 'workspace', blocYear: year.id, help: 'tu-choi-ky' },
  )
}

async function withdraw(c: WebContext) {
  const { agreement, at } = await agreementOf(c)
  return answerForm(c, {
    schema: withdrawSignatureInput.pick({ reason: true }),
    run: async ({ reason }) => {
      await withdrawSignature(c.var.db, actorOf(c), { agreement: agreement.id, reason }, c.var.now)
      return paths.agreement(...at)
    },
    again: (form) => showWithdrawal(c, form),
    words: ruleWords,
  })
}

async function showExtension(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, agreement, at } = await draftOf(c)
  const { sign_by: signBy } = agreement
  if (!agreementCan('sign', agreement) || signBy === null) return c.redirect(paths.agreement(...at), 303)
  return c.render(<ExtendPage bloc={at[0]} year={at[1]} title={agreement.title} signBy={signBy} form={form} />, {
    title: words(c.var.locale).extend.heading,
    shell: 'workspace',
    blocYear: year.id,
    help: 'ky-giao-uoc',
  })
}

async function extend(c: WebContext) {
  const { agreement, at } = await draftOf(c)
  return answerForm(c, {
    schema: extendSigningInput.omit({ agreement: true }),
    run: async (input) => {
      await extendSigning(c.var.db, actorOf(c), { ...input, agreement: agreement.id }, c.var.now)
      return paths.agreement(...at)
    },
    again: (form) => showExtension(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

/** How long a text may be signed, and taking one's own signature back while it may. */
export const termRoutes: Route[] = [
  get(paths.withdrawal(...at), 'signed-in', (c) => showWithdrawal(c)),
  post(paths.withdrawal(...at), 'signed-in', withdraw),
  get(paths.extension(...at), 'signed-in', (c) => showExtension(c)),
  post(paths.extension(...at), 'signed-in', extend),
]
