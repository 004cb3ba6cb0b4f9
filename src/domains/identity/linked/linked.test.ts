import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openOtherPlace } from '../../../../test/other-place.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import type { Actor } from '#platform/actor.ts'
import { openPasswords } from '../password/password.ts'
import { findSession, sessionsOf } from '../queries.ts'
import { identityRoutes } from '../routes.tsx'
import { offeredSecret, offerSecret, switchOnSecondFactor } from '../second-factor/switch-on-second-factor.ts'
import { codeAt } from '../second-factor/totp.ts'
import { deviceCookie } from '../sessions/device-cookie.ts'
import { giveCode } from '../sessions/give-code.ts'
import { sessionCookie } from '../sessions/session-cookie.ts'
import { openSignInLimiter } from '../sessions/sign-in-limiter.ts'
import { acceptReturn } from './accept-return.ts'
import { addIdentity } from './add-identity.ts'
import { beginRequest } from './begin-request.ts'
import { endIdentities } from './end-identities.ts'
import { openProvider, type Provider } from './provider.ts'
import { expectedOf, identitiesOf } from './queries.ts'
import { recordExpected } from './record-expected.ts'
import { removeIdentity } from './remove-identity.ts'
import { signInByIdentity } from './sign-in-by-identity.ts'
import { withdrawExpected } from './withdraw-expected.ts'

const redirectUri = 'http://namdinh.test/dang-nhap/lien-ket/ve'
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const secretKey = 'một bí mật của nơi cài đặt thử'
const device = 'Firefox'

let place: Awaited<ReturnType<typeof openOtherPlace>>
let provider: Provider

beforeAll(async () => {
  place = await openOtherPlace(redirectUri)
  provider = openProvider(place.settings)
})

afterAll(() => place.close())

type Who = Parameters<typeof place.visit>[1]

async function open(asked = provider) {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const env = { now: morning, provider: asked, redirectUri }
  const leave = (account: string | null = null) =>
    beginRequest(db, { use: account === null ? 'sign_in' : 'link', account, back: '/viec-can-lam' }, env)
  /** Leaves, signs in there, and comes back in the same browser. */
  const come = async (who: Who, account: string | null = null) => {
    const { address, token: browser } = await leave(account)
    const { searchParams: query } = await place.visit(address, who)
    return acceptReturn(db, { query, browser }, env)
  }
  const link = async (actor: Actor, name: string) =>
    addIdentity(db, actor, (await come({ name }, actor.account)).told, morning)
  const enter = async (who: Who) => signInByIdentity(db, (await come(who)).told, { now: morning, device })
  // Each name is of one test: the database is shared.
  const name = `nguoi-${cast.an.account.slice(-12)}`
  return { db, cast, env, leave, come, link, enter, name }
}

describe('coming back', () => {
  test('proves who it is, in the browser that left, once', async () => {
    const { db, env, leave, name } = await open()
    const { address, token: browser } = await leave()
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: redirectUri,
    })
    const back = await place.visit(address, { name, acr: 'strong' })
    const query = back.searchParams
    const { told } = await acceptReturn(db, { query, browser }, env)
    const { issuer } = place.settings
    expect(told).toEqual({ issuer, subject: `sub-${name}`, label: name, claim: name, isStrong: false })
    await expect(acceptReturn(db, { query, browser }, env)).rejects.toThrow('linked.requestOver')
    // Were our own memory lost, the other place too takes its code once.
    const { nonce = '' } = Object.fromEntries(address.searchParams)
    const replayed = provider.whoReturned(back, { state: query.get('state') ?? '', nonce, verifier: browser })
    await expect(replayed).rejects.toThrow('linked.notProven')
  })

  test('is refused with another state, another browser, too late, a wrong nonce, and after a no there', async () => {
    const { db, env, leave, come, name } = await open()
    const away = async (who: Who = { name }) => {
      const { address, token } = await leave()
      return { browser: token, query: (await place.visit(address, who)).searchParams }
    }
    const first = await away()
    const other = await away()
    await expect(acceptReturn(db, { ...first, browser: other.browser }, env)).rejects.toThrow('requestOver')
    await expect(acceptReturn(db, { ...first, browser: undefined }, env)).rejects.toThrow('requestOver')
    other.query.set('state', 'made up')
    await expect(acceptReturn(db, other, env)).rejects.toThrow('requestOver')
    await expect(acceptReturn(db, await away(), { ...env, now: later(11) })).rejects.toThrow('requestOver')
    const withNonce = await away()
    await db.updateTable('oidc_request').set({ nonce: 'of another' }).execute()
    await expect(acceptReturn(db, withNonce, env)).rejects.toThrow('linked.notProven')
    const withCode = await away()
    withCode.query.set('code', 'made up')
    await expect(acceptReturn(db, withCode, env)).rejects.toThrow('linked.notProven')
    await expect(come({ name, isRefusing: true })).rejects.toThrow('linked.declined')
  })

  test('says clearly that the other place is down, and asks again once it is there', async () => {
    const down = await openOtherPlace(redirectUri)
    const { db, env, leave } = await open(openProvider(down.settings))
    const { address, token: browser } = await leave()
    const { searchParams: query } = await down.visit(address, { name: 'ai' })
    await down.close()
    await expect(acceptReturn(db, { query, browser }, env)).rejects.toThrow('linked.unreachable')
    await expect(
      openProvider(down.settings).addressFor({ redirectUri, state: '', nonce: '', verifier: '' }),
    ).rejects.toThrow('linked.unreachable')
  })
})

describe('an identity', () => {
  test('opens nothing before a signed-in person has linked it, whatever it is called', async () => {
    const { db, cast, link, enter, name } = await open()
    // The same name as a login or an address is no reason.
    await db
      .updateTable('account')
      .set({ login: name, email: `${name}@namdinh.test` })
      .where('id', '=', cast.an.account)
      .execute()
    await expect(enter({ name })).rejects.toThrow('linked.unknown')
    await expect(link({ ...cast.an, steppedUpAt: null }, name)).rejects.toThrow('step-up')
    await link(cast.an, name)
    await expect(link(cast.binh, name)).rejects.toThrow('linked.taken')
    const entered = await enter({ name })
    expect([entered.account, entered.isHalf]).toEqual([cast.an.account, false])
    expect((await sessionsOf(db, cast.an.account, morning))[0]?.proof).toBe('oidc')
    const [row] = await identitiesOf(db, cast.an.account)
    expect(row).toMatchObject({ label: name, way: 'person', used_at: morning })
    const actions = (await historyOf(db, cast.an.account)).map(({ action }) => action)
    expect(actions).toEqual(['identity.signedIn', 'identity.identityLinked'])

    await expect(removeIdentity(db, cast.binh, { id: row?.id ?? '' }, morning)).rejects.toMatchObject({
      name: 'NotFound',
    })
    await removeIdentity(
      db,
      { ...cast.an, session: '00000000-0000-7000-8000-000000000000' },
      { id: row?.id ?? '' },
      morning,
    )
    expect(await findSession(db, entered.token, morning)).toBeUndefined()
    await expect(enter({ name })).rejects.toThrow('linked.unknown')
  })

  test('is as good as the password: the code follows, unless the operator trusts that place with it', async () => {
    const { db, cast, link, enter, name } = await open()
    const { account } = cast.an
    await link(cast.an, name)
    const env = { now: morning, secretKey }
    const pending = offerSecret(account, env)
    const secret = offeredSecret(pending, account, env)
    await switchOnSecondFactor(db, cast.an, { pending, code: codeAt(secret, morning) }, env)
    const half = await enter({ name, acr: 'strong' })
    expect([half.isHalf, await findSession(db, half.token, morning)]).toEqual([true, undefined])
    const door = { now: later(1), secretKey, limiter: openSignInLimiter(), device, markFor: () => null }
    const whole = await giveCode(db, { half: half.token, code: codeAt(secret, later(1)) }, door)
    expect([whole.proof, whole.usedRecovery]).toEqual(['oidc_code', false])

    const trusting = await open(openProvider({ ...place.settings, strongAcrs: ['strong'] }))
    const at = { now: morning, device }
    await expect(signInByIdentity(db, (await trusting.come({ name, acr: 'weak' })).told, at)).resolves.toMatchObject({
      isHalf: true,
    })
    const { told } = await trusting.come({ name, acr: 'strong' })
    await expect(signInByIdentity(db, told, at)).resolves.toMatchObject({ isHalf: false, proof: 'oidc_strong' })
    await db.updateTable('account').set({ state: 'closed' }).where('id', '=', account).execute()
    await expect(signInByIdentity(db, told, at)).rejects.toThrow('linked.unknown')
    expect(await db.transaction().execute((tx) => endIdentities(tx, account))).toBe(1)
  })

  test('that an administrator expects is linked once, to another than oneself, and may be refused', async () => {
    const { db, cast, come, enter, name } = await open()
    const { account } = cast.an
    const expecting = (actor: Actor, of = account, value = name) =>
      recordExpected(db, actor, { account: of, value }, { now: morning, origin: 'https://thidua.test' })
    await expect(expecting(cast.dung)).rejects.toThrow('not-allowed')
    await expect(expecting({ ...cast.em, steppedUpAt: null })).rejects.toThrow('step-up')
    await expect(expecting(cast.em, cast.em.account)).rejects.toThrow('not-allowed')
    await expecting(cast.em)
    await expect(expecting(cast.em, cast.binh.account)).rejects.toThrow('linked.expectedElsewhere')
    await expect(withdrawExpected(db, cast.binh, { account }, morning)).rejects.toThrow('not-allowed')
    await withdrawExpected(db, cast.an, { account }, morning)
    await expect(enter({ name })).rejects.toThrow('linked.unknown')

    await expecting(cast.em)
    expect(await expectedOf(db, account)).toMatchObject({ value: name, recorder: cast.em.name })
    const [one, two] = [(await come({ name })).told, (await come({ name })).told]
    const at = { now: morning, device }
    await Promise.all(
      [signInByIdentity(db, one, at), signInByIdentity(db, two, at)].map((entering) => entering.catch(() => null)),
    )
    expect((await identitiesOf(db, account)).map(({ way }) => way)).toEqual(['record'])
    expect(await expectedOf(db, account)).toBeUndefined()
  })
})

test('the pages lead there and back, and say at the door what went wrong', async () => {
  const { db, cast, link, name } = await open()
  await link(cast.an, name)
  const cookie = sessionCookie(true)
  const pieces = {
    passwords: openPasswords(),
    cookie,
    device: deviceCookie({ isSecure: true, secretKey }),
    secretKey,
    limiter: openSignInLimiter(),
    addressOf: () => '10.0.0.7',
    originOf: () => 'http://namdinh.test',
    announce: async () => {},
    unitsOf: async () => [],
    leadsUnit: async () => false,
    endingsOf: async () => [],
    scopesOf: async () => [],
    scopeNames: async () => new Map<string, string>(),
    unitNames: async () => new Map<string, string>(),
  }
  const web = openTestWeb(db, identityRoutes({ ...pieces, provider }))
  expect((await web.as(null).get('/dang-nhap')).text).toContain('Đăng nhập bằng tài khoản của tỉnh')
  const left = await web.as(null).get('/dang-nhap/lien-ket?ve=%2Ftai-khoan')
  const kept = left.headers.getSetCookie()[0] ?? ''
  expect([left.status, kept]).toEqual([
    303,
    expect.stringMatching(/^__Host-giao_uoc_di=.*HttpOnly; Secure; SameSite=Lax/),
  ])
  const back = await place.visit(left.location ?? '', { name })
  const browser = { cookie: kept.split(';')[0] ?? '' }
  const entered = await web.as(null, browser).get(back.pathname + back.search)
  expect([entered.status, entered.location]).toEqual([303, '/tai-khoan'])
  expect(entered.headers.getSetCookie().some((set) => set.startsWith('__Host-giao_uoc='))).toBe(true)
  const again = await web.as(null, browser).get(back.pathname + back.search)
  expect([again.status, again.text.includes('Lần đăng nhập này đã dùng rồi')]).toEqual([422, true])

  const asleep = await web.as({ ...cast.an, steppedUpAt: null }).post('/tai-khoan/lien-ket/noi')
  expect(asleep.location).toContain('/xac-nhan?ve=')
  const leaving = await web.as(cast.an).post('/tai-khoan/lien-ket/noi')
  expect(leaving.text).toContain(`href="${place.settings.issuer}/auth?`)
  const without = openTestWeb(db, identityRoutes(pieces))
  expect((await without.as(cast.an).get('/tai-khoan/lien-ket')).status).toBe(404)
  const silent = openTestWeb(
    db,
    identityRoutes({ ...pieces, provider: openProvider({ ...place.settings, issuer: 'http://127.0.0.1:9' }) }),
  )
  const lost = await silent.as(null).get('/dang-nhap/lien-ket')
  expect([lost.status, lost.text.includes('Chưa hỏi được nơi đăng nhập ấy')]).toEqual([422, true])
})
