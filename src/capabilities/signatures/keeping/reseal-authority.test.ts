import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { issueRevocationList } from '../authority.ts'
import { ensureAuthority, findAuthority } from './authorities.ts'
import { resealKeptAuthority } from './reseal-authority.ts'

const now = new Date('2023-02-20T08:00:00+07:00')
const [before, after] = ['passphrase of the past', 'passphrase to come']
const list = { number: 1, thisUpdate: now, nextUpdate: now, entries: [] }

test('after resealing only the new passphrase opens the key, and the certificate is the same', async () => {
  // The other tenant: no test of this worker makes its authority.
  const { other: db } = await testDatabase()
  const kept = await ensureAuthority(db, { name: 'Tỉnh Hà Nam', passphrase: before, isSample: false }, now)
  const told: string[] = []
  const reseal = (from: string, to: string) =>
    resealKeptAuthority(db, { before: from, after: to, now }, async (_tx, authority) => void told.push(authority))

  await expect(reseal('neither of them', 'nor this one')).rejects.toMatchObject({ problem: 'passphrase.wrong' })
  expect(await reseal(before, after)).toBe('resealed')
  expect(await reseal(before, after)).toBe('nothing to do')
  expect(told).toEqual([kept.id])

  const { authority } = (await findAuthority(db)) ?? kept
  expect(authority.certificate).toBe(kept.authority.certificate)
  const opened = (passphrase: string) => issueRevocationList(authority, { ...list, passphrase })
  await expect(opened(before)).rejects.toMatchObject({ problem: 'passphrase.wrong' })
  expect(await opened(after)).toBeInstanceOf(Uint8Array)
})
