import { viewsOf } from '#capabilities/audit/views.ts'
import type { Actor } from '#platform/actor.ts'
import type { AddressFact } from '../address/address.ts'
import type { Announce } from '#platform/announcements.ts'
import { attempt } from '#platform/attempt.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { faultOf, ruleWords } from '../form-faults.ts'
import { changePassword, changePasswordInput } from '../password/change-password.ts'
import type { Passwords } from '../password/password.ts'
import {
  actingUnitPath,
  changePasswordPath,
  otherSessionsEndPath,
  ownAccountPath,
  preferencesPath,
  safeBack,
  sessionEndPath,
  signInPath,
  signOutPath,
  stepUpPath,
} from '../paths.ts'
import { accountOf, sessionsOf } from '../queries.ts'
import { siteUrl } from '../site.ts'
import type { Provider } from '../linked/provider.ts'
import { expectedOf, identitiesOf } from '../linked/queries.ts'
import type { LeavingFact } from '../leaving/leaving.ts'
import type { LeavingEnv } from '../leaving/let-person-go.ts'
import { recoveryOfAccount } from '../recovery/queries.ts'
import type { RecoveryFact } from '../recovery/recovery.ts'
import { giveCodePath } from '../second-factor/paths.ts'
import { secondFactorOf } from '../second-factor/queries.ts'
import type { TokenScope } from '../tokens/token.ts'
import { words } from '../words.ts'
import { chooseActingUnit, chooseActingUnitInput } from './choose-acting-unit.ts'
import { choosePreferences, choosePreferencesInput } from './choose-preferences.ts'
import { endOtherSessions, endSession } from './end-session.ts'
import type { DeviceCookie } from './device-cookie.ts'
import { AccountPage } from './pages/account-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { StepUpPage } from './pages/step-up-page.tsx'
import { writePreferences } from './preference-cookies.ts'
import type { SessionCookie } from './session-cookie.ts'
import { deviceOf } from './session.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'
import type { StartedSession } from './start-session.ts'
import { signIn, signInInput } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { stepUp, stepUpInput } from './step-up.ts'

/** What `app` opens once and hands in. */
export interface IdentityPieces {
  passwords: Passwords
  limiter: SignInLimiter
  cookie: SessionCookie
  device: DeviceCookie
  /** Another place by whose accounts people may sign in, where the operator set one up. */
  provider?: Provider | undefined
  /** The installation's secret, which opens the secrets of phones. */
  secretKey: string
  /** The caller's address, seen through whatever proxy the operator set up. */
  addressOf: (c: WebContext) => string
  /** The site as people reach it, for links: 'https://thidua.example.vn'. */
  originOf: (c: WebContext) => string
  /** Who listens to what happens to accounts. */
  announce: Announce<RecoveryFact | LeavingFact | AddressFact>
  /** What ends when somebody leaves, told by those who know. */
  endingsOf: LeavingEnv['endingsOf']
  /** For which units a person works today; units stand above identity. */
  unitsOf: (db: Db, account: string, now: Date) => Promise<readonly string[]>
  leadsUnit: (db: Db, account: string, now: Date) => Promise<boolean>
  /** Short names of units on a day, by id; units stand above identity. */
  unitNames: (db: Db, units: readonly string[], day: string) => Promise<ReadonlyMap<string, string>>
  /** To what a person may narrow a token, and what that is called on a day, by `writeScope`. */
  scopesOf: (db: Db, actor: Actor) => Promise<readonly TokenScope[]>
  scopeNames: (db: Db, scopes: readonly TokenScope[], day: string) => Promise<ReadonlyMap<string, string>>
}

/** The address of the site as this browser reaches it. */
export const siteUrlOf = (c: WebContext) =>
  siteUrl({ origin: c.var.origin, host: c.req.header('host') ?? '', hosts: c.var.tenant.hosts })

export const deviceAsking = (c: WebContext) => deviceOf(c.req.header('user-agent'))

/** Signs the browser in, which is known from now on and speaks the language of its person. */
export async function enterWith(c: WebContext, { cookie, device }: IdentityPieces, session: StartedSession) {
  cookie.write(c, session)
  device.write(c, session.account)
  writePreferences(c, found(await accountOf(c.var.db, session.account, c.var.now)))
}

interface Door {
  form: ReturnedForm
  isThrottled?: boolean
}

/** The door, with what was wrong the last time, whichever way in was tried. */
export function showSignIn(c: WebContext, { provider }: IdentityPieces, { form, isThrottled = false }: Door) {
  const title = words(c.var.locale).signIn.title
  const back = c.req.query('ve')
  return c.render(<SignInPage {...{ back, isThrottled, form }} elsewhere={provider?.label} />, {
    title,
    shell: 'plain',
    passkeys: true,
  })
}

/** What every way in needs to know of the browser that asks. */
export const enteringEnv = (c: WebContext, { passwords, limiter, secretKey, device, addressOf }: IdentityPieces) => ({
  now: c.var.now,
  passwords,
  limiter,
  secretKey,
  address: addressOf(c),
  device: deviceAsking(c),
  markFor: (account: string) => device.markFor(c, account),
})

async function enter(c: WebContext, pieces: IdentityPieces) {
  let isThrottled = false
  return answerForm(c, {
    schema: signInInput,
    run: async (value) => {
      const result = await attempt(signIn(c.var.db, value, enteringEnv(c, pieces)))
      if (!result.ok) {
        isThrottled = result.violation.key === 'identity.tooManyTries'
        throw result.violation
      }
      const back = c.req.query('ve')
      if (!result.value.isHalf) {
        await enterWith(c, pieces, result.value)
        return safeBack(back)
      }
      pieces.cookie.half.write(c, result.value)
      return giveCodePath(back)
    },
    again: (form) => showSignIn(c, pieces, { form, isThrottled }),
    words: ruleWords,
  })
}

/** Asks for the proofs of signing in once more. */
export async function showStepUp(c: WebContext, form: ReturnedForm) {
  const { account } = actorOf(c)
  const { login } = found(await accountOf(c.var.db, account, c.var.now))
  const factor = await secondFactorOf(c.var.db, account)
  const title = words(c.var.locale).stepUp.title
  const back = safeBack(c.req.query('ve'))
  return c.render(<StepUpPage {...{ back, login, factor, form }} />, { title, shell: 'plain', passkeys: true })
}

const confirmPassword = (c: WebContext, { passwords, limiter, secretKey, cookie }: IdentityPieces) =>
  answerForm(c, {
    schema: stepUpInput,
    run: async (value) => {
      cookie.write(c, await stepUp(c.var.db, actorOf(c), value, { now: c.var.now, passwords, limiter, secretKey }))
      return safeBack(c.req.query('ve'))
    },
    again: (form) => showStepUp(c, form),
    words: ruleWords,
  })

const unitsOfActor = (c: WebContext) => [
  ...new Set([...actorOf(c).units, ...actorOf(c).mandates].map((held) => held.unit)),
]

/** What the page says of accounts elsewhere, where there is such a place. */
async function linkedOf(c: WebContext, { provider }: IdentityPieces) {
  if (provider === undefined) return undefined
  const { account } = actorOf(c)
  const { length: count } = await identitiesOf(c.var.db, account)
  return { label: provider.label, count, expected: await expectedOf(c.var.db, account) }
}

async function showAccount(c: WebContext, pieces: IdentityPieces, form: ReturnedForm) {
  const { db, now, locale } = c.var
  const actor = actorOf(c)
  const names = await pieces.unitNames(db, unitsOfActor(c), dayOf(now))
  const page = (
    <AccountPage
      account={found(await accountOf(db, actor.account, now))}
      sessions={await sessionsOf(db, actor.account, now)}
      present={actor.session}
      units={[...names].map(([value, label]) => ({ value, label }))}
      actingUnit={actor.actingUnit}
      factor={await secondFactorOf(db, actor.account)}
      linked={await linkedOf(c, pieces)}
      recovery={await recoveryOfAccount(db, actor.account, now)}
      views={await viewsOf(db, actor.account, actor.account)}
      isChanged={c.req.query('da-doi') === 'mat-khau'}
      form={form}
    />
  )
  return c.render(page, { title: words(locale).account.title, shell: 'workspace', help: 'tai-khoan' })
}

function setPassword(c: WebContext, pieces: IdentityPieces) {
  const { passwords, limiter } = pieces
  const again = (form: ReturnedForm) => showAccount(c, pieces, form)
  return answerForm(c, {
    schema: changePasswordInput,
    run: async (value) => {
      const change = changePassword(c.var.db, actorOf(c), value, { now: c.var.now, passwords, limiter })
      const fault = await faultOf(change, c.var.locale)
      if (fault === null) return `${ownAccountPath}?da-doi=mat-khau`
      c.status(422)
      return again({ typed: {}, errors: [fault] })
    },
    again,
    words: ruleWords,
  })
}

async function keepPreferences(c: WebContext) {
  const form = await readForm(c, choosePreferencesInput)
  if (form.ok) {
    if (c.var.actor !== null) await choosePreferences(c.var.db, c.var.actor, form.value, c.var.now)
    writePreferences(c, form.value)
  }
  return c.redirect(safeBack(form.typed['returnTo']), 303)
}

async function actFor(c: WebContext) {
  const form = await readForm(c, chooseActingUnitInput)
  const unit = form.ok ? form.value.unit : ''
  await chooseActingUnit(c.var.db, actorOf(c), { unit }, { now: c.var.now, units: unitsOfActor(c) })
  return c.redirect(safeBack(form.typed['returnTo']), 303)
}

/** The door, the password once more, one's own account. */
export const sessionRoutes = (pieces: IdentityPieces): Route[] => [
  get(signInPath(), 'public', (c) => showSignIn(c, pieces, { form: emptyForm })),
  post(signInPath(), 'public', (c) => enter(c, pieces)),
  post(signOutPath, 'entering', async (c) => {
    await signOut(c.var.db, actorOf(c), c.var.now)
    pieces.cookie.clear(c)
    return c.redirect(signInPath(), 303)
  }),
  get(stepUpPath(), 'entering', (c) => showStepUp(c, emptyForm)),
  post(stepUpPath(), 'entering', (c) => confirmPassword(c, pieces)),
  get(ownAccountPath, 'signed-in', (c) => showAccount(c, pieces, emptyForm)),
  post(changePasswordPath, 'signed-in', (c) => setPassword(c, pieces)),
  post(actingUnitPath, 'signed-in', actFor),
  post(otherSessionsEndPath, 'signed-in', async (c) => {
    await endOtherSessions(c.var.db, actorOf(c), c.var.now)
    return c.redirect(ownAccountPath, 303)
  }),
  post(sessionEndPath(':id'), 'signed-in', async (c) => {
    await endSession(c.var.db, actorOf(c), { session: idParam(c) }, c.var.now)
    return c.redirect(ownAccountPath, 303)
  }),
  post(preferencesPath, 'public', keepPreferences),
]
