import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sqlRoot, testSecret } from '../../../test/global-setup.ts'
import { formerMigrations, ownDatabase, ownSlug } from '../../../test/restore/own-database.ts'
import { shelved } from '#platform/backup/shelf.ts'
import { readEnvironment } from '#platform/config.ts'
import { openPool } from '#platform/database/database.ts'
import { pendingMigrations } from '#platform/database/migration-files.ts'
import { createTenant } from '#platform/database/tenants.ts'
import { openLog } from '#platform/log.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { restoreInstallation } from './restore-installation.ts'

const log = openLog('silent')
const newSqlRoot = sqlRoot

async function ask(url: string, question: string) {
  const pool = openPool(url, { max: 1, onError: () => {} })
  try {
    return (await pool.query(question)).rows
  } finally {
    await pool.end()
  }
}

async function formerInstallation() {
  const ownerUrl = await ownDatabase()
  const slug = ownSlug()
  const former = { sqlRoot: await formerMigrations(), secretKey: testSecret }
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  await createTenant(owner, { slug, name: 'Tỉnh thử', hosts: [] }, former)
  await owner.query(`insert into t_${slug}.person (id, full_name) values (gen_random_uuid(), 'Nguyễn Văn Cũ')`)
  await owner.end()
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-upgrade-'))
  const environment = readEnvironment({ GIAO_UOC_DATA: dataFolder, SECRET_KEY: testSecret })
  const migrations = { sqlRoot: newSqlRoot, secretKey: testSecret }
  return { slug, environment, step: { environment, ownerUrl, migrations, log, noBackup: false }, dataFolder }
}

test('an upgrade first backs up the records as they were, and that backup comes back in the newer program', async () => {
  const { slug, environment, step, dataFolder } = await formerInstallation()
  await bringUpToDate(step)
  const [written, ...others] = await shelved(join(dataFolder, 'backups'))
  if (written === undefined) throw new Error('no backup was written')
  expect(others).toEqual([])
  const owner = openPool(step.ownerUrl, { max: 1, onError: () => {} })
  const migrated = await pendingMigrations(owner, newSqlRoot)
  await owner.query(`drop schema t_${slug} cascade`)
  await owner.end()
  expect(migrated).toEqual({ pending: [], hasData: true })

  const elsewhere = { ...environment, DATABASE_URL: await ownDatabase() }
  await restoreInstallation(elsewhere, log, { folder: written.folder, newSecret: false, sendWaiting: false })
  const names = await ask(elsewhere.DATABASE_URL, `select full_name, folded_name from t_${slug}.person`)
  expect(names).toEqual([{ full_name: 'Nguyễn Văn Cũ', folded_name: 'nguyen van cu' }])
  const applied = await ask(elsewhere.DATABASE_URL, `select name from t_${slug}.migration order by name desc limit 1`)
  expect(written.manifest.tenants[0]?.migrations.map(({ name }) => name)).not.toContain(applied[0]?.name)
})

test('nothing is backed up when nothing is pending, when there are no records, or when it was not wanted', async () => {
  const { step, dataFolder } = await formerInstallation()
  await bringUpToDate({ ...step, noBackup: true })
  await bringUpToDate(step)
  const empty = await ownDatabase()
  await bringUpToDate({ ...step, ownerUrl: empty })
  expect(await readdir(dataFolder)).toEqual([])
})

test('without a place for the backup nothing is migrated', async () => {
  const { step, environment, dataFolder } = await formerInstallation()
  const inTheWay = join(dataFolder, 'in-the-way')
  await writeFile(inTheWay, '')
  const nowhere = { ...environment, BACKUP_DIR: inTheWay }
  await expect(bringUpToDate({ ...step, environment: nowhere })).rejects.toThrow('cannot be written')
  const owner = openPool(step.ownerUrl, { max: 1, onError: () => {} })
  expect((await pendingMigrations(owner, newSqlRoot)).pending).toHaveLength(1)
  await owner.end()
})

test('what is half restored is refused with the way out, and can be restored into again', async () => {
  const { slug, environment, step, dataFolder } = await formerInstallation()
  await bringUpToDate(step)
  const [written] = await shelved(join(dataFolder, 'backups'))
  const options = { folder: written?.folder ?? '', newSecret: false, sendWaiting: false }
  const there = { ...environment, DATABASE_URL: await ownDatabase() }
  await ask(step.ownerUrl, `drop schema t_${slug} cascade`)
  await restoreInstallation(there, log, options)
  await ask(there.DATABASE_URL, 'update giao_uoc_migrations.restore set ended_at = null')
  await ask(there.DATABASE_URL, `delete from t_${slug}.person`)
  await expect(bringUpToDate({ ...step, ownerUrl: there.DATABASE_URL })).rejects.toThrow('has not ended')
  await restoreInstallation(there, log, options)
  expect(await ask(there.DATABASE_URL, `select full_name from t_${slug}.person`)).toHaveLength(1)
  await bringUpToDate({ ...step, ownerUrl: there.DATABASE_URL })
})
