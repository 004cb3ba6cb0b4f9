import type { Selectable } from 'kysely'
import type { TrustedRoot } from '../../../../db/types.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { sha256Of } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { isAuthority, readCertificate } from '../trust/certificate.ts'
import type { TrustRoot } from '../trust/trust-list.ts'

export type TrustedRootRow = Selectable<TrustedRoot>

/** Those in force, in the order in which they were added. */
export async function trustedRootRows(db: Db): Promise<TrustedRootRow[]> {
  return db.selectFrom('trusted_root').selectAll().where('removed_at', 'is', null).orderBy('added_at').execute()
}

export interface ChangedRoot {
  readonly id: string
  readonly name: string
  readonly kind: TrustRoot['kind']
  readonly sha256: string
}

type Tell = (tx: Tx, root: ChangedRoot) => Promise<void>

/** False when the certificate is no authority's, or is trusted for this already. */
export async function addTrustedRoot(db: Db, root: TrustRoot, now: Date, tell: Tell): Promise<boolean> {
  const certificate = readCertificate(root.der)
  if (!isAuthority(certificate)) return false
  const name = certificate.subject.commonName ?? certificate.subject.organization ?? certificate.serial
  const added = { id: newId(), name, kind: root.kind, sha256: sha256Of(certificate.der) }
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('trusted_root')
      .values({ ...added, certificate: Buffer.from(certificate.der), added_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row !== undefined) await tell(tx, added)
    return row !== undefined
  })
}

/** False when no such root is in force. What it once made trusted is no longer trusted. */
export async function removeTrustedRoot(db: Db, id: string, now: Date, tell: Tell): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('trusted_root')
      .set({ removed_at: now })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .returning(['id', 'name', 'kind', 'sha256'])
      .executeTakeFirst()
    if (row !== undefined) await tell(tx, row)
    return row !== undefined
  })
}
