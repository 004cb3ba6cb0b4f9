import { existsSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sqlRoot, testSecret } from '../../../test/global-setup.ts'
import { ownDatabase, ownSlug } from '../../../test/restore/own-database.ts'
import { openSmallDisk } from '../../../test/small-disk.ts'
import { openPool } from '../database/database.ts'
import { createTenant } from '../database/tenants.ts'
import { folderStore, sha256Of } from '../files.ts'
import { checkBackup } from './check-backup.ts'
import { writeBackup, type BackupSource } from './write-backup.ts'

const now = new Date('2026-11-23T02:00:00Z')
const large = Buffer.alloc(3_000_000, 'tài liệu ')

async function sourceWithFile(): Promise<BackupSource> {
  const ownerUrl = await ownDatabase()
  const slug = ownSlug()
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  await createTenant(owner, { slug, name: 'Tỉnh thử', hosts: [] }, { sqlRoot, secretKey: testSecret })
  const file = [sha256Of(large), large.length]
  await owner.query(
    `insert into t_${slug}.stored_file (sha256, length, media_type) values ($1, $2, 'application/pdf')`,
    file,
  )
  await owner.end()
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-source-'))
  const files = folderStore(join(dataFolder, 'files'))
  await files.put(sha256Of(large), large)
  return { ownerUrl, files, dataFolder, secretKey: testSecret, program: '0.0.0' }
}

/** Where nothing can be mounted, a store that fails as a full disk does stands for it. */
const fullStore = {
  get: () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
  put: () => Promise.resolve(),
}

test('a disk that gets full leaves nothing that looks like a backup, and the sentence names the folder', async () => {
  const source = await sourceWithFile()
  const disk = await openSmallDisk(2048)
  const folder = join(disk?.folder ?? source.dataFolder, 'backup')
  const writing = writeBackup(disk === undefined ? { ...source, files: fullStore } : source, { folder, now })
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
