import type { Pool } from 'pg'
import { migrate, migrateInstallation, migrateTenant, type MigrateOptions } from '../database/migrate.ts'
import { readMigrations, type AppliedMigration, type MigrationFile } from '../database/migration-files.ts'
import { tenantSchema } from '../database/tenant-role.ts'
import { folderStore, type FileStore } from '../files.ts'
import { loadSchema } from './load-schema.ts'
import { filesFolder, tablePath, waitingSchema, type Manifest } from './manifest.ts'
import { bringFilesBack } from './stored-files.ts'
import { backupTrouble } from './trouble.ts'
import { addWaitingJobs, waitingJobs } from './waiting-jobs.ts'

/** The files of this program by which a schema becomes what it was at the backup, in the order of that time. */
function asOfBackup(
  seen: readonly AppliedMigration[],
  known: readonly MigrationFile[],
  program: string,
): MigrationFile[] {
  return seen.map(({ name, checksum }) => {
    const file = known.find((file) => file.name === name)
    if (file === undefined) throw backupTrouble((t) => t.newerProgram(program, name))
    if (file.checksum !== checksum) throw backupTrouble((t) => t.otherMigration(name))
    return file
  })
}

/** What the restore will migrate, known before anything is touched; throws when the program is older than the backup. */
export async function planMigrations(manifest: Manifest, sqlRoot: URL) {
  const { forAll, forTenant } = await readMigrations(sqlRoot)
  const { program, installation, tenants } = manifest
  return {
    installation: asOfBackup(installation.migrations, forAll, program),
    tenants: new Map(tenants.map(({ slug, migrations }) => [slug, asOfBackup(migrations, forTenant, program)])),
  }
}

export interface RestoreTarget {
  owner: Pool
  files: FileStore
  migrations: MigrateOptions
}

async function loadAll(target: RestoreTarget, folder: string, manifest: Manifest): Promise<void> {
  const { owner, migrations } = target
  const plan = await planMigrations(manifest, migrations.sqlRoot)
  const client = await owner.connect()
  try {
    await migrateInstallation(owner, client, plan.installation)
    await loadSchema(client, folder, 'giao_uoc', manifest.installation)
    for (const tenant of manifest.tenants) {
      await migrateTenant(client, tenant.slug, plan.tenants.get(tenant.slug) ?? [], migrations.secretKey)
      await loadSchema(client, folder, tenantSchema(tenant.slug), tenant)
    }
  } finally {
    // Settings of the load stay on its connection.
    client.release(true)
  }
}

/** Files first, then rows, each tenant as it was; then the migrations that came after the backup. */
export async function restoreBackup(target: RestoreTarget, folder: string, manifest: Manifest): Promise<void> {
  await bringFilesBack(folder, folderStore(filesFolder(folder)), target.files)
  await loadAll(target, folder, manifest)
  await migrate(target.owner, target.migrations)
}

export async function restoreWaitingJobs({ owner }: RestoreTarget, folder: string): Promise<number> {
  const client = await owner.connect()
  try {
    return await addWaitingJobs(client, tablePath(folder, waitingSchema, waitingJobs.name))
  } finally {
    client.release(true)
  }
}
