import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pendingMigrations } from '#platform/database/migration-files.ts'
import { makeFolder } from '#platform/make-folder.ts'
import type { Installation } from '../installation.ts'

export interface Readiness {
  database: boolean
  /** Nothing that this version needs of the database is missing. */
  migrations: boolean
  worker: boolean
  /** A file can be written where files are kept. */
  disk: boolean
}

const succeeds = (work: Promise<unknown>) =>
  work.then(
    (answer) => answer !== false,
    () => false,
  )

/** A block of the file system: an empty file may fit where nothing else does. */
const probe = Buffer.alloc(4096)

/** Throws as an upload would. */
export async function tryWriting(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'files')
  await makeFolder(folder)
  const path = join(folder, `.probe-${process.pid}`)
  try {
    await writeFile(path, probe, { mode: 0o600 })
  } finally {
    await rm(path, { force: true })
  }
}

type Asked = Pick<Installation, 'owner' | 'dataFolder' | 'migrations'>

export async function readinessOf({ owner, dataFolder, migrations }: Asked, isWorking: boolean): Promise<Readiness> {
  const isMigrated = async () => (await pendingMigrations(owner, migrations.sqlRoot)).pending.length === 0
  const [database, migrated, disk] = await Promise.all([
    succeeds(owner.query('select 1')),
    succeeds(isMigrated()),
    succeeds(tryWriting(dataFolder)),
  ])
  return { database, migrations: migrated, worker: isWorking, disk }
}
