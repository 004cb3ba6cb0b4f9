import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, inject, test } from 'vitest'
import { sqlRoot, testSecret } from '../../../test/global-setup.ts'
import { backupSource } from '../../../test/restore/backup-source.ts'
import { ownDatabase } from '../../../test/restore/own-database.ts'
import { openSmallDisk } from '../../../test/small-disk.ts'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { beginRestore, demandWhole } from '#platform/backup/restoring.ts'
import { sayingRestoreErrors } from '#platform/backup/trouble.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { readEnvironment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import { MigrationFailed } from '#platform/database/migrate.ts'
import { folderStore } from '#platform/files.ts'
import { openLog } from '#platform/log.ts'
import { restoreInstallation } from './restore-installation.ts'

const now = new Date('2026-11-23T02:00:00Z')
const log = openLog('silent')

let slug = ''
let backup: Manifest
let options = { folder: '', newSecret: false, sendWaiting: false }

/** One tenant with a file of three megabytes. */
beforeAll(async () => {
  const source = await backupSource(folderStore(await mkdtemp(join(tmpdir(), 'gu-files-'))))
  slug = source.slug
  options = { ...options, folder: join(source.dataFolder, 'backup') }
  backup = await writeBackup(source, { folder: options.folder, now })
})

/** The migrations of a later version, whose last one breaks in the middle of a tenant. */
async function brokenMigrations(sql: string): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'gu-broken-'))
  for (const name of ['installation', 'migrations']) {
    await cp(new URL(name, sqlRoot), join(folder, name), { recursive: true })
  }
  await writeFile(join(folder, 'migrations', '9999-later.sql'), sql)
  return pathToFileURL(`${folder}/`)
}

test('a restore that breaks, by a full disk or a failing migration, says so until one ends it; of two at once one waits', async () => {
  const disk = await openSmallDisk(1024)
  const folder = disk?.folder ?? (await mkdtemp(join(tmpdir(), 'gu-there-')))
  const DATABASE_URL = await ownDatabase()
  const environment = readEnvironment({ GIAO_UOC_DATA: folder, DATABASE_URL, SECRET_KEY: testSecret })
  const owner = openPool(DATABASE_URL, { max: 2, onError: () => {} })
  const restore = () => restoreInstallation(environment, log, options)

  // Where nothing can be mounted, a folder that takes nothing stands for the disk.
  if (disk === undefined) await writeFile(join(folder, 'files'), '')
  await expect(restore()).rejects.toThrow(disk ? `The disk of ${folder} is full` : `${folder} cannot be written`)
  await expect(demandWhole(owner)).rejects.toThrow('has not ended')
  if (disk === undefined) await rm(join(folder, 'files'))
  else disk.enlarge(16_384)

  const broken = await brokenMigrations('create table later_table (id int); select 1 / 0')
  const files = folderStore(join(folder, 'files'))
  const target = { owner, files, migrations: { sqlRoot: broken, secretKey: testSecret } }
  await beginRestore(owner, backup, now)
  const broke = restoreBackup(target, options.folder, backup)
  await expect(broke).rejects.toThrow(`9999-later.sql failed in t_${slug} and left nothing behind: division by zero`)
  const left = await owner.query(`select to_regclass('t_${slug}.later_table') as name`)
  expect(left.rows).toEqual([{ name: null }])
  await expect(demandWhole(owner)).rejects.toThrow('has not ended')

  const both = await Promise.allSettled([restore(), restore()])
  const refused = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
  expect(refused).toEqual([expect.stringContaining('Another restore is running')])
  await demandWhole(owner)
  const { rows } = await owner.query(`select sha256 from t_${slug}.stored_file`)
  expect(rows).toHaveLength(1)
  await owner.end()
})

test('a full disk of the database is told from one of the files, also inside a migration', async () => {
  const owner = openPool(inject('serverUrl'), { max: 1, onError: () => {} })
  const full = () => owner.query(`do $$ begin raise exception 'no space' using errcode = '53100'; end $$`)
  await expect(sayingRestoreErrors('/srv/data', full)).rejects.toThrow('The disk of PostgreSQL is full')
  const migrating = () =>
    full().catch((error: unknown) => Promise.reject(new MigrationFailed('t_x', '0001.sql', error)))
  await expect(sayingRestoreErrors('/srv/data', migrating)).rejects.toThrow('The disk of PostgreSQL is full')
  await owner.end()
})
