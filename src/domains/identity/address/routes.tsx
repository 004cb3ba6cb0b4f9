import { hasSteppedUp } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayChangeAddress } from '../access.ts'
import { ruleWords } from '../form-faults.ts'
import { personPath } from '../paths.ts'
import { accountOf } from '../queries.ts'
import type { IdentityPieces } from '../sessions/routes.tsx'
import { changeAddress, changeAddressInput } from './change-address.ts'
import { AddressPage } from './pages/address-page.tsx'
import { addressPath } from './paths.ts'
import { words } from './words.ts'

async function showAddress(c: WebContext, form: ReturnedForm) {
  const { db, now, locale } = c.var
  const account = found(await accountOf(db, idParam(c), now))
  const page = <AddressPage {...{ account, form }} isSteppedUp={hasSteppedUp(actorOf(c), now)} />
  return c.render(page, { title: words(locale).title(account.name), shell: 'workspace', help: 'quan-tri-nguoi-dung' })
}

/** The schema's own sentence speaks of any wrong text; here there is but one thing to type. */
const told = (c: WebContext, form: ReturnedForm): ReturnedForm => ({
  ...form,
  errors: form.errors.map(({ field }) => ({ field, message: words(c.var.locale).wrong })),
})

const change = (c: WebContext, { announce }: IdentityPieces) =>
  answerForm(c, {
    schema: changeAddressInput.omit({ account: true }),
    run: async ({ email }) => {
      const account = idParam(c)
      await changeAddress(c.var.db, actorOf(c), { account, email }, { now: c.var.now, announce })
      return personPath(account)
    },
    again: (form) => showAddress(c, told(c, form)),
    words: { ...ruleWords, address: words },
  })

export const addressRoutes = (pieces: IdentityPieces): Route[] => [
  get(addressPath(':id'), mayChangeAddress, (c) => showAddress(c, emptyForm)),
  post(addressPath(':id'), mayChangeAddress, (c) => change(c, pieces)),
]
