import { takeCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import { forgetViews } from '#capabilities/audit/views.ts'
import { ensureSeal } from '#capabilities/signatures/keeping/seals.ts'
import { mailCheckpoint } from '#domains/portal/log/mail-checkpoint.ts'
import type { Db } from '#platform/database/database.ts'
import type { Tenant } from '#platform/database/tenants.ts'
import type { Installation } from '../installation.ts'
import { authorityPassphrase } from '../signing-settings.ts'
import { appendCheckpoints } from './append-checkpoints.ts'

type Pieces = Pick<Installation, 'environment' | 'dataFolder' | 'isDemo' | 'migrations' | 'log'>

/** A folder that cannot be written keeps nobody from the mail; what is missing there is added the next day. */
async function appendToFolder({ environment, log }: Pieces, db: Db, tenant: string, newest: string) {
  const { CHECKPOINT_DIR: folder } = environment
  if (folder === undefined) return
  await appendCheckpoints(db, folder, tenant, newest).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    log.error({ event: 'checkpoint.folder-failed', tenant, folder, reason })
  })
}

/** The checkpoint of the day, on its ways out of this machine's reach; and views that are over are forgotten. */
export async function checkpointDaily(pieces: Pieces, tenant: Tenant, db: Db, now: Date): Promise<void> {
  const passphrase = await authorityPassphrase(pieces)
  const { secretKey } = pieces.migrations
  const sealing = { secretKey, passphrase, tenantName: tenant.name, isSample: pieces.isDemo }
  const line = await takeCheckpoint(db, await ensureSeal(db, sealing, now), now)
  await appendToFolder(pieces, db, tenant.slug, line)
  await mailCheckpoint(db, tenant.name, line, now)
  await forgetViews(db, now)
}
