import { describe, expect, test } from 'vitest'
import { addOfficer, makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { openDevice } from '../../../../test/passkey-device.ts'
import { announceIdentity } from '#app/announce-identity.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import { openPool, type Db } from '#platform/database/database.ts'
import { newCode, newId, printCode } from '#platform/id.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import { unitsOfAccount } from '#domains/units/queries.ts'
import { letPersonGo } from '../leaving/let-person-go.ts'
import { addIdentity } from '../linked/add-identity.ts'
import { identitiesOf } from '../linked/queries.ts'
import { signInByIdentity } from '../linked/sign-in-by-identity.ts'
import { beginAssertion } from '../passkeys/begin-assertion.ts'
import { beginRegistration } from '../passkeys/begin-registration.ts'
import { passkeysOf } from '../passkeys/queries.ts'
import { registerPasskey } from '../passkeys/register-passkey.ts'
import { signInByPasskey } from '../passkeys/sign-in-by-passkey.ts'
import { openPasswords } from '../password/password.ts'
import { findSession, sessionsOf } from '../queries.ts'
import { secondFactorOf } from '../second-factor/queries.ts'
import { offerSecret, offeredSecret, switchOnSecondFactor } from '../second-factor/switch-on-second-factor.ts'
import { codeAt } from '../second-factor/totp.ts'
import { openSignInLimiter } from '../sessions/sign-in-limiter.ts'
import { signIn } from '../sessions/sign-in.ts'
import { startSession } from '../sessions/start-session.ts'
import { acceptRecovery } from './accept-recovery.ts'
import { closeExpiredRecoveries } from './close-expired-recoveries.ts'
import { confirmRecovery } from './confirm-recovery.ts'
import { openRecovery } from './open-recovery.ts'
import { recoveryById, recoveryOfAccount } from './queries.ts'
import { withdrawRecovery } from './withdraw-recovery.ts'

const site = { host: 'namdinh.test', origin: 'https://namdinh.test' }
const passwords = openPasswords()
const old = 'cá rô kho tộ bà nấu'
const oldHash = passwords.hash(old)
const fresh = 'thuyền thúng lắc lư'
const secretKey = 'một bí mật của nơi cài đặt thử'
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)

const unitsOf = async (db: Db, account: string, now: Date) =>
  (await unitsOfAccount(db, account, dayOf(now))).map(({ unit }) => unit)
const env = (now = morning) => ({ now, origin: 'https://thidua.test', announce: announceIdentity, unitsOf })
const accepting = (now = morning) => ({ now, passwords, device: 'Firefox', origin: 'https://thidua.test' })

/** Lụa works for the head unit, whose leader is An. */
async function open() {
  const { db, ownerUrl } = await testDatabase()
  const cast = await makeCast(db)
  const lua = await addOfficer(db, 'Phan Thị Lụa', cast.headUnit)
  await db
    .updateTable('account')
    .set({ password_hash: await oldHash, email: `${newCode(8).toLowerCase()}@namdinh.test` })
    .where('id', '=', lua.account)
    .execute()
  const { login } = await db
    .selectFrom('account')
    .select('login')
    .where('id', '=', lua.account)
    .executeTakeFirstOrThrow()
  const input = { login, reason: 'Mất điện thoại', paper: 'Thẻ căn cước, số cuối 4321' }
  const begin = (actor: Actor, now = morning) => openRecovery(db, actor, input, env(now))
  const confirm = (actor: Actor, id: string, now = morning) => confirmRecovery(db, actor, { id }, env(now))
  const accept = (code: string, now = morning) =>
    acceptRecovery(db, { code, password: fresh, again: fresh }, accepting(now))
  return { db, ownerUrl, cast, lua, login, begin, confirm, accept }
}

describe('opening', () => {
  test('is for the administrator, the authority and the leader of the person’s unit, stepped up', async () => {
    const { db, cast, lua, begin } = await open()
    await expect(begin(cast.binh)).rejects.toThrow('not-allowed')
    await expect(begin({ ...cast.an, steppedUpAt: null })).rejects.toThrow('step-up')
    const id = await begin(cast.an)
    expect(await recoveryById(db, id)).toMatchObject({ person: 'Phan Thị Lụa', opener: cast.an.name })
    expect((await historyOf(db, lua.account))[0]).toMatchObject({
      action: 'identity.recoveryOpened',
      facts: { paper: 'Thẻ căn cước, số cuối 4321' },
    })
  })

  test('is not for oneself, and there is one at a time, also when two open it at once', async () => {
    const { db, cast, lua, begin } = await open()
    await expect(begin({ ...lua, tenantRoles: ['administrator'] })).rejects.toThrow('not-allowed')
    const both = await Promise.allSettled([begin(cast.an), begin(cast.em)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(begin(cast.dung)).rejects.toThrow('recovery.alreadyOpen')
    await expect(begin({ ...cast.dung, steppedUpAt: later(48 * 60) }, later(48 * 60))).resolves.toBeTypeOf('string')
    expect(await recoveryOfAccount(db, lua.account, later(48 * 60))).toMatchObject({ opener: cast.dung.name })
  })

  test('needs an account that was opened and not closed', async () => {
    const { db, cast, lua, begin } = await open()
    await db.updateTable('account').set({ state: 'closed' }).where('id', '=', lua.account).execute()
    await expect(begin(cast.em)).rejects.toThrow('recovery.notActive')
    const nobody = { login: 'khong.co.ai', reason: 'Mất', paper: 'Thẻ' }
    await expect(openRecovery(db, cast.em, nobody, env())).rejects.toThrow('recovery.noSuchLogin')
  })

  test('asks every other entitled person, until one has confirmed', async () => {
    const { db, cast, lua, begin, confirm } = await open()
    const asked = async (actor: Actor) =>
      (await tasksOf(db, actor)).some(
        ({ kind, path }) => kind === 'identity.recoveryOpened' && path === `/khoi-phuc-tai-khoan/${id}`,
      )
    const id = await begin(cast.dung)
    const everyone = [cast.an, cast.em, cast.dung, lua, cast.binh]
    expect(await Promise.all(everyone.map(asked))).toEqual([true, true, false, false, false])
    await confirm(cast.an, id)
    expect(await Promise.all(everyone.map(asked))).toEqual([false, false, false, false, false])
  })
})

describe('a recovery that another deed ends', () => {
  const isAsked = async (db: Db, actor: Actor, id: string) =>
    (await tasksOf(db, actor)).some(({ path }) => path === `/khoi-phuc-tai-khoan/${id}`)

  test('is asked of nobody any more once its person has left', async () => {
    const { db, cast, lua, begin } = await open()
    const id = await begin(cast.an)
    expect(await isAsked(db, cast.dung, id)).toBe(true)
    const leaving = { account: lua.account, reason: 'Chuyển công tác', document: 'Quyết định 46/QĐ' }
    await letPersonGo(db, cast.em, leaving, { ...env(), leadsUnit: async () => false, endingsOf: async () => [] })
    expect(await isAsked(db, cast.dung, id)).toBe(false)
  })

  test('is asked of nobody any more once it ran out and the next one was opened', async () => {
    const { db, cast, begin } = await open()
    const id = await begin(cast.an)
    await begin({ ...cast.an, steppedUpAt: later(48 * 60) }, later(48 * 60))
    expect(await isAsked(db, cast.dung, id)).toBe(false)
  })
})

describe('the second person', () => {
  test('is a keeper for somebody of two units: no leader reaches another unit’s people by naming them', async () => {
    const { db, cast, lua, begin, confirm } = await open()
    const role = { id: newId(), account_id: lua.account, unit_id: cast.outsideUnit, role: 'officer' as const }
    await db
      .insertInto('unit_role')
      .values({ ...role, from_on: '2022-01-01' })
      .execute()
    const leader = (of: Actor): Actor => ({ ...of, units: [{ unit: cast.outsideUnit, role: 'leader' }] })
    const id = await begin(leader(cast.binh))
    await expect(confirm(leader(cast.chi), id)).rejects.toThrow('not-allowed')
    await expect(confirm(cast.em, id)).resolves.toMatchObject({ person: 'Phan Thị Lụa' })
  })

  test('is another entitled one than who opened it and than the person concerned', async () => {
    const { cast, lua, begin, confirm } = await open()
    const id = await begin(cast.an)
    await expect(confirm(cast.an, id)).rejects.toThrow('not-allowed')
    await expect(confirm({ ...lua, tenantRoles: ['authority'] }, id)).rejects.toThrow('not-allowed')
    await expect(confirm(cast.chi, id)).rejects.toThrow('not-allowed')
    await expect(confirm({ ...cast.em, steppedUpAt: null }, id)).rejects.toThrow('step-up')
    await expect(confirm(cast.em, id)).resolves.toMatchObject({ person: 'Phan Thị Lụa' })
    await expect(confirm(cast.dung, id)).rejects.toThrow('recovery.notWaiting')
  })

  test('keeps a role in the tenant when the person has one: two leaders of a unit do not let each other in there', async () => {
    const { db, cast, lua, begin, confirm } = await open()
    const role = { id: newId(), account_id: lua.account, role: 'administrator' as const, from_on: '2022-01-01' }
    await db.insertInto('tenant_role').values(role).execute()
    const id = await begin(cast.em)
    await expect(confirm(cast.an, id)).rejects.toThrow('not-allowed')
    await expect(confirm(cast.dung, id)).resolves.toBeDefined()
  })

  test('is asked no more once the time is over', async () => {
    const { db, cast, lua, begin } = await open()
    const id = await begin(cast.dung)
    const over = later(48 * 60)
    await closeExpiredRecoveries(db, { now: later(60), announce: announceIdentity })
    expect((await recoveryById(db, id))?.withdrawn_at).toBeNull()
    await closeExpiredRecoveries(db, { now: over, announce: announceIdentity })
    expect((await recoveryById(db, id))?.withdrawn_at).toEqual(over)
    expect((await tasksOf(db, cast.an)).map(({ path }) => path)).not.toContain(`/khoi-phuc-tai-khoan/${id}`)
    expect((await historyOf(db, lua.account))[0]?.action).toBe('identity.recoveryExpired')
  })

  test('is one: of two who confirm at the same moment one prints a slip, and no other code opens the account', async () => {
    const { db, cast, lua, begin, confirm, accept } = await open()
    const id = await begin(cast.an)
    const both = await Promise.allSettled([confirm(cast.em, id), confirm(cast.dung, id)])
    const slips = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(slips).toHaveLength(1)
    expect(
      (await historyOf(db, lua.account)).filter(({ action }) => action === 'identity.recoveryConfirmed'),
    ).toHaveLength(1)
    await expect(accept(slips[0]?.code ?? '')).resolves.toMatchObject({ account: lua.account })
  })

  test('has two days', async () => {
    const { cast, begin, confirm } = await open()
    const id = await begin(cast.an)
    await expect(confirm({ ...cast.em, steppedUpAt: later(48 * 60) }, id, later(48 * 60))).rejects.toThrow(
      'recovery.notWaiting',
    )
  })
})

describe('the slip', () => {
  test('sets a new password once; the old one, the phone and every session end', async () => {
    const { db, cast, lua, login, begin, confirm, accept } = await open()
    const code = { now: morning, secretKey }
    const pending = offerSecret(lua.account, code)
    const digits = codeAt(offeredSecret(pending, lua.account, code), morning)
    await switchOnSecondFactor(db, lua, { pending, code: digits }, code)
    const started = { account: lua.account, device: 'Chrome', proof: 'totp' as const }
    const before = await db.transaction().execute((tx) => startSession(tx, started, morning))

    const slip = await confirm(cast.em, await begin(cast.an))
    expect(await findSession(db, before.token, morning)).toBeDefined()
    const entered = await accept(printCode(slip.code).toLowerCase())
    expect(await findSession(db, before.token, morning)).toBeUndefined()
    expect(await findSession(db, entered.token, morning)).toMatchObject({ id: lua.account })
    expect(await secondFactorOf(db, lua.account)).toBeUndefined()
    const door = { ...accepting(), limiter: openSignInLimiter(), secretKey, address: '10.0.0.7', markFor: () => null }
    await expect(signIn(db, { login, password: old }, door)).rejects.toThrow('identity.wrongSignIn')
    await expect(signIn(db, { login, password: fresh }, door)).resolves.toMatchObject({ isHalf: false })
    await expect(accept(slip.code)).rejects.toThrow('recovery.usedCode')
  })

  test('ends passkeys and linked accounts, also for who signs in by one at the same moment', async () => {
    const { db, cast, lua, begin, confirm, accept } = await open()
    const passkeyEnv = { now: morning, site, device: 'Chrome', place: 'Giao Ước' }
    const device = openDevice(site, lua.account)
    const response = device.make(await beginRegistration(db, lua, passkeyEnv))
    await registerPasskey(db, lua, { response, name: 'Máy ở cơ quan' }, passkeyEnv)
    const told = { issuer: 'https://dang-nhap.test', subject: newId(), label: 'lua', claim: null, isStrong: true }
    await addIdentity(db, lua, told, morning)
    const slip = await confirm(cast.em, await begin(cast.an))
    const asked = await beginAssertion(db, { use: 'sign_in', account: null }, passkeyEnv)
    const thieves = [
      signInByPasskey(db, { response: device.sign(asked) }, passkeyEnv),
      signInByIdentity(db, told, { now: morning, device: 'Chrome' }),
    ]
    await Promise.allSettled([...thieves, accept(slip.code)])
    expect((await sessionsOf(db, lua.account, morning)).map(({ proof }) => proof)).toEqual(['password'])
    expect([await passkeysOf(db, lua.account), await identitiesOf(db, lua.account)]).toEqual([[], []])
    const [entry] = (await historyOf(db, lua.account)).filter(({ action }) => action === 'identity.recovered')
    expect(entry?.facts).toMatchObject({ passkeysEnded: 1, unlinked: 1 })
  })

  test('is good for an hour, for one of two who use it at once, and not after it was withdrawn', async () => {
    const { db, cast, lua, begin, confirm, accept } = await open()
    const slip = await confirm(cast.em, await begin(cast.an))
    await expect(accept(slip.code, later(60))).rejects.toThrow('recovery.deadCode')
    const both = await Promise.allSettled([accept(slip.code), accept(slip.code)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

    const id = await begin(cast.an)
    const second = await confirm(cast.em, id)
    await expect(withdrawRecovery(db, cast.binh, { id }, env())).rejects.toThrow('not-allowed')
    await withdrawRecovery(db, lua, { id }, env())
    await expect(accept(second.code)).rejects.toThrow('recovery.deadCode')
    await expect(withdrawRecovery(db, cast.em, { id }, env())).rejects.toThrow('recovery.over')
  })

  test('is kept as a hash, and stands in no mail', async () => {
    const { db, ownerUrl, cast, begin, confirm } = await open()
    const id = await begin(cast.an)
    const slip = await confirm(cast.em, id)
    const rows = await db.selectFrom('account_recovery').selectAll().where('id', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(slip.code)
    const mails = await Promise.all([
      mailOf(ownerUrl, `recovery-opened-${id}`),
      mailOf(ownerUrl, `recovery-confirmed-${id}`),
    ])
    expect(mails.map((mail) => mail.includes('Kính gửi Phan Thị Lụa'))).toEqual([true, true])
    expect(mails.some((mail) => mail.includes(slip.code) || mail.includes(printCode(slip.code)))).toBe(false)
  })
})

async function mailOf(ownerUrl: string, key: string): Promise<string> {
  const owner = openPool(ownerUrl, { max: 1, onError: () => {} })
  const { rows } = await owner.query<{ text: string }>(
    `select payload->'data'->>'text' as text from graphile_worker._private_jobs where key = $1`,
    [`nam_dinh mail-${key}`],
  )
  await owner.end()
  return rows[0]?.text ?? ''
}
