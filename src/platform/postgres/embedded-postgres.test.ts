import { existsSync } from 'node:fs'
import { appendFile, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findPackage } from './binaries.ts'
import { findRunningPostgres } from './data-folder.ts'
import { readPointer } from './pointer.ts'
import { processesOf } from './processes.ts'
import { serverName } from './place.ts'
import { resetEmbeddedPostgres } from './reset-embedded.ts'
import { query, runsAsRoot, start, trialData } from './trial.ts'

async function homeOf(dataFolder: string): Promise<string> {
  return (await readPointer(dataFolder))?.outside ?? join(dataFolder, 'postgres')
}

test('rows are there after a stop and a start, and a stopped server leaves nothing behind', async () => {
  const dataFolder = await trialData()
  const first = await start(dataFolder)
  await query(first.url, "create table kept as select 'Hội Nông dân' as name")
  await first.stop()
  expect(processesOf(serverName(await homeOf(dataFolder))).all).toEqual([])
  expect(existsSync(first.place.socketFolder)).toBe(false)

  const second = await start(dataFolder)
  expect(await query(second.url, 'select name from kept')).toEqual([{ name: 'Hội Nông dân' }])
})

test('the server speaks Vietnamese, keeps what it acknowledged, and listens to no network', async () => {
  const { url } = await start(await trialData(), { sync: true })
  const names = "unnest(array['Đỗ','Hả','ạ','Ha','Đa','Hà','Ă','Dũng','A']) as name"
  expect(
    await query(url, `select string_agg(name, ' ' order by name collate "vi-x-icu") as list from ${names}`),
  ).toEqual([{ list: 'A ạ Ă Dũng Đa Đỗ Ha Hà Hả' }])
  expect(await query(url, "select lower('ĐẶNG THỊ') as name")).toEqual([{ name: 'đặng thị' }])
  const settings = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'TimeZone',
    'server_encoding',
  ]
  const asked = settings.map((name) => `current_setting('${name}')`).join(" || ' ' || ")
  expect(await query(url, `select ${asked} as are`)).toEqual([{ are: 'on on on  Asia/Ho_Chi_Minh UTF8' }])
})

test('only the owner may read the password, enter the cluster and see the socket', async () => {
  const dataFolder = await trialData()
  const { place } = await start(dataFolder)
  const modes = await Promise.all(
    [join(dataFolder, 'postgres.json'), place.cluster, place.socketFolder].map((path) => stat(path)),
  )
  expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o700, 0o700])
})

test('a data folder that others may not enter gets its database all the same', async () => {
  const dataFolder = await trialData({ closed: true })
  const first = await start(dataFolder)
  expect(first.place.cluster.startsWith(dataFolder)).toBe(!runsAsRoot)
  await query(first.url, 'create table kept as select 1 as number')
  await first.stop()
  const second = await start(dataFolder)
  expect(await query(second.url, 'select number from kept')).toEqual([{ number: 1 }])
  await second.stop()

  await resetEmbeddedPostgres(dataFolder)
  expect(existsSync(dirname(first.place.cluster))).toBe(false)
  const third = await start(dataFolder)
  expect(await query(third.url, "select to_regclass('kept') as found")).toEqual([{ found: null }])
})

test('the deepest of paths does for the data folder', async () => {
  const { url } = await start(await trialData({ path: Array(12).fill('một-thư-mục-tên-dài').join('/') }))
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a second start is refused and names the process that is in the way', async () => {
  const dataFolder = await trialData()
  const server = await start(dataFolder)
  await expect(start(dataFolder)).rejects.toMatchObject({
    name: 'PostgresTrouble',
    sentence: {
      vi: expect.stringContaining(`tiến trình ${process.pid}`),
      en: expect.stringContaining(`process ${process.pid}`),
    },
  })
  await expect(resetEmbeddedPostgres(dataFolder)).rejects.toThrow(`process ${process.pid}`)
  expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a running server is found by its data folder, a stopped one is not', async () => {
  const dataFolder = await trialData()
  expect(await findRunningPostgres(dataFolder)).toBeUndefined()
  const server = await start(dataFolder)
  expect(await findRunningPostgres(dataFolder)).toBe(server.url)
  await server.stop()
  expect(await findRunningPostgres(dataFolder)).toBeUndefined()
})

test('an initialisation that was cut short is begun anew', async () => {
  const dataFolder = await trialData()
  await (await start(dataFolder)).stop()
  const home = await homeOf(dataFolder)
  await mkdir(join(home, 'making'))
  await rename(join(home, 'cluster'), join(home, 'making', 'cluster'))
  await rm(join(home, 'making', 'cluster', 'global'), { recursive: true })
  const pointer = await readPointer(dataFolder)
  await writeFile(join(dataFolder, 'postgres.json'), JSON.stringify({ ...pointer, initialised: false }))

  const { url } = await start(dataFolder)
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(join(home, 'making'))).toBe(false)
})

test('a database that has vanished is not silently replaced by an empty one', async () => {
  const dataFolder = await trialData()
  const server = await start(dataFolder)
  await server.stop()
  await rm(server.place.cluster, { recursive: true })
  await expect(start(dataFolder)).rejects.toThrow('is gone: restore it')
})

test('a lost or broken pointer is told, and a reset mends it', async () => {
  const dataFolder = await trialData()
  await (await start(dataFolder)).stop()
  await rm(join(dataFolder, 'postgres.json'))
  await expect(start(dataFolder)).rejects.toThrow('is missing: bring it back')
  await writeFile(join(dataFolder, 'postgres.json'), '{"id":')
  await expect(start(dataFolder)).rejects.toThrow('cannot be read: bring it back')
  await resetEmbeddedPostgres(dataFolder)
  await start(dataFolder)
})

test('data of another version of PostgreSQL is left alone', async () => {
  const dataFolder = await trialData()
  const server = await start(dataFolder)
  await server.stop()
  await writeFile(join(server.place.cluster, 'PG_VERSION'), '17\n')
  await expect(start(dataFolder)).rejects.toThrow('written by PostgreSQL 17')
})

test('a moved data folder keeps its database; a copied one does not take that of the original', async () => {
  const [original, copy] = [await trialData({ closed: true }), await trialData({ closed: true })]
  const first = await start(original)
  await query(first.url, 'create table kept as select 1 as number')
  await cp(join(original, 'postgres.json'), join(copy, 'postgres.json'))
  const refusal = runsAsRoot ? `belongs to the data folder ${original}` : 'is gone'
  await expect(start(copy)).rejects.toThrow(refusal)
  expect(await query(first.url, 'select number from kept')).toEqual([{ number: 1 }])
  await first.stop()

  await rm(copy, { recursive: true })
  await rename(original, copy)
  const moved = await start(copy)
  expect(await query(moved.url, 'select number from kept')).toEqual([{ number: 1 }])
})

test('a postmaster.pid that names a dead or an unrelated living process is no obstacle', async () => {
  const dataFolder = await trialData()
  const server = await start(dataFolder)
  const file = join(server.place.cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await server.stop()
  for (const pid of [2 ** 22 + 1, process.pid]) {
    await writeFile(file, [pid, ...lines.slice(1)].join('\n'))
    const again = await start(dataFolder)
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await again.stop()
  }
})

test('a server that cannot start says why', async () => {
  const dataFolder = await trialData()
  const server = await start(dataFolder)
  await server.stop()
  await appendFile(join(server.place.cluster, 'postgresql.conf'), "shared_buffers = 'plenty'\n")
  await expect(start(dataFolder)).rejects.toThrow('invalid value for parameter "shared_buffers": "plenty"')
})

test('a machine for which there are no binaries is sent to DATABASE_URL', async () => {
  await expect(findPackage('darwin-arm64')).rejects.toMatchObject({
    name: 'PostgresTrouble',
    sentence: { vi: expect.stringContaining('đặt DATABASE_URL'), en: expect.stringContaining('set DATABASE_URL') },
  })
})
