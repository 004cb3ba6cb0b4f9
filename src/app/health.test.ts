import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { sqlRoot, testSecret } from '../../test/global-setup.ts'
import { openSmallDisk } from '../../test/small-disk.ts'
import { openPool } from '#platform/database/database.ts'
import type { Web } from '#platform/web.ts'
import { addHealth } from './health.ts'

async function answer(dataFolder: string, isWorking: boolean) {
  const { ownerUrl } = await testDatabase()
  const owner = openPool(ownerUrl, { max: 4, onError: () => {} })
  const web = new Hono<Web>()
  addHealth(web, { owner, dataFolder, migrations: { sqlRoot, secretKey: testSecret } }, () => isWorking)
  const response = await web.request('/readyz')
  await owner.end()
  return { status: response.status, said: await response.json() }
}

const fine = { database: true, migrations: true, worker: true, disk: true }

test('ready when database, migrations, worker and disk are', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gu-ready-'))
  expect(await answer(dataFolder, true)).toEqual({ status: 200, said: fine })
  expect(await answer(dataFolder, false)).toEqual({ status: 503, said: { ...fine, worker: false } })
})

test('not ready while nothing can be written', async () => {
  const disk = await openSmallDisk(64)
  const dataFolder = disk?.folder ?? (await mkdtemp(join(tmpdir(), 'gu-ready-')))
  if (disk === undefined) await chmod(dataFolder, 0o500)
  else await writeFile(join(dataFolder, 'fill'), Buffer.alloc(80_000)).catch(() => undefined)
  expect(await answer(dataFolder, true)).toEqual({ status: 503, said: { ...fine, disk: false } })
  if (disk === undefined) return rm(dataFolder, { recursive: true })
  return disk.remove()
})
