import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { hasSteppedUp, isAdministrator } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { Forbidden, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { qrModules } from '#capabilities/documents/qr.ts'
import { ruleWords } from '../form-faults.ts'
import { homePath, safeBack, signInPath } from '../paths.ts'
import { accountOf } from '../queries.ts'
import { findHalfSession, giveCode, giveCodeInput } from '../sessions/give-code.ts'
import { enteringEnv, enterWith, type IdentityPieces } from '../sessions/routes.tsx'
import { chooseSecondFactorRules, chooseSecondFactorRulesInput } from './choose-second-factor-rules.ts'
import { CodesPage } from './pages/codes-page.tsx'
import { GiveCodePage } from './pages/give-code-page.tsx'
import { RulesPage } from './pages/rules-page.tsx'
import { SecondFactorPage } from './pages/second-factor-page.tsx'
import { OfferOverPage, SwitchOnPage } from './pages/switch-on-page.tsx'
import {
  giveCodePath,
  recoveryCodesPath,
  secondFactorPath,
  secondFactorRulesPath,
  switchOffPath,
  switchOnPath,
} from './paths.ts'
import { secondFactorOf, secondFactorRules } from './queries.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { isSecondFactorAsked, switchOffSecondFactor } from './switch-off-second-factor.ts'
import { offeredSecret, offerSecret, switchOnInput, switchOnSecondFactor } from './switch-on-second-factor.ts'
import { totpUrl, typedSecret } from './totp.ts'
import { words } from './words.ts'

const help = 'xac-thuc-hai-buoc'
export const isLed = (c: WebContext) => actorOf(c).lacksSecondFactor === true
export const shellOf = (c: WebContext) => (isLed(c) ? 'plain' : 'workspace') satisfies 'plain' | 'workspace'

async function showGiveCode(c: WebContext, { cookie }: IdentityPieces, form: ReturnedForm) {
  const half = cookie.half.token(c)
  const account = half === undefined ? undefined : await findHalfSession(c.var.db, half, c.var.now)
  const back = c.req.query('ve')
  if (account === undefined) return c.redirect(signInPath(back), 303)
  const page = <GiveCodePage name={account.full_name} proof={account.proof} back={back} form={form} />
  return c.render(page, { title: words(c.var.locale).enter.title, shell: 'plain', passkeys: true })
}

const enterByCode = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: giveCodeInput,
    run: async ({ code }) => {
      const half = pieces.cookie.half.token(c) ?? ''
      const entered = await giveCode(c.var.db, { half, code }, enteringEnv(c, pieces))
      pieces.cookie.half.clear(c)
      await enterWith(c, pieces, entered)
      return entered.usedRecovery ? `${secondFactorPath}?da-dung=ma-khoi-phuc` : safeBack(c.req.query('ve'))
    },
    again: (form) => showGiveCode(c, pieces, form),
    words: ruleWords,
  })

async function showSecondFactor(c: WebContext, form: ReturnedForm) {
  const { db, now, locale } = c.var
  const actor = actorOf(c)
  const page = (
    <SecondFactorPage
      name={actor.name}
      factor={await secondFactorOf(db, actor.account)}
      isAsked={await isSecondFactorAsked(db, actor, now)}
      isLed={isLed(c)}
      isSteppedUp={hasSteppedUp(actor, now)}
      usedRecovery={c.req.query('da-dung') === 'ma-khoi-phuc'}
      refused={form.refused}
    />
  )
  return c.render(page, { title: words(locale).title, shell: shellOf(c), help })
}

const codeEnv = (c: WebContext, { secretKey }: IdentityPieces) => ({ now: c.var.now, secretKey })

function demandStepUp(c: WebContext) {
  if (!hasSteppedUp(actorOf(c), c.var.now)) throw new Forbidden('step-up')
}

/** The secret goes to the page sealed, and comes back with the code: a wrong code shows the same picture again. */
async function showSwitchOn(c: WebContext, pieces: IdentityPieces, form: ReturnedForm) {
  demandStepUp(c)
  const { db, now, locale } = c.var
  const { account } = actorOf(c)
  const t = words(locale)
  const isReplacing = ((await secondFactorOf(db, account))?.switchedOnAt ?? null) !== null
  const title = isReplacing ? t.replace : t.switchOn
  const pending = form.typed['pending'] ?? offerSecret(account, codeEnv(c, pieces))
  const offer = await attempt(Promise.resolve().then(() => offeredSecret(pending, account, codeEnv(c, pieces))))
  if (!offer.ok) {
    const reason = refusalOf(offer.violation, ruleWords, locale)
    return c.render(<OfferOverPage reason={reason} />, { title, shell: 'plain' })
  }
  const { login } = found(await accountOf(db, account, now))
  const modules = qrModules(totpUrl(offer.value, { login, place: `Giao Ước ${c.var.tenant.name}` }))
  const typed = typedSecret(offer.value)
  const page = <SwitchOnPage {...{ isReplacing, pending, typed, modules, form }} isLed={isLed(c)} />
  return c.render(page, { title, shell: shellOf(c), help })
}

/** New recovery codes, once. */
export async function showCodes(c: WebContext, codes: readonly string[]) {
  const { name, login } = found(await accountOf(c.var.db, actorOf(c).account, c.var.now))
  const next = isLed(c) ? homePath : secondFactorPath
  const page = <CodesPage {...{ name, login, codes, next }} day={dayOf(c.var.now)} />
  return c.render(page, { title: words(c.var.locale).codesOf(name), shell: 'workspace' })
}

const switchOn = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: switchOnInput,
    run: async (value) => showCodes(c, await switchOnSecondFactor(c.var.db, actorOf(c), value, codeEnv(c, pieces))),
    again: (form) => showSwitchOn(c, pieces, form),
    words: ruleWords,
  })

/** A button of the page about one's second factor. */
async function onPage(c: WebContext, run: () => Promise<string | Response>) {
  const result = await attempt(run())
  if (result.ok) return typeof result.value === 'string' ? c.redirect(result.value, 303) : result.value
  c.status(422)
  return showSecondFactor(c, { ...emptyForm, refused: refusalOf(result.violation, ruleWords, c.var.locale) })
}

const switchOff = (c: WebContext) =>
  onPage(c, async () => {
    await switchOffSecondFactor(c.var.db, actorOf(c), c.var.now)
    return secondFactorPath
  })

const renewCodes = (c: WebContext) =>
  onPage(c, async () => showCodes(c, await renewRecoveryCodes(c.var.db, actorOf(c), c.var.now)))

async function showRules(c: WebContext, form: ReturnedForm) {
  const t = words(c.var.locale).rules
  const errors = form.errors.map(({ field }) => ({ field, message: t.notADay }))
  const rules = await secondFactorRules(c.var.db)
  const page = <RulesPage rules={rules} isSaved={c.req.query('da-luu') === '1'} form={{ ...form, errors }} />
  return c.render(page, { title: t.title, shell: 'workspace', help })
}

const saveRules = (c: WebContext) =>
  answerForm(c, {
    schema: chooseSecondFactorRulesInput,
    run: async (value) => {
      await chooseSecondFactorRules(c.var.db, actorOf(c), value, c.var.now)
      return `${secondFactorRulesPath}?da-luu=1`
    },
    again: (form) => showRules(c, form),
    words: ruleWords,
  })

/** The second page of signing in, one's own second factor, and who must have one. */
export const secondFactorRoutes = (pieces: IdentityPieces): Route[] => [
  get(giveCodePath(), 'public', (c) => showGiveCode(c, pieces, emptyForm)),
  post(giveCodePath(), 'public', (c) => enterByCode(c, pieces)),
  get(secondFactorPath, 'entering', (c) => showSecondFactor(c, emptyForm)),
  get(switchOnPath, 'entering', (c) => showSwitchOn(c, pieces, emptyForm)),
  post(switchOnPath, 'entering', (c) => switchOn(c, pieces)),
  post(switchOffPath, 'entering', switchOff),
  post(recoveryCodesPath, 'entering', renewCodes),
  get(secondFactorRulesPath, isAdministrator, (c) => {
    demandStepUp(c)
    return showRules(c, emptyForm)
  }),
  post(secondFactorRulesPath, isAdministrator, saveRules),
]
