import { existsSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { backupSource } from '../../../test/restore/backup-source.ts'
import { openSmallDisk } from '../../../test/small-disk.ts'
import { openPool } from '../database/database.ts'
import { folderStore, type FileStore } from '../files.ts'
import { checkBackup } from './check-backup.ts'
import { writeManifest } from './manifest.ts'
import { writeBackup } from './write-backup.ts'

const now = new Date('2026-11-23T02:00:00Z')

const sourceWithFile = async () => backupSource(folderStore(await mkdtemp(join(tmpdir(), 'gu-files-'))))

const nothing = { migrations: [], tables: [], sequences: [] }
const table = { columns: [], rows: 0, sha256: '0'.repeat(64), contentSha256: '0'.repeat(64) }

/** Where nothing can be mounted, a store that fails as a full disk does stands for it. */
const fullStore = (files: FileStore): FileStore => ({
  ...files,
  lend: () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
})

test('a disk that gets full leaves nothing that looks like a backup, and the sentence names the folder', async () => {
  const source = await sourceWithFile()
  const disk = await openSmallDisk(2048)
  const folder = join(disk?.folder ?? source.dataFolder, 'backup')
  const writing = writeBackup(disk === undefined ? { ...source, files: fullStore(source.files) } : source, {
    folder,
    now,
  })
  await expect(writing).rejects.toThrow(`The disk of ${folder}`)
  expect(existsSync(join(folder, 'manifest.json'))).toBe(false)
  await expect(checkBackup(folder)).rejects.toThrow('holds no whole backup')
  await disk?.remove()
})

test('a folder that cannot be written is refused', async () => {
  const source = await sourceWithFile()
  const disk = await openSmallDisk(2048)
  disk?.makeReadOnly()
  if (disk === undefined) await chmod(source.dataFolder, 0o500)
  const folder = join(disk?.folder ?? source.dataFolder, 'backup')
  await expect(writeBackup(source, { folder, now })).rejects.toThrow('cannot be written')
  await disk?.remove()
})

/** Until some query of this database waits for another one. */
async function untilSomeoneWaits(pool: Pool) {
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    waiting = rows[0]?.count ?? 0
  }
}

test('a table that a migration rewrites while the backup waits comes into it with its rows', async () => {
  const { slug, ...source } = await sourceWithFile()
  const owner = openPool(source.ownerUrl, { max: 3, onError: () => {} })
  const migration = await owner.connect()
  await migration.query(`begin; lock table t_${slug}.account in access exclusive mode`)
  const writing = writeBackup(source, { folder: join(source.dataFolder, 'backup'), now })
  await untilSomeoneWaits(owner)
  await owner.query(`alter table t_${slug}.stored_file alter column media_type type text using media_type || ''`)
  await migration.query('commit')
  migration.release()
  const { tenants } = await writing
  await owner.end()
  expect(tenants[0]?.tables.find(({ name }) => name === 'stored_file')?.rows).toBe(1)
})

test.each([
  ['a secret', { secrets: ['../../../tmp/anywhere'] }],
  ['a tenant', { tenants: [{ slug: 'x; drop schema public', name: 'x', auditHead: null, ...nothing }] }],
  ['a table', { installation: { ...nothing, tables: [{ ...table, name: '../../anywhere' }] } }],
])('a manifest from elsewhere may not name %s that leads out of the backup', async (_, crafted) => {
  const source = await sourceWithFile()
  const folder = join(source.dataFolder, 'backup')
  const manifest = await writeBackup(source, { folder, now })
  await writeManifest(folder, { ...manifest, ...crafted })
  await expect(checkBackup(folder)).rejects.toThrow('manifest.json')
})
