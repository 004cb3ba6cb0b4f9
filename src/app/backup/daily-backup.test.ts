import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sqlRoot, testSecret } from '../../../test/global-setup.ts'
import { ownDatabase, ownSlug } from '../../../test/restore/own-database.ts'
import { lastBackup } from '#platform/backup/last-backup.ts'
import { shelved } from '#platform/backup/shelf.ts'
import { readEnvironment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import { createTenant } from '#platform/database/tenants.ts'
import { openLog } from '#platform/log.ts'
import { backUpDaily } from './daily-backup.ts'

const now = new Date('2026-11-23T19:00:00Z')

async function opened(settings: (dataFolder: string) => Record<string, string>) {
  const ownerUrl = await ownDatabase()
  const slug = ownSlug()
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  await createTenant(owner, { slug, name: 'Tỉnh thử', hosts: [] }, { sqlRoot, secretKey: testSecret })
  await owner.end()
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-daily-'))
  const environment = readEnvironment({ GIAO_UOC_DATA: dataFolder, SECRET_KEY: testSecret, ...settings(dataFolder) })
  return { installation: { environment, ownerUrl, dataFolder, log: openLog('silent') }, slug, ownerUrl, dataFolder }
}

test('the day’s backup is written, read back and noted', async () => {
  const { installation, dataFolder } = await opened((folder) => ({ BACKUP_DIR: join(folder, 'shelf') }))
  await backUpDaily(installation, now)
  const [written] = await shelved(join(dataFolder, 'shelf'))
  expect(await lastBackup(dataFolder)).toEqual({
    good: { at: now.toISOString(), folder: written?.folder },
    failure: null,
  })
})

test('a failure is noted beside the last good one and thrown, so that the queue tries again', async () => {
  const { installation, dataFolder } = await opened((folder) => ({ BACKUP_DIR: join(folder, 'in-the-way') }))
  await writeFile(join(dataFolder, 'in-the-way'), '')
  await expect(backUpDaily(installation, now)).rejects.toThrow('cannot be written')
  const { good, failure } = await lastBackup(dataFolder)
  expect([good, failure?.at]).toEqual([null, now.toISOString()])
  expect(failure?.reason).toContain('cannot be written')
})

test('a stored file that is lost makes the day’s backup a failure, though all else is kept', async () => {
  const { installation, slug, ownerUrl, dataFolder } = await opened((folder) => ({ BACKUP_DIR: join(folder, 'shelf') }))
  const owner = openPool(ownerUrl, { max: 1, onError: () => {} })
  const lost = 'a'.repeat(64)
  await owner.query(`insert into t_${slug}.stored_file (sha256, length, media_type) values ($1, 1, 'text/plain')`, [
    lost,
  ])
  await owner.end()
  await expect(backUpDaily(installation, now)).rejects.toThrow(lost)
  expect((await lastBackup(dataFolder)).failure?.reason).toContain(lost)
  expect((await shelved(join(dataFolder, 'shelf')))[0]?.manifest.missing).toEqual([lost])
})

test('without BACKUP_DIR nothing is done', async () => {
  const { installation, dataFolder } = await opened(() => ({}))
  await backUpDaily(installation, now)
  expect(existsSync(join(dataFolder, 'last-backup.json'))).toBe(false)
})
