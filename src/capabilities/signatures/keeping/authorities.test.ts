import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { ensureAuthority, findAuthority } from './authorities.ts'

test('a tenant has one authority, though two people needed it first at the same moment', async () => {
  const { other: db } = await testDatabase()
  const asked = { name: 'Tỉnh Hà Nam', passphrase: 'authority of two at once', isSample: false }
  const now = new Date('2023-02-20T02:00:00Z')
  const made = await Promise.all([ensureAuthority(db, asked, now), ensureAuthority(db, asked, now)])
  const kept = await findAuthority(db)
  expect(made.map(({ id }) => id)).toEqual([kept?.id, kept?.id])
})
