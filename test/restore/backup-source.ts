import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackupSource } from '../../src/platform/backup/write-backup.ts'
import { openPool } from '../../src/platform/database/database.ts'
import { createTenant } from '../../src/platform/database/tenants.ts'
import { sha256Of, type FileStore } from '../../src/platform/files.ts'
import { sqlRoot, testSecret } from '../global-setup.ts'
import { ownDatabase, ownSlug } from './own-database.ts'

const large = Buffer.alloc(3_000_000, 'tài liệu ')

/** An installation of one tenant with one stored file; `register` brings another. */
export async function backupSource(files: FileStore) {
  const ownerUrl = await ownDatabase()
  const slug = ownSlug()
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  await createTenant(owner, { slug, name: 'Tỉnh thử', hosts: [] }, { sqlRoot, secretKey: testSecret })
  await owner.end()
  const register = async (bytes: Uint8Array) => {
    const pool = openPool(ownerUrl, { max: 1, onError: () => {} })
    await files.put(sha256Of(bytes), bytes)
    const insert = `insert into t_${slug}.stored_file (sha256, length, media_type) values ($1, $2, 'application/pdf')`
    await pool.query(insert, [sha256Of(bytes), bytes.length])
    await pool.end()
  }
  await register(large)
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-source-'))
  const source: BackupSource = { ownerUrl, files, dataFolder, secretKey: testSecret, program: '0.0.0' }
  return { ...source, slug, register }
}
