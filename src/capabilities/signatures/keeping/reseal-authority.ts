import type { Db, Tx } from '#platform/database/database.ts'
import { resealAuthority } from '../keys/authority.ts'
import { SigningError } from '../signing/signing-error.ts'
import { findAuthority, type KeptAuthority } from './authorities.ts'

interface Resealing {
  before: string
  after: string
  now: Date
}

const opens = async ({ authority }: KeptAuthority, passphrase: string) =>
  resealAuthority(authority, passphrase, passphrase).then(
    () => true,
    (error: unknown) => {
      if (error instanceof SigningError) return false
      throw error
    },
  )

async function resealed(kept: KeptAuthority, { before, after }: Resealing) {
  try {
    return await resealAuthority(kept.authority, before, after)
  } catch (error) {
    if (error instanceof SigningError && (await opens(kept, after))) return null
    throw error
  }
}

/**
 * Puts the tenant's authority under another passphrase; certificates stay as they are. `tell` writes what was done in
 * the same transaction. Throws SigningError when neither passphrase opens the key.
 */
export async function resealKeptAuthority(
  db: Db,
  resealing: Resealing,
  tell: (tx: Tx, authority: string) => Promise<void>,
): Promise<'resealed' | 'nothing to do'> {
  const kept = await findAuthority(db)
  if (kept === null) return 'nothing to do'
  const authority = await resealed(kept, resealing)
  if (authority === null) return 'nothing to do'
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('certificate_authority')
      .set({ sealed_key: JSON.stringify(authority.key), resealed_at: resealing.now })
      .where('id', '=', kept.id)
      .execute()
    await tell(tx, kept.id)
  })
  return 'resealed'
}
