import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/queue.ts'
import { createAuthority, type Authority } from '../keys/authority.ts'

export interface KeptAuthority {
  id: string
  authority: Authority
}

/** The tenant's certificate authority, when it has been made. */
export async function findAuthority(db: Db | Tx): Promise<KeptAuthority | null> {
  const row = await db
    .selectFrom('certificate_authority')
    .selectAll()
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const certificate = row.certificate.toString('base64')
  return { id: row.id, authority: { version: 1, certificate, key: row.sealed_key as unknown as Authority['key'] } }
}

/** The root certificates under which this tenant has ever issued, DER: the trust list of its own papers. */
export async function trustedRoots(db: Db): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('certificate_authority').select('certificate').execute()
  return rows.map((row) => row.certificate)
}

interface NewAuthority {
  name: string
  /** Kept outside the data folder by the operator; without it no certificate can be issued. */
  passphrase: string
  isSample: boolean
}

/**
 * Makes the tenant's authority at its first need; of two that are made at once only one is kept. `tell` writes that it
 * was made, in the same transaction.
 */
export async function ensureAuthority(
  db: Db,
  { name, passphrase, isSample }: NewAuthority,
  now: Date,
  tell: (tx: Tx, authority: string) => Promise<void> = async () => {},
): Promise<KeptAuthority> {
  const before = await findAuthority(db)
  if (before !== null) return before
  const authority = await createAuthority({ name, passphrase, now })
  return db.transaction().execute(async (tx) => {
    await sql`lock table certificate_authority in share row exclusive mode`.execute(tx)
    const quicker = await findAuthority(tx)
    if (quicker !== null) return quicker
    const id = newId()
    await tx
      .insertInto('certificate_authority')
      .values({
        id,
        name,
        certificate: Buffer.from(authority.certificate, 'base64'),
        sealed_key: JSON.stringify(authority.key),
        is_sample: isSample,
        created_at: now,
      })
      .execute()
    // An empty list is published at once: who asks for it learns that nothing is revoked.
    await enqueue(tx, 'publish-revocation-list', {})
    await tell(tx, id)
    return { id, authority }
  })
}
