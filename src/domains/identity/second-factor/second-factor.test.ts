import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import { printCode } from '#platform/id.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { openPasswords } from '../password/password.ts'
import { findSession, sessionsOf } from '../queries.ts'
import { endOtherSessions } from '../sessions/end-session.ts'
import { giveCode } from '../sessions/give-code.ts'
import { openSignInLimiter } from '../sessions/sign-in-limiter.ts'
import { signIn } from '../sessions/sign-in.ts'
import { stepUp } from '../sessions/step-up.ts'
import { chooseSecondFactorRules } from './choose-second-factor-rules.ts'
import { secondFactorOf, secondFactorRules } from './queries.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { lacksSecondFactor } from './second-factor.ts'
import { switchOffSecondFactor } from './switch-off-second-factor.ts'
import { offeredSecret, offerSecret, switchOnSecondFactor } from './switch-on-second-factor.ts'
import { codeAt, stepOf, totpUrl, typedSecret } from './totp.ts'

const password = 'cá rô kho tộ bà nấu'
const passwords = openPasswords()
const passwordHash = passwords.hash(password)
const secretKey = 'một bí mật của nơi cài đặt thử'
const later = (seconds: number) => new Date(morning.getTime() + seconds * 1000)

const door = (now = morning, limiter = openSignInLimiter()) => ({
  now,
  passwords,
  limiter,
  secretKey,
  address: '10.0.0.7',
  device: 'Firefox',
  markFor: (): string | null => null,
})

/** An's phone and printed codes. */
async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { account } = cast.an
  await db
    .updateTable('account')
    .set({ password_hash: await passwordHash })
    .where('id', '=', account)
    .execute()
  const { login } = await db.selectFrom('account').select('login').where('id', '=', account).executeTakeFirstOrThrow()
  const env = { now: morning, secretKey }
  const pending = offerSecret(account, env)
  const secret = offeredSecret(pending, account, env)
  const switchOn = () =>
    switchOnSecondFactor(db, cast.an, { pending, code: codeAt(secret, morning) }, { now: morning, secretKey })
  const enter = async (given = door()) => (await signIn(db, { login, password }, given)).token
  const codeOf = (seconds: number) => codeAt(secret, later(seconds))
  return { db, cast, account, login, pending, secret, switchOn, enter, codeOf }
}

describe('codes', () => {
  test('are those of RFC 6238, for the present step and its neighbours', () => {
    const secret = Buffer.from('12345678901234567890')
    expect(codeAt(secret, new Date(59_000))).toBe('287082')
    expect(stepOf(secret, '287082', new Date(59_000))).toBe(1)
    expect(stepOf(secret, '287082', new Date(89_000))).toBe(1)
    expect(stepOf(secret, '287082', new Date(121_000))).toBeNull()
  })

  test('reach the phone as a picture and as letters in groups of four', () => {
    const secret = Buffer.from('12345678901234567890')
    expect(typedSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    const url = totpUrl(secret, { login: 'lanh-dao', place: 'Giao Ước Tỉnh Nam Định' })
    expect(url).toMatch(/^otpauth:\/\/totp\/.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/)
  })
})

describe('switching on', () => {
  test('is not for somebody who was signed out since the request began', async () => {
    const { db, cast, pending, secret, enter } = await open()
    const session = await findSession(db, await enter(), morning)
    const thief: Actor = { ...cast.an, session: session?.session ?? '' }
    await endOtherSessions(db, cast.an, morning)
    const env = { now: morning, secretKey }
    const input = { pending, code: codeAt(secret, morning) }
    await expect(switchOnSecondFactor(db, thief, input, env)).rejects.toThrow('sign-in')
    expect(await secondFactorOf(db, cast.an.account)).toBeUndefined()
  })

  test('needs the password once more and a code of the phone, and gives ten codes', async () => {
    const { db, cast, account, pending, codeOf } = await open()
    const env = { now: morning, secretKey }
    const asleep: Actor = { ...cast.an, steppedUpAt: null }
    await expect(switchOnSecondFactor(db, asleep, { pending, code: codeOf(0) }, env)).rejects.toThrow('step-up')
    const wrong = { pending, code: codeOf(120) }
    await expect(switchOnSecondFactor(db, cast.an, wrong, env)).rejects.toThrow('secondFactor.wrongCode')
    const codes = await switchOnSecondFactor(db, cast.an, { pending, code: codeOf(0) }, env)
    expect(new Set(codes).size).toBe(10)
    expect(await secondFactorOf(db, account)).toEqual({ switchedOnAt: morning, passkeys: 0, codesLeft: 10 })
    expect((await historyOf(db, account))[0]?.action).toBe('identity.secondFactorSwitchedOn')
  })

  test('keeps the secret sealed, for this account alone, and the codes as hashes', async () => {
    const { db, cast, account, pending, secret, switchOn } = await open()
    const codes = await switchOn()
    const factor = await db.selectFrom('second_factor').selectAll().where('account_id', '=', account).execute()
    expect(factor[0]?.sealed_secret.includes(Buffer.from(secret))).toBe(false)
    const kept = await db.selectFrom('recovery_code').selectAll().where('account_id', '=', account).execute()
    expect(codes.some((code) => JSON.stringify(kept).includes(code))).toBe(false)
    const env = { now: morning, secretKey }
    expect(() => offeredSecret(pending, cast.binh.account, env)).toThrow('secondFactor.offerOver')
    expect(() => offeredSecret(pending, account, { now: later(1801), secretKey })).toThrow('secondFactor.offerOver')
    expect(() => offeredSecret('bừa', account, env)).toThrow('secondFactor.offerOver')
  })

  test('again is another phone: the old one and its codes are worth nothing', async () => {
    const { db, cast, account, switchOn, enter, codeOf } = await open()
    const [old = ''] = await switchOn()
    const env = { now: later(60), secretKey }
    const pending = offerSecret(account, env)
    const secret = offeredSecret(pending, account, env)
    await switchOnSecondFactor(db, cast.an, { pending, code: codeAt(secret, env.now) }, env)
    const half = await enter(door(later(120)))
    const give = (code: string) => giveCode(db, { half, code }, door(later(120)))
    await expect(give(codeOf(120))).rejects.toThrow('secondFactor.wrongCode')
    await expect(give(old)).rejects.toThrow('secondFactor.wrongCode')
    await expect(give(codeAt(secret, later(120)))).resolves.toMatchObject({ proof: 'totp' })
  })
})

describe('signing in with a second factor', () => {
  test('stops after the password at half a session, which opens no page', async () => {
    const { db, login, switchOn } = await open()
    await switchOn()
    const half = await signIn(db, { login, password }, door())
    expect(half.isHalf).toBe(true)
    expect(await findSession(db, half.token, morning)).toBeUndefined()
  })

  test('goes on with a code, which works once, also when sent twice at the same moment', async () => {
    const { db, account, switchOn, enter, codeOf } = await open()
    await switchOn()
    const halves = [await enter(door(later(30))), await enter(door(later(30)))]
    const tries = halves.map((half) => giveCode(db, { half, code: codeOf(30) }, door(later(30))))
    const settled = await Promise.allSettled(tries)
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await sessionsOf(db, account, later(30))).map(({ proof }) => proof)).toEqual(['totp'])
    const again = await enter(door(later(40)))
    await expect(giveCode(db, { half: again, code: codeOf(30) }, door(later(40)))).rejects.toThrow('wrongCode')
  })

  test('takes the code that switched it on no second time', async () => {
    const { db, switchOn, enter, codeOf } = await open()
    await switchOn()
    const half = await enter()
    await expect(giveCode(db, { half, code: codeOf(0) }, door())).rejects.toThrow('secondFactor.wrongCode')
  })

  test('takes a recovery code once, typed in any manner', async () => {
    const { db, account, switchOn, enter } = await open()
    const [code = ''] = await switchOn()
    const typed = printCode(code).toLowerCase().replaceAll('-', ' ')
    await expect(giveCode(db, { half: await enter(), code: typed }, door())).resolves.toMatchObject({
      proof: 'recovery_code',
    })
    expect((await secondFactorOf(db, account))?.codesLeft).toBe(9)
    await expect(giveCode(db, { half: await enter(), code }, door())).rejects.toThrow('secondFactor.wrongCode')
  })

  test('takes a recovery code once also where two show it at the same moment, in two halves or in one', async () => {
    const { db, account, switchOn, enter } = await open()
    const [code = '', other = ''] = await switchOn()
    const [one, two] = [await enter(), await enter()]
    const shown = [one, two].map((half) => giveCode(db, { half, code }, door()))
    expect((await Promise.allSettled(shown)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const half = await enter()
    const given = [half, half].map((same) => giveCode(db, { half: same, code: other }, door()))
    expect((await Promise.allSettled(given)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect([(await sessionsOf(db, account, morning)).length, (await secondFactorOf(db, account))?.codesLeft]).toEqual([
      2, 8,
    ])
  })

  test('waits ten minutes for the code, and half a session is good for one', async () => {
    const { db, switchOn, enter, codeOf } = await open()
    await switchOn()
    const half = await enter()
    await expect(giveCode(db, { half, code: codeOf(601) }, door(later(601)))).rejects.toThrow('halfSessionOver')
    await giveCode(db, { half, code: codeOf(60) }, door(later(60)))
    await expect(giveCode(db, { half, code: codeOf(90) }, door(later(90)))).rejects.toThrow('halfSessionOver')
  })

  test('counts wrong codes by account, however often it begins anew, but not against a known browser', async () => {
    const { db, switchOn, enter, codeOf } = await open()
    await switchOn()
    const limiter = openSignInLimiter()
    const env = door(later(60), limiter)
    for (const half of [await enter(env), await enter(env)]) {
      const guess = () => giveCode(db, { half, code: '000000' }, env)
      for (let time = 0; time < 5; time += 1) await expect(guess()).rejects.toThrow('secondFactor.wrongCode')
    }
    const half = await enter(door(later(60), limiter))
    const given = { half, code: codeOf(60) }
    await expect(giveCode(db, given, env)).rejects.toThrow('identity.tooManyTries')
    await expect(giveCode(db, given, { ...env, markFor: () => 'a known browser' })).resolves.toBeDefined()
  })
})

describe('saying it once more', () => {
  test('asks for the code too, once there is a phone', async () => {
    const { db, cast, switchOn, enter, codeOf } = await open()
    await switchOn()
    const { token } = await giveCode(db, { half: await enter(), code: codeOf(30) }, door(later(30)))
    const session = (await findSession(db, token, later(30)))?.session ?? ''
    const actor: Actor = { ...cast.an, session }
    await expect(stepUp(db, actor, { password }, door(later(60)))).rejects.toThrow('secondFactor.wrongCode')
    const replayed = { password, code: codeOf(30) }
    await expect(stepUp(db, actor, replayed, door(later(60)))).rejects.toThrow('secondFactor.wrongCode')
    await expect(stepUp(db, actor, { password, code: codeOf(60) }, door(later(60)))).resolves.toBeDefined()
  })
})

describe('afterwards', () => {
  test('new recovery codes end the old ones', async () => {
    const { db, cast, switchOn, enter } = await open()
    const [old = ''] = await switchOn()
    const asleep: Actor = { ...cast.an, steppedUpAt: null }
    await expect(renewRecoveryCodes(db, asleep, morning)).rejects.toThrow('step-up')
    const [fresh = ''] = await renewRecoveryCodes(db, cast.an, morning)
    await expect(giveCode(db, { half: await enter(), code: old }, door())).rejects.toThrow('wrongCode')
    await expect(giveCode(db, { half: await enter(), code: fresh }, door())).resolves.toBeDefined()
    await expect(renewRecoveryCodes(db, cast.binh, morning)).rejects.toThrow('secondFactor.isOff')
  })

  test('switching off needs the step-up, and the password alone opens the account again', async () => {
    const { db, cast, login, switchOn } = await open()
    await switchOn()
    const asleep: Actor = { ...cast.an, steppedUpAt: null }
    await expect(switchOffSecondFactor(db, asleep, morning)).rejects.toThrow('step-up')
    await switchOffSecondFactor(db, cast.an, morning)
    expect((await signIn(db, { login, password }, door())).isHalf).toBe(false)
    await expect(switchOffSecondFactor(db, cast.an, morning)).rejects.toThrow('secondFactor.isOff')
  })
})

describe('who must have one', () => {
  const holder = { hasSecondFactor: false, tenantRoles: [], leadsUnit: true } as const

  test.each([
    [holder, ['leader'] as const, true],
    [holder, ['administrator', 'authority'] as const, false],
    [{ ...holder, hasSecondFactor: true }, ['leader'] as const, false],
    [{ ...holder, tenantRoles: ['authority'] as const }, ['authority'] as const, true],
  ])('%o with %o asked: %s', (held, asked, lacks) => expect(lacksSecondFactor(held, asked)).toBe(lacks))

  test('is set by the administrator, and then it cannot be switched off', async () => {
    const { db, cast, switchOn } = await open()
    await switchOn()
    const rules = { administrator: undefined, authority: '2023-03-01', leader: '2023-02-01' }
    await expect(chooseSecondFactorRules(db, cast.dung, rules, morning)).rejects.toThrow('not-allowed')
    await chooseSecondFactorRules(db, cast.em, rules, morning)
    expect(Object.fromEntries(await secondFactorRules(db))).toEqual({ authority: '2023-03-01', leader: '2023-02-01' })
    await expect(switchOffSecondFactor(db, cast.an, morning)).rejects.toThrow('secondFactor.isAsked')
    const none = { administrator: undefined, authority: undefined, leader: undefined }
    await chooseSecondFactorRules(db, cast.em, none, morning)
    await expect(switchOffSecondFactor(db, cast.an, morning)).resolves.toBeUndefined()
  })
})
