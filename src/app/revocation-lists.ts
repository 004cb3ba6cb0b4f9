import { publishRevocationList } from '#capabilities/signatures/keeping/revocation-lists.ts'
import type { Db } from '#platform/database/database.ts'
import type { Installation } from './installation.ts'
import { authorityPassphrase } from './signing-settings.ts'

/** Without the operator's passphrase nothing is issued and nothing published; the list that stands grows old. */
export async function publishListOf(installation: Installation, db: Db, now: Date): Promise<void> {
  const passphrase = await authorityPassphrase(installation)
  if (passphrase !== undefined) await publishRevocationList(db, passphrase, now)
}
