import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { NotFound } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { changePassword } from '../password/change-password.ts'
import { chooseActingUnit } from './choose-acting-unit.ts'
import { choosePreferences } from './choose-preferences.ts'
import { endOtherSessions, endSession } from './end-session.ts'
import { openPasswords } from '../password/password.ts'
import { issueRecoveryCodes } from '../second-factor/issue-recovery-codes.ts'
import { accountOf, findSession, sessionsOf } from '../queries.ts'
import { deviceOf } from './session.ts'
import { openSignInLimiter } from './sign-in-limiter.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { stepUp } from './step-up.ts'

const password = 'cá rô kho tộ bà nấu'
const passwords = openPasswords()
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const hours = 60

const door = (now = morning) => ({
  now,
  passwords,
  limiter: openSignInLimiter(),
  address: '10.0.0.7',
  device: 'Firefox',
  secretKey: 'một bí mật của nơi cài đặt thử',
  markFor: () => null,
})

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  await db
    .updateTable('account')
    .set({ password_hash: await passwords.hash(password) })
    .where('id', '=', cast.an.account)
    .execute()
  const { login } = await db
    .selectFrom('account')
    .select('login')
    .where('id', '=', cast.an.account)
    .executeTakeFirstOrThrow()
  const enter = async (env = door()) => (await signIn(db, { login, password }, env)).token
  return { db, cast, login, enter }
}

/** The actor whom the app would make of a session. */
async function within(actor: Actor, token: string, now = morning): Promise<Actor> {
  const session = await findSession((await testDatabase()).db, token, now)
  if (session === undefined) throw new Error('the session is over')
  return { ...actor, session: session.session, steppedUpAt: session.steppedUpAt }
}

describe('signing in', () => {
  test('opens a session that knows its person, however the password’s marks were typed', async () => {
    const { db, cast, login } = await open()
    const { token } = await signIn(db, { login, password: password.normalize('NFD') }, door())
    expect(await findSession(db, token, morning)).toMatchObject({
      id: cast.an.account,
      name: cast.an.name,
      tenantRoles: [],
      steppedUpAt: null,
    })
    expect((await historyOf(db, cast.an.account))[0]?.action).toBe('identity.signedIn')
  })

  test('says the same of a wrong password, a login nobody has, and an account that was closed', async () => {
    const { db, cast, login } = await open()
    const { limiter } = door()
    const refuse = (typed: { login: string; password: string }) =>
      expect(signIn(db, typed, { ...door(), limiter })).rejects.toThrow('identity.wrongSignIn')
    await refuse({ login, password: 'một mật khẩu khác' })
    await refuse({ login: 'khong.ai.ca', password })
    await db.updateTable('account').set({ state: 'closed' }).where('id', '=', cast.an.account).execute()
    await refuse({ login, password })
  })

  test('after ten wrong passwords even the right one waits a quarter of an hour', async () => {
    const { db, login } = await open()
    const limiter = openSignInLimiter()
    const wrong = { login, password: 'một mật khẩu khác' }
    const tries = Array.from({ length: 12 }, () => signIn(db, wrong, { ...door(), limiter }))
    const reasons = (await Promise.allSettled(tries)).map((one) => String(one.status === 'rejected' && one.reason))
    expect(reasons.filter((reason) => reason.includes('tooManyTries'))).toHaveLength(2)
    const right = { login, password }
    await expect(signIn(db, right, { ...door(later(14)), limiter })).rejects.toThrow('identity.tooManyTries')
    await expect(signIn(db, right, { ...door(later(16)), limiter })).resolves.toBeDefined()
  })

  test('a thousand wrong tries by strangers do not keep the owner out', async () => {
    const { db, cast, login } = await open()
    const limiter = openSignInLimiter()
    const attack = async (now: Date) => {
      const wrong = { login, password: 'một mật khẩu khác' }
      const from = (at: number) => ({ ...door(now), limiter, address: `198.51.100.${at}` })
      const tries = Array.from({ length: 1000 }, (_, at) => signIn(db, wrong, from(at % 250)))
      await Promise.allSettled(tries)
    }
    await attack(morning)
    const right = { login, password }
    const known = { ...door(), limiter, markFor: (account: string) => (account === cast.an.account ? 'An’s' : null) }
    await expect(signIn(db, right, known)).resolves.toMatchObject({ isHalf: false })
    const stranger = { ...door(), limiter }
    await expect(signIn(db, right, stranger)).rejects.toThrow('identity.tooManyTries')

    const [code = ''] = await db.transaction().execute((tx) => issueRecoveryCodes(tx, cast.an.account, morning))
    const guess = { ...right, code: 'AAAABBBBCCCCDDDD' }
    await expect(signIn(db, guess, stranger)).rejects.toThrow('identity.tooManyTries')
    const weak = { login, password: 'một mật khẩu khác', code }
    await expect(signIn(db, weak, stranger)).rejects.toThrow('identity.wrongSignIn')
    await expect(signIn(db, { ...right, code }, stranger)).resolves.toMatchObject({ proof: 'recovery_code' })
    await expect(signIn(db, right, { ...door(later(15)), limiter })).resolves.toMatchObject({ isHalf: false })
  })

  test('a known browser has its own tries, and no more of them', async () => {
    const { db, login } = await open()
    const known = { ...door(), markFor: () => 'An’s' }
    const wrong = { login, password: 'một mật khẩu khác' }
    for (let time = 0; time < 10; time += 1) await expect(signIn(db, wrong, known)).rejects.toThrow('wrongSignIn')
    await expect(signIn(db, { login, password }, known)).rejects.toThrow('identity.tooManyTries')
  })

  test('an old password that was still being compared when it changed opens nothing', async () => {
    const { db, cast, login } = await open()
    const change = () =>
      db.updateTable('account').set({ password_hash: 'another' }).where('id', '=', cast.an.account).execute()
    const slow = {
      ...passwords,
      verify: async (stored: string | null, typed: string) => {
        const isRight = await passwords.verify(stored, typed)
        await change()
        return isRight
      },
    }
    await expect(signIn(db, { login, password }, { ...door(), passwords: slow })).rejects.toThrow('wrongSignIn')
    expect(await sessionsOf(db, cast.an.account, morning)).toEqual([])
  })

  test('right passwords use up no tries', async () => {
    const { db, login } = await open()
    const limiter = openSignInLimiter()
    for (let time = 0; time < 11; time += 1) await signIn(db, { login, password }, { ...door(), limiter })
    await expect(signIn(db, { login, password }, { ...door(), limiter })).resolves.toBeDefined()
  })
})

describe('a session', () => {
  test('is found only by its token, of which the database has the hash', async () => {
    const { db, enter } = await open()
    const token = await enter()
    expect(await findSession(db, `${token}x`, morning)).toBeUndefined()
    const session = await findSession(db, token, morning)
    const row = await db
      .selectFrom('session')
      .selectAll()
      .where('id', '=', session?.session ?? '')
      .execute()
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test('ends after twelve hours of rest', async () => {
    const { db, enter } = await open()
    const token = await enter()
    expect(await findSession(db, token, later(11 * hours))).toBeDefined()
    expect(await findSession(db, token, later(22 * hours))).toBeDefined()
    expect(await findSession(db, token, later(35 * hours))).toBeUndefined()
  })

  test('ends after seven days of use', async () => {
    const { db, enter } = await open()
    const token = await enter()
    for (let at = 10; at < 7 * 24; at += 10) expect(await findSession(db, token, later(at * hours))).toBeDefined()
    expect(await findSession(db, token, later(7 * 24 * hours))).toBeUndefined()
  })

  test('writes down at most once a minute that it was seen', async () => {
    const { db, cast, enter } = await open()
    const token = await enter()
    const seenAt = async (minutes: number) => {
      await findSession(db, token, later(minutes))
      return (await sessionsOf(db, cast.an.account, later(minutes)))[0]?.seen_at
    }
    expect([await seenAt(0.5), await seenAt(1), await seenAt(1.5)]).toEqual([morning, later(1), later(1)])
  })

  test('is over once signed out', async () => {
    const { db, cast, enter } = await open()
    const token = await enter()
    await signOut(db, await within(cast.an, token), morning)
    expect(await findSession(db, token, morning)).toBeUndefined()
  })

  test('may be ended from another device by its owner and by nobody else', async () => {
    const { db, cast, enter } = await open()
    const [one, other] = [await enter(), await enter()]
    const { session } = await within(cast.an, other)
    const input = { session: session ?? '' }
    await expect(endSession(db, cast.binh, input, morning)).rejects.toThrow(NotFound)
    await endSession(db, await within(cast.an, one), input, morning)
    expect(await findSession(db, other, morning)).toBeUndefined()
    await expect(endSession(db, await within(cast.an, one), input, morning)).rejects.toThrow(NotFound)
  })

  test('stays alone when all others are ended', async () => {
    const { db, cast, enter } = await open()
    const [one, other] = [await enter(), await enter()]
    await endOtherSessions(db, await within(cast.an, one), morning)
    expect([await findSession(db, other, morning), await findSession(db, one, morning)]).toEqual([
      undefined,
      expect.objectContaining({ id: cast.an.account }),
    ])
  })

  test('remembers for which unit one works, among those one may work for', async () => {
    const { db, cast, enter } = await open()
    const token = await enter()
    const actor = await within(cast.an, token)
    await chooseActingUnit(db, actor, { unit: cast.headUnit }, { now: morning, units: [cast.headUnit] })
    expect(await findSession(db, token, morning)).toMatchObject({ actingUnit: cast.headUnit })
    const elsewhere = chooseActingUnit(db, actor, { unit: newId() }, { now: morning, units: [cast.headUnit] })
    await expect(elsewhere).rejects.toThrow('not-allowed')
  })
})

describe('the password once more', () => {
  test('opens final acts for five minutes and changes the token', async () => {
    const { db, cast, enter } = await open()
    const token = await enter()
    const before = await within(cast.an, token)
    expect(hasSteppedUp(before, morning)).toBe(false)
    const renewed = await stepUp(db, before, { password }, door())
    expect(await findSession(db, token, morning)).toBeUndefined()
    const after = await within(cast.an, renewed.token)
    expect([hasSteppedUp(after, later(4)), hasSteppedUp(after, later(5))]).toEqual([true, false])
    expect(after.session).toBe(before.session)
  })

  test('is refused when wrong, and after ten wrong ones altogether', async () => {
    const { db, cast, enter } = await open()
    const actor = await within(cast.an, await enter())
    const env = door()
    const guess = () => stepUp(db, actor, { password: 'một mật khẩu khác' }, env)
    for (let time = 0; time < 10; time += 1) await expect(guess()).rejects.toThrow('identity.wrongPassword')
    await expect(stepUp(db, actor, { password }, env)).rejects.toThrow('identity.tooManyTries')
  })

  test('does not wake a session that was ended', async () => {
    const { db, cast, enter } = await open()
    const actor = await within(cast.an, await enter())
    await signOut(db, actor, morning)
    await expect(stepUp(db, actor, { password }, door())).rejects.toThrow('sign-in')
  })
})

describe('changing the password', () => {
  const next = 'thuyền thúng lắc lư'

  test('needs the present one, ends the other sessions and works at the next sign-in', async () => {
    const { db, cast, login, enter } = await open()
    const [one, other] = [await enter(), await enter()]
    const actor = await within(cast.an, one)
    const wrong = { present: 'một mật khẩu khác', password: next, again: next }
    await expect(changePassword(db, actor, wrong, door())).rejects.toThrow('identity.wrongPassword')
    await changePassword(db, actor, { present: password, password: next, again: next }, door())
    expect(await findSession(db, other, morning)).toBeUndefined()
    expect(await findSession(db, one, morning)).toBeDefined()
    await expect(signIn(db, { login, password }, door())).rejects.toThrow('identity.wrongSignIn')
    await expect(signIn(db, { login, password: next }, door())).resolves.toBeDefined()
  })

  test('is changed by one of two who change it at once', async () => {
    const { db, cast, enter } = await open()
    const actors = [await within(cast.an, await enter()), await within(cast.an, await enter())]
    const change = (actor: Actor, next: string) =>
      changePassword(db, actor, { present: password, password: next, again: next }, door())
    const both = await Promise.allSettled(
      actors.map((actor, at) => change(actor, ['thuyền thúng lắc lư', 'đò dọc chở rơm'][at] ?? '')),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await sessionsOf(db, cast.an.account, morning)).toHaveLength(1)
  })

  test('takes no weak password', async () => {
    const { db, cast, enter } = await open()
    const actor = await within(cast.an, await enter())
    const input = { present: password, password: 'namdinh@2023', again: 'namdinh@2023' }
    await expect(changePassword(db, actor, input, door())).rejects.toThrow('identity.passwordCommon')
  })
})

test('language and background are kept with the account', async () => {
  const { db, cast } = await open()
  await choosePreferences(db, cast.an, { locale: 'en' }, morning)
  await choosePreferences(db, cast.an, { theme: 'dark' }, morning)
  expect(await accountOf(db, cast.an.account, morning)).toMatchObject({ locale: 'en', theme: 'dark' })
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36', 'Chrome · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Version/15.0 Mobile/15E148 Safari/604.1', 'Safari · iPhone'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
  ['curl/8.0', ''],
])('a device is named by its browser and system: %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
