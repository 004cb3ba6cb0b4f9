import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addOfficer, makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addKeys } from '../../../../test/permissions/add-keys.ts'
import { freezeTestAgreement, giveMandates, makeTestSigner, memoryFiles } from '../../../../test/signing.ts'
import { actorOfAccount } from '#app/actor.ts'
import { announceIdentity } from '#app/announce-identity.ts'
import { endingsOf } from '#app/endings-of.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { openTask } from '#domains/calendar/open-task.ts'
import { tasksOf } from '#domains/calendar/queries.ts'
import { unitsOfAccount } from '#domains/units/queries.ts'
import { identitiesOf } from '../linked/queries.ts'
import { passkeysOf } from '../passkeys/queries.ts'
import { openPasswords } from '../password/password.ts'
import { acceptInvitation } from '../people/accept-invitation.ts'
import { grantTenantRole } from '../people/grant-tenant-role.ts'
import { accountOf, findSession } from '../queries.ts'
import { startSession } from '../sessions/start-session.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { tokensOf } from '../tokens/queries.ts'
import { inviteBack } from './invite-back.ts'
import { letPersonGo } from './let-person-go.ts'

const unitsOf = async (db: Db, account: string, now: Date) =>
  (await unitsOfAccount(db, account, dayOf(now))).map(({ unit }) => unit)
const leadsUnit = async (db: Db, account: string, now: Date) =>
  (await unitsOfAccount(db, account, dayOf(now))).some(({ role }) => role === 'leader')
const env = { now: morning, announce: announceIdentity, unitsOf, leadsUnit, endingsOf }
const words = { reason: 'Nghỉ hưu', document: 'Quyết định 45/QĐ-HLHPN' }
const later = new Date(morning.getTime() + 60_000)

async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const lua = await addOfficer(db, 'Phan Thị Lụa', cast.headUnit)
  const letGo = (actor: Actor, account: string) => letPersonGo(db, actor, { account, ...words }, env)
  return { db, cast, lua, letGo }
}

describe('who lets somebody go', () => {
  test('is the administrator, or the leader of the only unit the person works for', async () => {
    const { db, cast, lua, letGo } = await open()
    await expect(letGo(cast.binh, lua.account)).rejects.toThrow('not-allowed')
    await expect(letGo(cast.dung, lua.account)).rejects.toThrow('not-allowed')
    await expect(letGo({ ...cast.an, steppedUpAt: null }, lua.account)).rejects.toThrow('step-up')
    const role = { id: newId(), account_id: lua.account, unit_id: cast.outsideUnit, role: 'officer' as const }
    await db
      .insertInto('unit_role')
      .values({ ...role, from_on: '2022-01-01' })
      .execute()
    await expect(letGo(cast.an, lua.account)).rejects.toThrow('leaving.alsoElsewhere')
    await letGo(cast.em, lua.account)
    await expect(letGo(cast.em, lua.account)).rejects.toThrow('leaving.gone')
  })

  test('is the administrator alone where the person leads the unit', async () => {
    const { db, cast, letGo } = await open()
    const fellow = await addOfficer(db, 'Phan Văn Lực', cast.headUnit)
    await db.updateTable('unit_role').set({ role: 'leader' }).where('account_id', '=', fellow.account).execute()
    await expect(letGo(cast.an, fellow.account)).rejects.toThrow('leaving.isLeader')
    await letGo(cast.em, fellow.account)
  })

  test('also ends the tokens by which programs acted for the person, passkeys and linked accounts', async () => {
    const { db, cast, lua, letGo } = await open()
    const input = { name: 'Phần mềm', scope: `unit:${cast.headUnit}`, rights: 'read', untilOn: '2023-12-31' } as const
    await issueToken(db, lua, input, morning)
    await addKeys(db, [lua])
    await letGo(cast.an, lua.account)
    expect(await tokensOf(db, lua.account, morning)).toMatchObject([{ ended_at: morning, ended_by: null }])
    expect([await passkeysOf(db, lua.account), await identitiesOf(db, lua.account)]).toEqual([[], []])
  })

  test('is never the person', async () => {
    const { cast, letGo } = await open()
    await expect(letGo(cast.em, cast.em.account)).rejects.toThrow('not-allowed')
    await expect(letGo(cast.an, cast.an.account)).rejects.toThrow('not-allowed')
  })

  test('leaves a tenant one administrator, also when two let each other go', async () => {
    const { db, cast, letGo } = await open()
    const administrators = await db.selectFrom('tenant_role').select('id').where('role', '=', 'administrator').execute()
    const others = administrators.map(({ id }) => id)
    // What other tests of this worker granted may have begun later than that.
    const ended = { to_on: sql<string>`greatest(from_on, '2022-01-01'::date)` }
    await db
      .updateTable('tenant_role')
      .set(ended)
      .where('id', 'in', others)
      .where('account_id', '<>', cast.em.account)
      .where('to_on', 'is', null)
      .execute()
    await expect(letGo({ ...cast.dung, tenantRoles: ['administrator'] }, cast.em.account)).rejects.toThrow(
      'identity.lastAdministrator',
    )
    await grantTenantRole(db, cast.em, { account: cast.dung.account, role: 'administrator' }, morning)
    const dung: Actor = { ...cast.dung, tenantRoles: ['authority', 'administrator'] }
    const both = await Promise.allSettled([letGo(cast.em, dung.account), letGo(dung, cast.em.account)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('with the person end', () => {
  test('the account, roles, mandates with their certificates, and the secretary’s role; tasks go on', async () => {
    const { db, cast, letGo } = await open()
    const signers = await giveMandates(db, cast)
    const an = signers[3] ?? cast.an
    await makeTestSigner(db, an)
    await freezeTestAgreement(db, cast, memoryFiles())
    const secretary = { id: newId(), bloc_year_id: cast.blocYear, account_id: an.account, from_on: '2023-01-01' }
    await db
      .insertInto('bloc_role')
      .values({ ...secretary, role: 'secretary' })
      .execute()
    await db.transaction().execute(async (tx) => {
      const task = { kind: 'agreement.draft', account: an.account, path: '/viec-can-lam' }
      await openTask(tx, morning, { ...task, key: newId() })
    })
    const session = await db
      .transaction()
      .execute((tx) => startSession(tx, { account: an.account, device: '', proof: 'password' }, morning))

    const titles = (await endingsOf(db, an.account, morning, 'vi')).map(({ lines }) => lines.length)
    expect(titles).toEqual([1, 1, 1, 1, 1])
    await letGo(cast.em, an.account)

    expect(await accountOf(db, an.account, morning)).toMatchObject({ state: 'closed', name: an.name })
    expect(await findSession(db, session.token, morning)).toBeUndefined()
    expect(await actorOfAccount(db, an.account, later)).toMatchObject({ mandates: [], blocRoles: [] })
    const certificates = await db
      .selectFrom('signer_certificate')
      .select('revoked_at')
      .where('mandate_id', '=', an.mandates[0]?.id ?? '')
      .execute()
    expect(certificates.map((one) => one.revoked_at !== null)).toEqual([true])
    const unit = await addOfficer(db, 'Lê Na', cast.headUnit)
    const waiting = (await tasksOf(db, unit)).map(({ kind }) => kind)
    expect(waiting).toEqual(expect.arrayContaining(['agreement.draft', 'blocs.secretaryLeft', 'agreement.sign']))
    expect(await tasksOf(db, { ...an, units: [] })).toEqual([])
    const entry = (await historyOf(db, an.account))[0]
    expect(entry).toMatchObject({ action: 'identity.left', facts: { document: words.document, day: '2023-02-20' } })
    expect(JSON.stringify(entry?.facts)).toContain('lãnh đạo đơn vị, Hội LHPN tỉnh')
  })

  test('an asked mandate is taken back', async () => {
    const { db, cast, lua, letGo } = await open()
    const id = newId()
    const rights = { may_act: true, may_sign: false, may_vote: false, document_name: 'Giấy 05' }
    const asked = { asked_by: cast.an.account, asked_at: morning, from_on: '2023-02-01', to_on: '2023-12-31' }
    await db
      .insertInto('mandate')
      .values({ id, unit_id: cast.headUnit, account_id: lua.account, post: 'Chuyên viên', ...rights, ...asked })
      .execute()
    await letGo(cast.an, lua.account)
    const row = await db.selectFrom('mandate').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.state).toBe('withdrawn')
  })
})

describe('coming back', () => {
  test('is by a new invitation to the same account, without any role', async () => {
    const { db, cast, lua, letGo } = await open()
    const back = { account: lua.account, way: 'slip' as const }
    const tomorrow = new Date(morning.getTime() + 86_400_000)
    const inviting = { now: tomorrow, origin: 'https://thidua.test', unitsOf }
    await expect(inviteBack(db, cast.em, back, inviting)).rejects.toThrow('leaving.notGone')
    await letGo(cast.an, lua.account)
    await expect(inviteBack(db, cast.an, back, inviting)).rejects.toThrow('not-allowed')
    const { code } = await inviteBack(db, cast.dung, back, inviting)
    const password = 'thuyền thúng lắc lư'
    const accepting = { now: tomorrow, passwords: openPasswords(), device: 'Firefox' }
    await acceptInvitation(db, { code: code ?? '', password, again: password }, accepting)
    expect(await accountOf(db, lua.account, tomorrow)).toMatchObject({ state: 'active', name: 'Phan Thị Lụa' })
    expect(await actorOfAccount(db, lua.account, tomorrow)).toMatchObject({ units: [], tenantRoles: [] })
    const deeds = (await historyOf(db, lua.account)).map(({ action }) => action)
    expect(deeds).toEqual(['identity.invitationAccepted', 'identity.invitedBack', 'identity.left'])
  })

  test('waits until the last day is over, on which the roles in units still hold', async () => {
    const { db, cast, lua, letGo } = await open()
    await letGo(cast.an, lua.account)
    const back = { account: lua.account, way: 'slip' as const }
    const inviting = { now: later, origin: 'https://thidua.test', unitsOf }
    await expect(inviteBack(db, cast.em, back, inviting)).rejects.toThrow('leaving.lastDay')
    expect(await accountOf(db, lua.account, later)).toMatchObject({ state: 'closed' })
  })
})
