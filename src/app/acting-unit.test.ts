import { expect, test } from 'vitest'
import { addOfficer, makeCast, morning } from '../../test/cast.ts'
import { testDatabase } from '../../test/database.ts'
import { giveMandates } from '../../test/signing.ts'
import { openTestWeb } from '../../test/web.ts'
import { grantTenantRole } from '#domains/identity/people/grant-tenant-role.ts'
import { chooseActingUnit } from '#domains/identity/sessions/choose-acting-unit.ts'
import { choosePreferences } from '#domains/identity/sessions/choose-preferences.ts'
import { startSession } from '#domains/identity/sessions/start-session.ts'
import { newId } from '#platform/id.ts'
import { get } from '#platform/web.ts'
import { actorOfAccount, actorOfSession } from './actor.ts'

const pages = (['workspace', 'plain'] as const).map((shell) =>
  get(`/${shell}`, 'signed-in', (c) => c.render('trang', { title: 'Trang', shell })),
)

/** Lụa works for two units. */
async function open() {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { account } = await addOfficer(db, 'Phan Thị Lụa', cast.headUnit)
  const second = { id: newId(), account_id: account, unit_id: cast.outsideUnit, role: 'officer' as const }
  await db
    .insertInto('unit_role')
    .values({ ...second, from_on: '2022-02-01' })
    .execute()
  const started = { account, device: 'Firefox', proof: 'password' as const }
  const { token } = await db.transaction().execute((tx) => startSession(tx, started, morning))
  const lua = async () => {
    const actor = await actorOfSession(db, token, morning)
    if (actor === null) throw new Error('the session is over')
    return actor
  }
  const web = openTestWeb(db, pages)
  /** The unit on screen, in either shell. */
  const shown = async () => {
    const actor = await lua()
    const texts = await Promise.all(pages.map(async ({ path }) => (await web.as(actor).get(path)).text))
    return texts.map((text) => /class="acting">.*?<b>(?:<a [^>]*>)?([^<]+)/s.exec(text)?.[1])
  }
  /** The unit under which a command of this session is written down. */
  const recorded = async () => {
    await choosePreferences(db, await lua(), { locale: 'vi' }, morning)
    const entries = db.selectFrom('audit_entry').select('acting_unit_id').where('account_id', '=', account)
    return (await entries.orderBy('number', 'desc').executeTakeFirstOrThrow()).acting_unit_id
  }
  return { db, cast, second, lua, shown, recorded, web }
}

test('every page shows the unit for which one works, and a command is written down under the same', async () => {
  const { db, cast, second, lua, shown, recorded } = await open()
  expect(await shown()).toEqual(['Hội LHPN tỉnh', 'Hội LHPN tỉnh'])
  expect(await recorded()).toBe(cast.headUnit)
  const units = [cast.headUnit, cast.outsideUnit]
  await chooseActingUnit(db, await lua(), { unit: cast.outsideUnit }, { now: morning, units })
  expect(await shown()).toEqual(['Sở Y tế', 'Sở Y tế'])
  expect(await recorded()).toBe(cast.outsideUnit)
  await db.updateTable('unit_role').set({ to_on: '2023-02-19' }).where('id', '=', second.id).execute()
  expect(await shown()).toEqual(['Hội LHPN tỉnh', 'Hội LHPN tỉnh'])
  expect(await recorded()).toBe(cast.headUnit)
})

test('the bar leads whoever has several units to where one chooses', async () => {
  const { cast, lua, web } = await open()
  expect((await web.as(await lua()).get('/workspace')).text).toContain('href="/tai-khoan#don-vi"')
  expect((await web.as(cast.an).get('/workspace')).text).toContain(`href="/don-vi/${cast.headUnit}"`)
  expect((await web.as(cast.dung).get('/workspace')).text).toContain('Cơ quan thi đua, khen thưởng')
})

test('a mandate to sign counts for nothing while its holder keeps the accounts', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const [leader] = await giveMandates(db, cast)
  if (leader === undefined) throw new Error('the cast has leaders')
  const rights = async () => (await actorOfAccount(db, leader.account, morning)).mandates.map(({ maySign }) => maySign)
  expect(await rights()).toEqual([true])
  await grantTenantRole(db, cast.em, { account: leader.account, role: 'administrator' }, morning)
  expect(await rights()).toEqual([false])
})
