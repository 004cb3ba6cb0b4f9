import type { Selectable } from 'kysely'
import type { RevocationList } from '../../../../db/types.ts'
import type { Db } from '#platform/database/database.ts'
import { issueRevocationList } from '../keys/authority.ts'
import { findAuthority, type KeptAuthority } from './authorities.ts'

export type RevocationListRow = Selectable<RevocationList>

/** A list is told to hold for eight days and made anew every day, so that a week's outage is no alarm. */
const holdsDays = 8
const dayMs = 86_400_000

/** What the tenant's authority publishes now, DER in `list`; absent until the first certificate was issued. */
export async function currentRevocationList(db: Db): Promise<RevocationListRow | undefined> {
  return db
    .selectFrom('revocation_list')
    .innerJoin('certificate_authority', 'certificate_authority.id', 'revocation_list.authority_id')
    .selectAll('revocation_list')
    .orderBy('certificate_authority.created_at', 'desc')
    .orderBy('revocation_list.number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const revokedBy = (db: Db, { id }: KeptAuthority, now: Date) =>
  db
    .selectFrom('signer_certificate')
    .select(['serial', 'revoked_at', 'revoked_reason'])
    .where('authority_id', '=', id)
    .where('revoked_at', '<=', now)
    .orderBy('revoked_at')
    .execute()

/**
 * Signs and keeps a new list of all that is revoked by now; `false` where there is no authority yet. A quicker one that
 * took the number may have been begun before the latest revocation: then the list is made once more.
 */
export async function publishRevocationList(db: Db, passphrase: string, now: Date): Promise<boolean> {
  const kept = await findAuthority(db)
  if (kept === null) return false
  const before = await currentRevocationList(db)
  const number = (before?.number ?? 0) + 1
  const nextUpdate = new Date(now.getTime() + holdsDays * dayMs)
  const entries = (await revokedBy(db, kept, now)).flatMap(
    ({ serial, revoked_at: revokedAt, revoked_reason: reason }) =>
      revokedAt === null || reason === null ? [] : [{ serial, revokedAt, reason }],
  )
  const list = await issueRevocationList(kept.authority, { number, thisUpdate: now, nextUpdate, entries, passphrase })
  const row = { authority_id: kept.id, number, list: Buffer.from(list), this_update: now, next_update: nextUpdate }
  const inserted = await db
    .insertInto('revocation_list')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  return inserted === undefined ? publishRevocationList(db, passphrase, now) : true
}
