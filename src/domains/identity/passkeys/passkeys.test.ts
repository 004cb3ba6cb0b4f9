import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openDevice } from '../../../../test/passkey-device.ts'
import type { Actor } from '#platform/actor.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { openPasswords } from '../password/password.ts'
import { findSession, sessionsOf } from '../queries.ts'
import { endSecondFactors } from '../second-factor/end-second-factors.ts'
import { hasSecondFactor, secondFactorOf } from '../second-factor/queries.ts'
import { switchOffSecondFactor } from '../second-factor/switch-off-second-factor.ts'
import { offeredSecret, offerSecret, switchOnSecondFactor } from '../second-factor/switch-on-second-factor.ts'
import { codeAt } from '../second-factor/totp.ts'
import { giveCode } from '../sessions/give-code.ts'
import { openSignInLimiter } from '../sessions/sign-in-limiter.ts'
import { signIn } from '../sessions/sign-in.ts'
import { startSession } from '../sessions/start-session.ts'
import { stepUp } from '../sessions/step-up.ts'
import { siteUrl } from '../site.ts'
import { beginAssertion } from './begin-assertion.ts'
import { beginRegistration } from './begin-registration.ts'
import { fellBack, passkeySite } from './passkey.ts'
import { passkeysOf } from './queries.ts'
import { registerPasskey } from './register-passkey.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey } from './rename-passkey.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'
import { stepUpByPasskey } from './step-up-by-passkey.ts'

const site = { host: 'namdinh.test', origin: 'https://namdinh.test' }
const passwords = openPasswords()
const password = 'cá rô kho tộ bà nấu'
const passwordHash = passwords.hash(password)
const secretKey = 'một bí mật của nơi cài đặt thử'
const later = (seconds: number) => new Date(morning.getTime() + seconds * 1000)
const env = (now = morning) => ({ now, site, device: 'Firefox', place: 'Giao Ước' })
const door = {
  now: morning,
  passwords,
  limiter: openSignInLimiter(),
  secretKey,
  address: '10.0.0.7',
  device: 'Firefox',
  markFor: () => null,
}

/** An with a device; Bình as the one who should not. */
async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { account } = cast.an
  const set = { password_hash: await passwordHash }
  const row = await db.updateTable('account').set(set).where('id', '=', account).returning('login').executeTakeFirst()
  const login = row?.login ?? ''
  const device = openDevice(site, account)
  const add = async (own = device, name = 'Máy ở cơ quan') => {
    const asked = await beginRegistration(db, cast.an, env())
    return registerPasskey(db, cast.an, { response: own.make(asked), name }, env())
  }
  const ask = (now = morning) => beginAssertion(db, { use: 'sign_in', account: null }, env(now))
  const enter = (response: string, now = morning) => signInByPasskey(db, { response }, env(now))
  const sessionOf = async () => {
    const { token } = await db
      .transaction()
      .execute((tx) => startSession(tx, { account, device: '', proof: 'password' }, morning))
    const found = await findSession(db, token, morning)
    return { ...cast.an, session: found?.session ?? null } satisfies Actor
  }
  const isAsked = () => db.insertInto('second_factor_rule').values({ role: 'leader', from_on: '2022-01-01' }).execute()
  return { db, cast, account, login, device, add, ask, enter, sessionOf, isAsked }
}

test('the site of a passkey is the tenant’s own host, else the site’s, and never a bare address', () => {
  const asked = { origin: 'https://thidua.vn', host: 'namdinh.thidua.vn:443', hosts: ['NamDinh.thidua.vn'] }
  expect(passkeySite(siteUrl(asked))).toEqual({ host: 'namdinh.thidua.vn', origin: 'https://namdinh.thidua.vn' })
  // A name that is no tenant's, as behind someone else's proxy, is not taken for a site.
  expect(passkeySite(siteUrl({ ...asked, host: 'evil.test' }))?.host).toBe('thidua.vn')
  const local = { origin: 'http://localhost:3000', host: 'localhost:3000', hosts: [] }
  expect(passkeySite(siteUrl(local))).toEqual({ host: 'localhost', origin: 'http://localhost:3000' })
  expect(passkeySite(siteUrl({ ...local, origin: 'http://10.0.0.7:3000' }))).toBeUndefined()
})

test('a counter falls back when a device that counts says no higher number', () => {
  const pairs = [
    [0, 0],
    [0, 5],
    [5, 6],
    [5, 5],
    [5, 4],
    [5, 0],
  ] as const
  expect(pairs.map(([kept, said]) => fellBack(kept, said))).toEqual([false, false, false, true, true, true])
})

describe('a new passkey', () => {
  test('as the first second factor gives ten codes, ends other sessions, and the password alone is half a session', async () => {
    const { db, cast, account, login, add, sessionOf } = await open()
    const other = await sessionOf()
    await expect(beginRegistration(db, { ...cast.an, steppedUpAt: null }, env())).rejects.toThrow('step-up')
    const codes = (await add()) ?? []
    expect(new Set(codes).size).toBe(10)
    expect(await sessionsOf(db, account, morning)).toEqual([])
    expect((await historyOf(db, account))[0]).toMatchObject({
      action: 'identity.passkeyRegistered',
      facts: { name: 'Máy ở cơ quan', sessionsEnded: 1 },
    })
    await expect(registerPasskey(db, other, { response: '{}', name: 'x' }, env())).rejects.toThrow('notAccepted')
    const half = await signIn(db, { login, password }, door)
    expect([half.isHalf, await findSession(db, half.token, morning)]).toEqual([true, undefined])
    const given = giveCode(db, { half: half.token, code: codes[0] ?? '' }, door)
    await expect(given).resolves.toMatchObject({ proof: 'recovery_code' })
    expect(await add(openDevice(site, account), 'Điện thoại')).toBeNull()
  })

  test('is refused from another site, unverified, to an old, foreign or used question, and twice', async () => {
    const { db, cast, device, add } = await open()
    const give = async (lie: Parameters<typeof device.make>[1], now = morning) => {
      const asked = await beginRegistration(db, cast.an, env())
      return registerPasskey(
        db,
        { ...cast.an, steppedUpAt: now },
        { response: device.make(asked, lie), name: 'x' },
        env(now),
      )
    }
    for (const lie of [{ origin: 'https://evil.test' }, { host: 'evil.test' }, { isUnverified: true }]) {
      await expect(give(lie)).rejects.toThrow('passkeys.notAccepted')
    }
    await expect(give({ challenge: 'AAAA' })).rejects.toThrow('passkeys.challengeOver')
    await expect(give({}, later(301))).rejects.toThrow('passkeys.challengeOver')
    const ofBinh = device.make(await beginRegistration(db, cast.binh, env()))
    await expect(registerPasskey(db, cast.an, { response: ofBinh, name: 'x' }, env())).rejects.toThrow('challengeOver')
    const asked = await beginRegistration(db, cast.an, env())
    const input = { response: device.make(asked), name: 'x' }
    const both = [registerPasskey(db, cast.an, input, env()), registerPasskey(db, cast.an, input, env())]
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(add()).rejects.toThrow('passkeys.known')
    expect((await passkeysOf(db, cast.an.account)).length).toBe(1)
  })

  test('is nothing for somebody who was signed out since', async () => {
    const { db, device, sessionOf } = await open()
    const thief = await sessionOf()
    const asked = await beginRegistration(db, thief, env())
    await db.updateTable('session').set({ ended_at: morning }).where('id', '=', thief.session).execute()
    const registered = registerPasskey(db, thief, { response: device.make(asked), name: 'x' }, env())
    await expect(registered).rejects.toThrow('sign-in')
    expect(await hasSecondFactor(db, thief.account)).toBe(false)
  })
})

describe('signing in by passkey', () => {
  test('needs no name, is a whole session, and says when it was last used', async () => {
    const { db, account, device, add, ask, enter } = await open()
    await add()
    const asked = await ask()
    expect([asked.allowCredentials, asked.userVerification, asked.rpId]).toEqual([[], 'required', site.host])
    const entered = await enter(device.sign(asked), later(60))
    expect(await findSession(db, entered.token, later(60))).toMatchObject({ id: account, hasSecondFactor: true })
    expect((await sessionsOf(db, account, later(60)))[0]?.proof).toBe('passkey')
    expect((await passkeysOf(db, account))[0]?.used_at).toEqual(later(60))
  })

  test('an answer is good once, also when sent twice at the same moment, and not after five minutes', async () => {
    const { device, add, ask, enter } = await open()
    await add()
    const answer = device.sign(await ask())
    const both = await Promise.allSettled([enter(answer), enter(answer)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(enter(answer)).rejects.toThrow('passkeys.challengeOver')
    await expect(enter(device.sign(await ask()), later(301))).rejects.toThrow('passkeys.challengeOver')
  })

  test('a wrong answer is refused and uses its question up', async () => {
    const { db, cast, account, device, add, ask, enter } = await open()
    await add()
    const lies = [
      { origin: 'https://evil.test' },
      { host: 'evil.test' },
      { isUnverified: true },
      { userHandle: cast.binh.account },
    ]
    for (const lie of lies) await expect(enter(device.sign(await ask(), lie))).rejects.toThrow('passkeys.notAccepted')
    const asked = await ask()
    const stranger = openDevice(site, account)
    await expect(enter(stranger.sign(asked))).rejects.toThrow('passkeys.notAccepted')
    await expect(enter(device.sign(asked))).rejects.toThrow('passkeys.challengeOver')
    const forged = JSON.parse(device.sign(await ask())) as { response: { signature: string } }
    forged.response.signature = Buffer.from('no signature').toString('base64url')
    for (const text of [JSON.stringify(forged), '', 'null', '{"id":1}']) {
      await expect(enter(text)).rejects.toThrow('passkeys.notAccepted')
    }
    const elsewhere = { ...env(), site: { host: 'hanam.test', origin: 'https://hanam.test' } }
    const there = beginAssertion(db, { use: 'sign_in', account: null }, elsewhere)
    const response = device.sign(await there, { origin: 'https://hanam.test', host: 'hanam.test' })
    await expect(signInByPasskey(db, { response }, elsewhere)).rejects.toThrow('passkeys.notAccepted')
    await db.updateTable('account').set({ state: 'closed' }).where('id', '=', account).execute()
    await expect(enter(device.sign(await ask()))).rejects.toThrow('passkeys.notAccepted')
  })

  test('a counter that falls back halts the passkey, and a forged one does not', async () => {
    const { db, account, device, add, ask, enter } = await open()
    await add()
    await enter(device.sign(await ask(), { counter: 7 }))
    const forged = JSON.parse(device.sign(await ask(), { counter: 3 })) as { response: { signature: string } }
    forged.response.signature = Buffer.from('no signature').toString('base64url')
    await expect(enter(JSON.stringify(forged))).rejects.toThrow('passkeys.notAccepted')
    await enter(device.sign(await ask(), { counter: 8 }))
    await expect(enter(device.sign(await ask(), { counter: 8 }))).rejects.toThrow('passkeys.halted')
    await expect(enter(device.sign(await ask(), { counter: 20 }))).rejects.toThrow('passkeys.halted')
    expect((await historyOf(db, account))[0]).toMatchObject({
      action: 'identity.passkeyHalted',
      facts: { kept: 8, said: 8 },
    })
    // The password alone must not become enough by that.
    expect(await hasSecondFactor(db, account)).toBe(true)
  })
})

describe('confirming by passkey', () => {
  test('is for one’s own passkey and its own question, renews the session, and stands for password and code', async () => {
    const { db, cast, account, device, add, ask, sessionOf } = await open()
    await add()
    const actor = await sessionOf()
    const question = (of: Actor) => beginAssertion(db, { use: 'step_up', account: of.account }, env())
    const asked = await question(actor)
    expect(asked.allowCredentials?.length).toBe(1)
    const { token } = await stepUpByPasskey(db, actor, { response: device.sign(asked) }, env(later(60)))
    expect((await findSession(db, token, later(60)))?.steppedUpAt).toEqual(later(60))
    const ofBinh = device.sign(await question(cast.binh), { userHandle: account })
    await expect(stepUpByPasskey(db, cast.binh, { response: ofBinh }, env())).rejects.toThrow('passkeys.notAccepted')
    const ofDoor = device.sign(await ask())
    await expect(stepUpByPasskey(db, actor, { response: ofDoor }, env())).rejects.toThrow('passkeys.challengeOver')
    const env2 = { now: morning, passwords, limiter: openSignInLimiter(), secretKey }
    await expect(stepUp(db, actor, { password }, env2)).rejects.toThrow('secondFactor.wrongCode')
  })
})

describe('a passkey’s name and end', () => {
  test('are its owner’s; the last factor stays where a role asks for one', async () => {
    const { db, cast, account, device, add, ask, enter, isAsked } = await open()
    await add()
    const id = (await passkeysOf(db, account))[0]?.id ?? ''
    await expect(renamePasskey(db, cast.binh, { id, name: 'Của tôi' }, morning)).rejects.toMatchObject({
      name: 'NotFound',
    })
    await renamePasskey(db, cast.an, { id, name: 'Máy bàn' }, morning)
    expect((await historyOf(db, account))[0]?.facts).toEqual({ name: 'Máy bàn', before: 'Máy ở cơ quan' })
    await expect(removePasskey(db, { ...cast.an, steppedUpAt: null }, { id }, morning)).rejects.toThrow('step-up')
    await expect(removePasskey(db, cast.binh, { id }, morning)).rejects.toMatchObject({ name: 'NotFound' })
    await isAsked()
    await expect(removePasskey(db, cast.an, { id }, morning)).rejects.toThrow('passkeys.lastFactor')
    expect((await secondFactorOf(db, account))?.codesLeft).toBe(10)
    await add(openDevice(site, account), 'Điện thoại')
    const two = (await passkeysOf(db, account)).map((row) => removePasskey(db, cast.an, { id: row.id }, morning))
    expect((await Promise.allSettled(two)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await db.deleteFrom('second_factor_rule').execute()
    for (const row of await passkeysOf(db, account)) await removePasskey(db, cast.an, { id: row.id }, morning)
    expect(await secondFactorOf(db, account)).toBeUndefined()
    expect(await db.selectFrom('recovery_code').select('id').where('account_id', '=', account).execute()).toEqual([])
    await expect(enter(device.sign(await ask()))).rejects.toThrow('passkeys.notAccepted')
  })

  test('beside a telephone each may go while the other stays, and recovery or leaving ends both', async () => {
    const { db, cast, account, add, isAsked } = await open()
    await add()
    const pending = offerSecret(account, { now: morning, secretKey })
    const code = codeAt(offeredSecret(pending, account, { now: morning, secretKey }), morning)
    await switchOnSecondFactor(db, cast.an, { pending, code }, { now: morning, secretKey })
    await isAsked()
    await switchOffSecondFactor(db, cast.an, morning)
    expect(await secondFactorOf(db, account)).toMatchObject({ switchedOnAt: null, passkeys: 1, codesLeft: 10 })
    const ended = await db.transaction().execute((tx) => endSecondFactors(tx, account))
    expect(ended).toEqual({ hadFactor: false, passkeysEnded: 1 })
    expect(await hasSecondFactor(db, account)).toBe(false)
    await db.deleteFrom('second_factor_rule').execute()
  })
})
