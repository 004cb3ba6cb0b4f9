import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { ruleWords } from '../form-faults.ts'
import { safeBack } from '../paths.ts'
import { isLed, shellOf, showCodes } from '../second-factor/routes.tsx'
import { deviceAsking, enterWith, showSignIn, showStepUp, siteUrlOf, type IdentityPieces } from '../sessions/routes.tsx'
import { beginAssertion } from './begin-assertion.ts'
import { beginRegistration } from './begin-registration.ts'
import { answerInput } from './check-assertion.ts'
import { PasskeyPage } from './pages/passkey-page.tsx'
import { PasskeysPage, type PasskeyDone } from './pages/passkeys-page.tsx'
import { passkeySite, type PasskeySite } from './passkey.ts'
import {
  passkeyPath,
  passkeySignInPath,
  passkeysPath,
  passkeyStepUpPath,
  registerOptionsPath,
  removePasskeyPath,
  renamePasskeyPath,
  signInOptionsPath,
  stepUpOptionsPath,
} from './paths.ts'
import { passkeysOf } from './queries.ts'
import { registerPasskey, registerPasskeyInput } from './register-passkey.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey, renamePasskeyInput } from './rename-passkey.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'
import { stepUpByPasskey } from './step-up-by-passkey.ts'
import { words } from './words.ts'

const help = 'khoa-truy-cap'

const siteOf = (c: WebContext): PasskeySite | undefined => {
  return passkeySite(siteUrlOf(c))
}

/** The moment, and for which site a device shall sign. */
function envOf(c: WebContext) {
  const site = siteOf(c)
  if (site === undefined) throw new RuleViolation('passkeys.noSite')
  return { now: c.var.now, site }
}

const isDone = (done: string): done is PasskeyDone => done in words('vi').done

async function showPasskeys(c: WebContext, form: ReturnedForm) {
  const actor = actorOf(c)
  const page = (
    <PasskeysPage
      passkeys={await passkeysOf(c.var.db, actor.account)}
      isLed={isLed(c)}
      isSteppedUp={hasSteppedUp(actor, c.var.now)}
      isPossible={siteOf(c) !== undefined}
      done={Object.keys(c.req.query()).find(isDone)}
      form={form}
    />
  )
  return c.render(page, { title: words(c.var.locale).title, shell: shellOf(c), help, passkeys: true })
}

const place = (c: WebContext) => `Giao Ước ${c.var.tenant.name}`

const register = (c: WebContext) =>
  answerForm(c, {
    schema: registerPasskeyInput,
    run: async (value) => {
      const codes = await registerPasskey(c.var.db, actorOf(c), value, envOf(c))
      return codes === null ? `${passkeysPath}?da-them` : showCodes(c, codes)
    },
    again: (form) => showPasskeys(c, form),
    words: ruleWords,
  })

async function showPasskey(c: WebContext, form: ReturnedForm) {
  const actor = actorOf(c)
  const id = idParam(c)
  const passkey = found((await passkeysOf(c.var.db, actor.account)).find((row) => row.id === id))
  const page = <PasskeyPage {...{ passkey, form }} isSteppedUp={hasSteppedUp(actor, c.var.now)} />
  return c.render(page, { title: passkey.name, shell: 'workspace', help })
}

const rename = (c: WebContext) =>
  answerForm(c, {
    schema: renamePasskeyInput.omit({ id: true }),
    run: async ({ name }) => {
      await renamePasskey(c.var.db, actorOf(c), { id: idParam(c), name }, c.var.now)
      return `${passkeysPath}?da-doi-ten`
    },
    again: (form) => showPasskey(c, form),
    words: ruleWords,
  })

async function remove(c: WebContext) {
  const result = await attempt(removePasskey(c.var.db, actorOf(c), { id: idParam(c) }, c.var.now))
  if (result.ok) return c.redirect(`${passkeysPath}?da-bo`, 303)
  c.status(422)
  return showPasskey(c, { ...emptyForm, refused: refusalOf(result.violation, ruleWords, c.var.locale) })
}

/** The questions cost the database a row each: bounded per address, and given back to who signs in. */
async function askAtDoor(c: WebContext, { limiter, addressOf }: IdentityPieces) {
  const minutes = limiter.ceremony.take(addressOf(c), c.var.now)
  if (minutes > 0) throw new RuleViolation('identity.tooManyTries', { minutes })
  return c.json({ options: await beginAssertion(c.var.db, { use: 'sign_in', account: null }, envOf(c)) })
}

const enter = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: answerInput,
    run: async (value) => {
      const entered = await signInByPasskey(c.var.db, value, { ...envOf(c), device: deviceAsking(c) })
      pieces.limiter.ceremony.giveBack(pieces.addressOf(c))
      pieces.cookie.half.clear(c)
      await enterWith(c, pieces, entered)
      return safeBack(c.req.query('ve'))
    },
    again: (form) => showSignIn(c, pieces, { form }),
    words: ruleWords,
  })

const stepUp = (c: WebContext, { cookie }: IdentityPieces) =>
  answerForm(c, {
    schema: answerInput,
    run: async (value) => {
      cookie.write(c, await stepUpByPasskey(c.var.db, actorOf(c), value, envOf(c)))
      return safeBack(c.req.query('ve'))
    },
    again: (form) => showStepUp(c, form),
    words: ruleWords,
  })

const question = ({ account }: Actor) => ({ use: 'step_up', account }) as const

/** Keys kept by devices: at the door, for final acts, and the list of one's own. */
export const passkeyRoutes = (pieces: IdentityPieces): Route[] => [
  post(signInOptionsPath, 'public', (c) => askAtDoor(c, pieces)),
  post(passkeySignInPath(), 'public', (c) => enter(c, pieces)),
  post(stepUpOptionsPath, 'entering', async (c) =>
    c.json({ options: await beginAssertion(c.var.db, question(actorOf(c)), envOf(c)) }),
  ),
  post(passkeyStepUpPath(), 'entering', (c) => stepUp(c, pieces)),
  get(passkeysPath, 'entering', (c) => showPasskeys(c, emptyForm)),
  post(passkeysPath, 'entering', register),
  post(registerOptionsPath, 'entering', async (c) =>
    c.json({ options: await beginRegistration(c.var.db, actorOf(c), { ...envOf(c), place: place(c) }) }),
  ),
  get(passkeyPath(':id'), 'signed-in', (c) => showPasskey(c, emptyForm)),
  post(renamePasskeyPath(':id'), 'signed-in', rename),
  post(removePasskeyPath(':id'), 'signed-in', remove),
]
