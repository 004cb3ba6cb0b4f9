import { expect, test } from 'vitest'
import { nameOf } from '../../calendar/notices/name-of.ts'
import { noticesOf } from '../../calendar/notices/queries.ts'
import { tellAddressChanged } from '../../calendar/notices/tell-address-refused.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { newCode } from '#platform/id.ts'
import { accountOf } from '../queries.ts'
import { changeAddress } from './change-address.ts'

test('an address is set by the administrator alone, and the person hears of it at both addresses and in the page', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  const { account } = cast.binh
  const former = (await accountOf(db, account, morning))?.email ?? ''
  const [first, second] = [`a${newCode(8)}@namdinh.test`, `b${newCode(8)}@namdinh.test`]
  const env = { now: morning, announce: tellAddressChanged }
  const set = (actor = cast.em, email = first) => changeAddress(db, actor, { account, email }, env)
  for (const other of [cast.dung, cast.an, cast.binh]) await expect(set(other)).rejects.toThrow('not-allowed')
  await expect(set({ ...cast.em, steppedUpAt: null })).rejects.toThrow('step-up')
  await set()
  await expect(set()).rejects.toThrow('address.isTheSame')
  await set(cast.em, second)
  expect((await accountOf(db, account, morning))?.email).toBe(second)
  const mails = await db.selectFrom('mail').select(['address', 'subject']).where('account_id', '=', account).execute()
  expect(mails.map(({ address }) => address).toSorted()).toEqual([former, first, first, second].toSorted())
  const told = (await noticesOf(db, account)).notices.map((notice) => nameOf(notice, 'vi'))
  expect(told).toContain(`${cast.em.name} đã ghi địa chỉ thư của anh, chị: ${first}`)
  expect((await historyOf(db, account)).filter(({ action }) => action === 'identity.addressChanged')).toHaveLength(2)
  await db.updateTable('account').set({ state: 'closed' }).where('id', '=', account).execute()
  await expect(set()).rejects.toThrow('identity.accountClosed')
})
