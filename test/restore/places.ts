import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupSource } from '../../src/app/backup/backup-source.ts'
import { restoreInstallation } from '../../src/app/backup/restore-installation.ts'
import { openInstallation, type Installation } from '../../src/app/installation.ts'
import { checkBackup } from '../../src/platform/backup/check-backup.ts'
import type { Manifest } from '../../src/platform/backup/manifest.ts'
import { writeBackup, type BackupOptions } from '../../src/platform/backup/write-backup.ts'
import { readEnvironment, type Environment } from '../../src/platform/config.ts'
import { openLog } from '../../src/platform/log.ts'
import { resetEmbeddedPostgres } from '../../src/platform/postgres/reset-embedded.ts'

const quiet = openLog('silent')

/** Folders of one test file, gone at its end with their databases. */
export function openPlaces() {
  const made: string[] = []
  async function folder(): Promise<string> {
    const path = await mkdtemp('/tmp/gu-restore-')
    // As root the server runs as another user, who must be able to come in.
    await chmod(path, 0o755)
    made.push(path)
    return path
  }
  const removeAll = async () => {
    for (const path of made) {
      await resetEmbeddedPostgres(path)
      await rm(path, { recursive: true, force: true })
    }
  }
  return { folder, removeAll }
}

export const environmentOf = (dataFolder: string, more: Record<string, string> = {}) =>
  readEnvironment({ GIAO_UOC_DATA: dataFolder, ...more })

export const open = (environment: Environment) =>
  openInstallation(environment, quiet, { beside: false, onLost: () => {} })

/** A backup as the command makes it. */
export async function backUp(
  { environment, ownerUrl }: Pick<Installation, 'environment' | 'ownerUrl'>,
  folder: string,
  more: Partial<BackupOptions> = {},
): Promise<Manifest> {
  const path = join(folder, 'backup')
  await writeBackup(await backupSource(environment, ownerUrl), { folder: path, now: new Date(), ...more })
  return checkBackup(path)
}

export const restore = (
  environment: Environment,
  folder: string,
  more: { newSecret?: boolean; sendWaiting?: boolean } = {},
) =>
  restoreInstallation(environment, quiet, {
    folder: join(folder, 'backup'),
    newSecret: false,
    sendWaiting: false,
    ...more,
  })

/** Every table by its rows' hash; those that the restore itself writes are left out. */
export function contents(manifest: Manifest): Map<string, string> {
  const written = ['audit_entry', 'audit_head', 'session', 'signing_job']
  const schemas = [{ slug: 'giao_uoc', tables: manifest.installation.tables }, ...manifest.tenants]
  return new Map(
    schemas.flatMap(({ slug, tables }) =>
      tables
        .filter(({ name }) => !written.includes(name))
        .map(({ name, rows, contentSha256 }) => [`${slug}.${name}`, `${rows} ${contentSha256}`] as const),
    ),
  )
}
