import type { Actor } from '../../src/platform/actor.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { morning } from '../cast.ts'

/** A passkey and a linked identity of each person; their ids are the account's. */
export async function addKeys(db: Db, people: readonly Actor[]): Promise<void> {
  const accounts = [...new Set(people.map(({ account }) => account))]
  const keys = accounts.map((account) => ({
    id: account,
    account_id: account,
    name: 'Máy ở cơ quan',
    credential_id: Buffer.from(account),
    public_key: Buffer.from('no key at all'),
    counter: 0,
    transports: ['internal'],
    host: 'namdinh.test',
    is_synced: false,
    made_at: morning,
  }))
  await db.insertInto('passkey').values(keys).execute()
  const identities = accounts.map((account) => ({
    id: account,
    account_id: account,
    issuer: 'https://dang-nhap.test',
    subject: account,
    label: 'Tài khoản của tỉnh',
    way: 'person' as const,
    linked_at: morning,
  }))
  await db.insertInto('linked_identity').values(identities).execute()
}
