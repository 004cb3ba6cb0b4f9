import { describe, expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Actor } from '#platform/actor.ts'
import { newCode } from '#platform/id.ts'
import { acceptInvitation, openInvitation } from './accept-invitation.ts'
import { endTenantRole } from './end-tenant-role.ts'
import { createFirstAdministrator } from './first-administrator.ts'
import { grantTenantRole } from './grant-tenant-role.ts'
import { openAccount } from './open-account.ts'
import { openPasswords } from '../password/password.ts'
import { accountOf, peopleList } from '../queries.ts'

async function open() {
  const { db, other } = await testDatabase()
  const cast = await makeCast(db)
  const rolesOf = async (actor: Actor) => (await accountOf(db, actor.account, morning))?.tenantRoles
  return { db, other, cast, rolesOf }
}

describe('a tenant role', () => {
  test('is granted by the administrator to another person, and ends at once', async () => {
    const { db, cast, rolesOf } = await open()
    const input = { account: cast.an.account, role: 'authority' as const }
    await grantTenantRole(db, cast.em, input, morning)
    expect(await rolesOf(cast.an)).toEqual(['authority'])
    await expect(grantTenantRole(db, cast.em, input, morning)).rejects.toThrow('identity.roleHeld')
    await endTenantRole(db, cast.em, input, morning)
    expect(await rolesOf(cast.an)).toEqual([])
    await expect(endTenantRole(db, cast.em, input, morning)).rejects.toThrow('identity.roleNotHeld')
    await grantTenantRole(db, cast.em, input, morning)
    expect(await rolesOf(cast.an)).toEqual(['authority'])
  })

  test('is granted neither to oneself nor by anyone else', async () => {
    const { db, cast } = await open()
    const grant = (actor: Actor, account: string) => grantTenantRole(db, actor, { account, role: 'authority' }, morning)
    await expect(grant(cast.em, cast.em.account)).rejects.toThrow('not-allowed')
    await expect(grant(cast.dung, cast.an.account)).rejects.toThrow('not-allowed')
    await expect(grant(cast.an, cast.binh.account)).rejects.toThrow('not-allowed')
  })

  test('does not come with a code that somebody below the administrator has seen', async () => {
    const { db, cast } = await open()
    const invite = (actor: Actor) => {
      const login = `moi.${newCode(8).toLowerCase()}`
      const input = { fullName: 'Hoàng Văn Mới', login, email: undefined, way: 'slip' as const }
      return openAccount(db, actor, input, { now: morning, origin: '' })
    }
    const [seen, own] = [await invite(cast.dung), await invite(cast.em)]
    for (const { account } of [seen, own]) {
      await grantTenantRole(db, cast.em, { account, role: 'administrator' }, morning)
    }
    await expect(openInvitation(db, seen.code ?? '', morning)).rejects.toThrow('identity.invitationWithdrawn')
    await expect(openInvitation(db, own.code ?? '', morning)).resolves.toMatchObject({ account: own.account })
  })

  test('is not given to somebody who leaves at the same moment', async () => {
    const { db, cast, rolesOf } = await open()
    const leaving = Promise.withResolvers<void>()
    const closing = db.transaction().execute(async (tx) => {
      await tx.updateTable('account').set({ state: 'closed' }).where('id', '=', cast.an.account).execute()
      leaving.resolve()
      await new Promise((resolve) => setTimeout(resolve, 200))
    })
    await leaving.promise
    const input = { account: cast.an.account, role: 'authority' as const }
    await expect(grantTenantRole(db, cast.em, input, morning)).rejects.toThrow('identity.accountClosed')
    await closing
    expect(await rolesOf(cast.an)).toEqual([])
  })

  test('asks for the password once more', async () => {
    const { db, cast } = await open()
    const tired = { ...cast.em, steppedUpAt: null }
    const input = { account: cast.an.account, role: 'authority' as const }
    await expect(grantTenantRole(db, tired, input, morning)).rejects.toThrow('step-up')
    await expect(endTenantRole(db, tired, input, morning)).rejects.toThrow('step-up')
  })
})

describe('administrators', () => {
  test('the first is invited with a tenant, and the last one stays', async () => {
    const { other } = await open()
    await other
      .updateTable('tenant_role')
      .set({ to_on: '2023-02-19' })
      .where('to_on', 'is', null)
      .where('from_on', '<', '2023-02-20')
      .execute()
    const login = `quan.tri.${newCode(6).toLowerCase()}`
    const first = { fullName: 'Mai Thị Em', login, email: undefined }
    const both = await Promise.allSettled([
      createFirstAdministrator(other, first, morning),
      createFirstAdministrator(other, { ...first, login: `${login}.2` }, morning),
    ])
    const [made] = both.filter((answer) => answer.status === 'fulfilled')
    const [refused] = both.filter((answer) => answer.status === 'rejected')
    expect(String(refused?.reason)).toContain('identity.administratorExists')
    const password = 'thuyền thúng lắc lư'
    const { account } = await acceptInvitation(
      other,
      { code: made?.value.code ?? '', password, again: password },
      { now: morning, passwords: openPasswords(), device: '' },
    )
    const { em } = await makeCast(other)
    const end = (actor: Actor, ended: string) =>
      endTenantRole(other, actor, { account: ended, role: 'administrator' }, morning)
    const founder = { ...em, account }
    const ends = await Promise.allSettled([end(em, account), end(founder, em.account)])
    expect(ends.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(String(ends.find((answer) => answer.status === 'rejected')?.reason)).toContain('identity.lastAdministrator')
  })
})

test('people are found without tone marks and stand by their given names', async () => {
  const { db, cast } = await open()
  const mark = newCode(8)
  const names = [`Vũ Đình Đạt`, `Đỗ Hải Yến`, `Trần Văn Bình`].map((name) => `${mark} ${name}`)
  const ids = [cast.an, cast.binh, cast.chi].map((actor) => actor.account)
  for (const [index, account] of ids.entries()) {
    await db
      .updateTable('person')
      .set({ full_name: names[index] ?? '' })
      .where('id', '=', (select) => select.selectFrom('account').select('person_id').where('id', '=', account))
      .execute()
  }
  const found = async (search: string) =>
    (await peopleList(db, { search }, morning)).people.map((person) => person.name.slice(mark.length + 1))
  expect(await found(mark.toLowerCase())).toEqual(['Trần Văn Bình', 'Vũ Đình Đạt', 'Đỗ Hải Yến'])
  expect(await found(`${mark} vu dinh dat`)).toEqual(['Vũ Đình Đạt'])
  expect(await found(`${mark} do hai yen`)).toEqual(['Đỗ Hải Yến'])
  expect(await found('không có ai tên thế này')).toEqual([])
})
