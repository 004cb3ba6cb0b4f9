import { join, resolve } from 'node:path'
import { demandWhole } from '#platform/backup/restoring.ts'
import { writeToShelf } from '#platform/backup/shelf.ts'
import type { Environment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import { migrate, type MigrateOptions } from '#platform/database/migrate.ts'
import { pendingMigrations } from '#platform/database/migration-files.ts'
import type { Log } from '#platform/log.ts'
import { backupSource } from './backup-source.ts'

interface Step {
  environment: Environment
  ownerUrl: string
  migrations: MigrateOptions
  log: Log
  /** Migrates without keeping what was there before. */
  noBackup: boolean
}

/** Upgrades follow each other quickly when something goes wrong; the last few are enough to go back. */
const keptUpgrades = 3

/** Of the records as the former version left them, so that the way back is open. */
async function backUpFirst({ environment, ownerUrl, log }: Step): Promise<void> {
  const folder = environment.BACKUP_DIR ?? join(resolve(environment.GIAO_UOC_DATA), 'backups')
  const source = await backupSource(environment, ownerUrl)
  const written = await writeToShelf(source, { folder, occasion: 'before-upgrade', keep: keptUpgrades }, new Date())
  log.info({ event: 'backup.before-upgrade', folder: written.folder, missing: written.manifest.missing.length })
}

/** Migrates what is behind; records that are there are backed up first, and a half restored installation is refused. */
export async function bringUpToDate(step: Step): Promise<void> {
  const { ownerUrl, migrations, log, noBackup } = step
  // Connections lost meanwhile fail the work itself.
  const owner = openPool(ownerUrl, { max: 3, onError: () => {} })
  try {
    await demandWhole(owner)
    const { pending, hasData } = await pendingMigrations(owner, migrations.sqlRoot)
    if (pending.length > 0 && hasData && !noBackup) await backUpFirst(step)
    const applied = await migrate(owner, migrations)
    if (applied.length > 0) log.info({ event: 'database.migrated', applied })
  } finally {
    await owner.end()
  }
}
