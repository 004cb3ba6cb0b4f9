import { hostname, userInfo } from 'node:os'
import { record } from '#capabilities/audit/record.ts'
import { endTokens } from '#domains/identity/tokens/end-tokens.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import type { Db } from '#platform/database/database.ts'

/** Who sits at the machine, as the system knows them. */
function whoRuns(): string {
  try {
    return `${userInfo().username}@${hostname()}`
  } catch {
    return `${process.getuid?.() ?? 'unknown'}@${hostname()}`
  }
}

/**
 * What was half open at the backup ends here: nobody is still signed in, no turn to sign is still held. The audit tells
 * that it goes on from a backup, so that entries made after it elsewhere are seen as another branch.
 */
export async function closeRestored(db: Db, backup: Manifest, slug: string, now: Date): Promise<void> {
  const tenant = backup.tenants.find((tenant) => tenant.slug === slug)
  await db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('session')
      .set({ ended_at: now })
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    await tx.updateTable('signing_job').set({ state: 'dropped', closed_at: now }).where('state', '=', 'open').execute()
    await tx.deleteFrom('half_session').execute()
    await tx.deleteFrom('passkey_challenge').execute()
    await tx.deleteFrom('oidc_request').execute()
    await endTokens(tx, null, now)
    const operator = { account: null, name: 'giao-uoc restore', actingUnit: null }
    const facts = {
      backup: backup.id,
      takenAt: backup.takenAt,
      takenOn: backup.host,
      lastEntry: tenant?.auditHead ?? null,
      by: whoRuns(),
      endedSessions: Number(ended.numUpdatedRows),
    }
    await record(tx, operator, now, {
      action: 'installation.restored',
      subject: { kind: 'installation', id: null },
      facts,
    })
  })
}
