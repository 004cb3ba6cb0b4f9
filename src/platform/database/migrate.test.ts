import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Pool } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { databaseUrl, sqlRoot } from '../../../test/global-setup.ts'
import { openPool } from './database.ts'
import { migrate } from './migrate.ts'
import { createTenant } from './tenants.ts'

const options = { max: 6, onError: () => {} }

/** An empty database, and a folder of migrations of its own: the installation's are real, a tenant has one table. */
async function openTrial() {
  const slug = `trial_${randomBytes(4).toString('hex')}`
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await cp(new URL('installation/', sqlRoot), join(folder, 'installation'), { recursive: true })
  const admin = openPool(inject('serverUrl'), options)
  await admin.query(`create database ${slug}`)
  const owner = openPool(databaseUrl(inject('serverUrl'), slug), options)
  onTestFinished(async () => {
    await owner.end()
    await admin.query(`drop database ${slug} with (force)`)
    await admin.query(`drop role if exists t_${slug}`)
    await admin.end()
    await rm(folder, { recursive: true })
  })
  const write = (name: string, sql: string) => writeFile(join(folder, 'migrations', name), sql)
  await cp(new URL('migrations/0001-audit.sql', sqlRoot), join(folder, 'migrations', '0001-audit.sql'))
  return { slug, owner, write, settings: { sqlRoot: pathToFileURL(`${folder}/`), secretKey: 'only here' } }
}

const tablesOf = async (owner: Pool, slug: string) =>
  (await owner.query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1', [`t_${slug}`]))
    .rows

test('a migration that fails names itself and its tenant, leaves nothing, and goes on when it is mended', async () => {
  const { slug, owner, write, settings } = await openTrial()
  const tenant = { slug, name: 'Tỉnh Thử', hosts: [] }
  await write('0002-good.sql', 'create table good (id int)')
  await write('0003-bad.sql', 'create table half (id int); create table wrong (id nonsense)')
  await expect(createTenant(owner, tenant, settings)).rejects.toThrow(`0003-bad.sql failed in t_${slug}`)
  expect(await tablesOf(owner, slug)).toContainEqual({ name: 'good' })
  expect(await tablesOf(owner, slug)).not.toContainEqual({ name: 'half' })

  await write('0003-bad.sql', 'create table half (id int)')
  expect(await migrate(owner, settings)).toEqual([`t_${slug}/0003-bad.sql`])
  expect(await migrate(owner, settings)).toEqual([])
})

test('a migration that was edited after it had been applied is refused', async () => {
  const { slug, owner, write, settings } = await openTrial()
  await write('0002-good.sql', 'create table good (id int)')
  await createTenant(owner, { slug, name: 'Tỉnh Thử', hosts: [] }, settings)
  await write('0002-good.sql', 'create table good (id int, name text)')
  await expect(migrate(owner, settings)).rejects.toThrow('0002-good.sql failed')
})

test('two programs that migrate at the same moment do the work once', async () => {
  const { slug, owner, write, settings } = await openTrial()
  await createTenant(owner, { slug, name: 'Tỉnh Thử', hosts: [] }, settings)
  await write('0002-good.sql', 'create table good (id int)')
  const done = await Promise.all([migrate(owner, settings), migrate(owner, settings)])
  expect(done.flat()).toEqual([`t_${slug}/0002-good.sql`])
})
