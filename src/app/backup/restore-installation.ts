import { resolve } from 'node:path'
import { checkBackup } from '#platform/backup/check-backup.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { planMigrations, restoreBackup, restoreWaitingJobs } from '#platform/backup/restore-backup.ts'
import { beginRestore, endRestore, restoringAlone } from '#platform/backup/restoring.ts'
import { sayingRestoreErrors } from '#platform/backup/trouble.ts'
import type { Environment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import type { MigrateOptions } from '#platform/database/migrate.ts'
import { openFiles } from '#platform/open-files.ts'
import type { Log } from '#platform/log.ts'
import { projectRoot } from '#platform/project-root.ts'
import { openServer } from '../open-server.ts'
import { TenantDatabases } from '../tenant-databases.ts'
import { closeRestored } from './close-restored.ts'
import { settleSecrets } from './settle-secrets.ts'

export interface RestoreOptions {
  folder: string
  /** The secret of the backup is lost. */
  newSecret: boolean
  /** Mails that waited at the backup go out: they may have gone out since. */
  sendWaiting: boolean
}

interface Restoring {
  environment: Environment
  manifest: Manifest
  migrations: MigrateOptions
  ownerUrl: string
}

async function restoreInto({ environment, manifest, migrations, ownerUrl }: Restoring, options: RestoreOptions) {
  const onError = () => {}
  const owner = openPool(ownerUrl, { max: 5, onError })
  const { secretKey } = migrations
  const tenants = new TenantDatabases({ owner, ownerUrl, secretKey, poolSize: 4, defaultTenant: undefined, onError })
  const dataFolder = resolve(environment.GIAO_UOC_DATA)
  const bringBack = async () => {
    await beginRestore(owner, manifest, new Date())
    const { files } = openFiles(environment, dataFolder)
    const target = { owner, files, migrations }
    await restoreBackup(target, options.folder, manifest)
    for (const { slug } of manifest.tenants) {
      await closeRestored(tenants.databaseOf(slug), manifest, slug, new Date())
    }
    const sent = options.sendWaiting ? await restoreWaitingJobs(target, options.folder) : 0
    await endRestore(owner, new Date())
    return sent
  }
  try {
    return await restoringAlone(owner, () => sayingRestoreErrors(dataFolder, bringBack))
  } finally {
    await tenants.close()
    await owner.end()
  }
}

/**
 * Checks every byte of a backup, then restores it into an empty installation. What breaks on the way leaves one that
 * says so and can be restored into again.
 */
export async function restoreInstallation(environment: Environment, log: Log, options: RestoreOptions) {
  const { folder, newSecret } = options
  const manifest = await checkBackup(folder)
  const sqlRoot = new URL('db/', projectRoot())
  await planMigrations(manifest, sqlRoot)
  const dataFolder = resolve(environment.GIAO_UOC_DATA)
  const asked = { dataFolder, given: environment.SECRET_KEY, isNew: newSecret }
  const migrations = { sqlRoot, secretKey: await settleSecrets(folder, manifest, asked) }
  const server = await openServer(environment, log, { beside: false, onLost: () => {} })
  try {
    const waitingSent = await restoreInto({ environment, manifest, migrations, ownerUrl: server.url }, options)
    return { manifest, waitingSent }
  } finally {
    await server.stop()
  }
}
