import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { testDatabase } from '../../../../test/database.ts'
import { createAuthority, issueRevocationList, type Authority } from '../keys/authority.ts'
import { findAuthority } from './authorities.ts'
import { resealKeptAuthority } from './reseal-authority.ts'

const now = new Date('2023-02-20T08:00:00+07:00')
const [before, after] = ['passphrase of the past', 'passphrase to come']
const list = { number: 1, thisUpdate: now, nextUpdate: now, entries: [] }
const id = newId()

let db: Db
let made: Authority

/** The tenant's newest authority is the one that counts; this one is newer than any other, and goes when it is done. */
beforeAll(async () => {
  db = (await testDatabase()).db
  made = await createAuthority({ name: 'Tỉnh Nam Định', passphrase: before, now })
  const certificate = Buffer.from(made.certificate, 'base64')
  const sealed_key = JSON.stringify(made.key)
  await db
    .insertInto('certificate_authority')
    .values({ id, name: 'Tỉnh Nam Định', certificate, sealed_key, created_at: new Date('2099-01-01T00:00:00Z') })
    .execute()
})

afterAll(() => db.deleteFrom('certificate_authority').where('id', '=', id).execute())

test('after resealing only the new passphrase opens the key, and the certificate is the same', async () => {
  const told: string[] = []
  const reseal = (from: string, to: string) =>
    resealKeptAuthority(db, { before: from, after: to, now }, async (_tx, authority) => void told.push(authority))

  await expect(reseal('neither of them', 'nor this one')).rejects.toMatchObject({ problem: 'passphrase.wrong' })
  expect(await reseal(before, after)).toBe('resealed')
  expect(await reseal(before, after)).toBe('nothing to do')
  expect(told).toEqual([id])

  const authority = (await findAuthority(db))?.authority ?? made
  expect(authority.certificate).toBe(made.certificate)
  const opened = (passphrase: string) => issueRevocationList(authority, { ...list, passphrase })
  await expect(opened(before)).rejects.toMatchObject({ problem: 'passphrase.wrong' })
  expect(await opened(after)).toBeInstanceOf(Uint8Array)
})
