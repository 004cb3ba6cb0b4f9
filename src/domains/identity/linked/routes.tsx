import { hasSteppedUp, isAdministrator } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { Forbidden, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { ruleWords } from '../form-faults.ts'
import { safeBack } from '../paths.ts'
import { accountOf } from '../queries.ts'
import { giveCodePath } from '../second-factor/paths.ts'
import { deviceAsking, enterWith, showSignIn, siteUrlOf, type IdentityPieces } from '../sessions/routes.tsx'
import { acceptReturn } from './accept-return.ts'
import { addIdentity } from './add-identity.ts'
import { beginRequest } from './begin-request.ts'
import type { Told } from './linked.ts'
import { ExpectedPage } from './pages/expected-page.tsx'
import { LeavePage } from './pages/leave-page.tsx'
import { LinkedPage, type LinkedDone } from './pages/linked-page.tsx'
import {
  beginLinkPath,
  expectedPath,
  linkedPath,
  linkedReturnPath,
  linkedSignInPath,
  refuseExpectedPath,
  unlinkPath,
  withdrawExpectedPath,
} from './paths.ts'
import { expectedOf, identitiesOf } from './queries.ts'
import { recordExpected, recordExpectedInput } from './record-expected.ts'
import { removeIdentity } from './remove-identity.ts'
import { signInByIdentity } from './sign-in-by-identity.ts'
import { withdrawExpected } from './withdraw-expected.ts'
import { words } from './words.ts'

const help = 'tai-khoan-lien-ket'

/** Without another place there are no such pages. */
const envOf = (c: WebContext, { provider }: IdentityPieces) => ({
  now: c.var.now,
  provider: found(provider),
  redirectUri: new URL(linkedReturnPath, siteUrlOf(c)).href,
})

const isDone = (done: string): done is LinkedDone => done in words('vi').done

async function showLinked(c: WebContext, { provider }: IdentityPieces, refused?: string) {
  const actor = actorOf(c)
  const page = (
    <LinkedPage
      label={found(provider).label}
      identities={await identitiesOf(c.var.db, actor.account)}
      expected={await expectedOf(c.var.db, actor.account)}
      isSteppedUp={hasSteppedUp(actor, c.var.now)}
      done={Object.keys(c.req.query()).find(isDone)}
      refused={refused}
    />
  )
  return c.render(page, { title: words(c.var.locale).title, shell: 'workspace', help })
}

/** At the door or on one's own page: wherever one came from, the reason is read there. */
function showRefused(c: WebContext, pieces: IdentityPieces, violation: RuleViolation) {
  c.status(422)
  const refused = refusalOf(violation, ruleWords, c.var.locale)
  if (c.var.actor !== null) return showLinked(c, pieces, refused)
  return showSignIn(c, pieces, { form: { ...emptyForm, refused } })
}

async function leaveForSignIn(c: WebContext, pieces: IdentityPieces) {
  const env = envOf(c, pieces)
  const { limiter, addressOf, cookie } = pieces
  const minutes = limiter.ceremony.take(addressOf(c), c.var.now)
  if (minutes > 0) return showRefused(c, pieces, new RuleViolation('identity.tooManyTries', { minutes }))
  const request = { use: 'sign_in' as const, account: null, back: safeBack(c.req.query('ve')) }
  const begun = await attempt(beginRequest(c.var.db, request, env))
  if (!begun.ok) return showRefused(c, pieces, begun.violation)
  cookie.away.write(c, begun.value)
  return c.redirect(begun.value.address.href, 303)
}

async function leaveForLink(c: WebContext, pieces: IdentityPieces) {
  const env = envOf(c, pieces)
  const actor = actorOf(c)
  if (!hasSteppedUp(actor, c.var.now)) throw new Forbidden('step-up')
  const request = { use: 'link' as const, account: actor.account, back: linkedPath }
  const begun = await attempt(beginRequest(c.var.db, request, env))
  if (!begun.ok) return showRefused(c, pieces, begun.violation)
  pieces.cookie.away.write(c, begun.value)
  const { label } = env.provider
  const title = words(c.var.locale).leave.title(label)
  return c.render(<LeavePage label={label} address={begun.value.address.href} />, { title, shell: 'plain', help })
}

async function enterAs(c: WebContext, pieces: IdentityPieces, { told, back }: { told: Told; back: string }) {
  const entered = await signInByIdentity(c.var.db, told, { now: c.var.now, device: deviceAsking(c) })
  pieces.limiter.ceremony.giveBack(pieces.addressOf(c))
  if (entered.isHalf) {
    pieces.cookie.half.write(c, entered)
    return giveCodePath(back)
  }
  await enterWith(c, pieces, entered)
  return back
}

async function comeBack(c: WebContext, pieces: IdentityPieces): Promise<string> {
  const returned = { query: new URL(c.req.url).searchParams, browser: pieces.cookie.away.token(c) }
  pieces.cookie.away.clear(c)
  const { use, account, back, told } = await acceptReturn(c.var.db, returned, envOf(c, pieces))
  if (use === 'sign_in') return enterAs(c, pieces, { told, back })
  if (c.var.actor === null || c.var.actor.account !== account) throw new RuleViolation('linked.otherPerson')
  await addIdentity(c.var.db, c.var.actor, told, c.var.now)
  return `${linkedPath}?da-noi`
}

async function onReturn(c: WebContext, pieces: IdentityPieces) {
  found(pieces.provider)
  const result = await attempt(comeBack(c, pieces))
  return result.ok ? c.redirect(result.value, 303) : showRefused(c, pieces, result.violation)
}

async function showExpected(c: WebContext, { provider }: IdentityPieces, form: ReturnedForm) {
  if (!hasSteppedUp(actorOf(c), c.var.now)) throw new Forbidden('step-up')
  const { label } = found(provider)
  const person = found(await accountOf(c.var.db, idParam(c), c.var.now))
  const expected = await expectedOf(c.var.db, person.id)
  const page = <ExpectedPage {...{ label, person, expected, form }} isSaved={c.req.query('da-ghi') === '1'} />
  return c.render(page, { title: words(c.var.locale).expected.title(person.name), shell: 'workspace', help })
}

const saveExpected = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: recordExpectedInput.omit({ account: true }),
    run: async ({ value }) => {
      const account = idParam(c)
      const origin = pieces.originOf(c)
      await recordExpected(c.var.db, actorOf(c), { account, value }, { now: c.var.now, origin })
      return `${expectedPath(account)}?da-ghi=1`
    },
    again: (form) => showExpected(c, pieces, form),
    words: ruleWords,
  })

/** Accounts of another place by which people sign in here. */
export const linkedRoutes = (pieces: IdentityPieces): Route[] => [
  get(linkedSignInPath(), 'public', (c) => leaveForSignIn(c, pieces)),
  get(linkedReturnPath, 'public', (c) => onReturn(c, pieces)),
  get(linkedPath, 'signed-in', (c) => showLinked(c, pieces)),
  post(beginLinkPath, 'signed-in', (c) => leaveForLink(c, pieces)),
  post(refuseExpectedPath, 'signed-in', async (c) => {
    await withdrawExpected(c.var.db, actorOf(c), { account: actorOf(c).account }, c.var.now)
    return c.redirect(`${linkedPath}?da-rut`, 303)
  }),
  post(unlinkPath(':id'), 'signed-in', async (c) => {
    await removeIdentity(c.var.db, actorOf(c), { id: idParam(c) }, c.var.now)
    return c.redirect(`${linkedPath}?da-bo`, 303)
  }),
  get(expectedPath(':id'), isAdministrator, (c) => showExpected(c, pieces, emptyForm)),
  post(expectedPath(':id'), isAdministrator, (c) => saveExpected(c, pieces)),
  post(withdrawExpectedPath(':id'), isAdministrator, async (c) => {
    await withdrawExpected(c.var.db, actorOf(c), { account: idParam(c) }, c.var.now)
    return c.redirect(expectedPath(idParam(c)), 303)
  }),
]
