import { hasSteppedUp, isAdministrator, leads } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayHandleRecoveries, mayLetGo } from '../access.ts'
import { ruleWords } from '../form-faults.ts'
import { accountOf, type AccountShown } from '../queries.ts'
import type { IdentityPieces } from '../sessions/routes.tsx'
import { letPersonGo, letPersonGoInput } from './let-person-go.ts'
import { LeavingPage } from './pages/leaving-page.tsx'
import { leavingPath } from './paths.ts'
import { words } from './words.ts'

/** Whether this person holds more than a leader may end. */
function isBeyond(c: WebContext, account: AccountShown, units: readonly string[]): boolean {
  const actor = actorOf(c)
  return !isAdministrator(actor) && !(account.tenantRoles.length === 0 && units.every((unit) => leads(actor, unit)))
}

async function showLeaving(c: WebContext, { unitsOf, endingsOf }: IdentityPieces, form: ReturnedForm) {
  const { db, now, locale } = c.var
  const account = found(await accountOf(db, idParam(c), now))
  const units = await unitsOf(db, account.id, now)
  // Once somebody is gone no unit is theirs any more: whoever may see people sees that it is done.
  demand(mayLetGo(actorOf(c), account.id, units) || account.state === 'closed')
  const endings = await endingsOf(db, account.id, now, locale)
  const page = (
    <LeavingPage
      {...{ account, endings, form }}
      isBeyond={isBeyond(c, account, units)}
      isSteppedUp={hasSteppedUp(actorOf(c), now)}
    />
  )
  return c.render(page, { title: words(locale).title(account.name), shell: 'workspace', help: 'nguoi-roi-don-vi' })
}

const letGo = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: letPersonGoInput.omit({ account: true }),
    run: async (value) => {
      const { announce, unitsOf, leadsUnit, endingsOf } = pieces
      const env = { now: c.var.now, announce, unitsOf, leadsUnit, endingsOf }
      await letPersonGo(c.var.db, actorOf(c), { ...value, account: idParam(c) }, env)
      return leavingPath(idParam(c))
    },
    again: (form) => showLeaving(c, pieces, form),
    words: ruleWords,
  })

/** For the administrator, and for the leaders of units. */
export const leavingRoutes = (pieces: IdentityPieces): Route[] => [
  get(leavingPath(':id'), mayHandleRecoveries, (c) => showLeaving(c, pieces, emptyForm)),
  post(leavingPath(':id'), mayHandleRecoveries, (c) => letGo(c, pieces)),
]
