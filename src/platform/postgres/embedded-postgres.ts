import { mkdir, realpath } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { type Lock, Locked, lockHolder, takeLock } from './lock.ts'
import { settlePlace } from './place.ts'
import { readPointer, serverUrl, writePointer } from './pointer.ts'
import { hasCode } from './processes.ts'
import { withClient } from './readiness.ts'
import { type Launch, logFolder } from './server-process.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { type Log, type Supervised, supervise } from './supervisor.ts'
import { type PostgresTrouble, trouble } from './trouble.ts'

export type EmbeddedOptions = {
  dataFolder: string
  /** False only in tests: faster, and a power failure may lose everything. */
  sync?: boolean
  log?: Log
  /** The server ended too often and will not be started again: time to end the program. */
  onGivenUp?: (trouble: PostgresTrouble) => void
}

export type EmbeddedPostgres = {
  /** `postgres://…` of a superuser, over a socket; it stays the same while the program runs. */
  url: string
  place: { cluster: string; binaries: string; logs: string; socketFolder: string; user: string }
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL of a data folder, and makes it at the first time. One program at a time: a second start throws.
 * Throws `PostgresTrouble`, whose sentence tells the operator what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = await openDataFolder(options.dataFolder)
  const lock = await lockDataFolder(dataFolder)
  try {
    return await startLocked(dataFolder, options, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The connection string of the server that another process of this machine runs on the data folder, if any. */
export async function findRunningPostgres(dataFolder: string): Promise<string | undefined> {
  const pointer = await readPointer(dataFolder)
  if (pointer?.socketFolder === undefined || pointer.socketFolder === null) return undefined
  if ((await lockHolder(lockFile(dataFolder))) === undefined) return undefined
  return serverUrl(pointer, pointer.socketFolder)
}

export async function lockDataFolder(dataFolder: string): Promise<Lock> {
  try {
    return await takeLock(lockFile(dataFolder))
  } catch (error) {
    if (error instanceof Locked) throw trouble((t) => t.inUse(dataFolder, error.pid), error)
    throw asFolderTrouble(error, dataFolder)
  }
}

async function startLocked(dataFolder: string, options: EmbeddedOptions, lock: Lock): Promise<EmbeddedPostgres> {
  const { sync = true } = options
  const { place, pointer: found } = await settlePlace(dataFolder)
  const binaries = await prepareBinaries(place.user, place.home)
  const pointer = await prepareCluster(place, found, { binaries, sync })

  if (pointer.socketFolder !== null) await removeSocketFolder(pointer.socketFolder)
  const socketFolder = await makeSocketFolder(place.user)
  await writePointer(dataFolder, { ...pointer, socketFolder })

  const always = serverUrl(pointer, socketFolder, 'postgres')
  const server = await serve({ place, binaries, socketFolder, sync, url: always }, options)
  return {
    url: serverUrl(pointer, socketFolder),
    place: {
      cluster: place.cluster,
      binaries: binaries.folder,
      logs: logFolder(place),
      socketFolder,
      user: place.user.name,
    },
    async stop() {
      await server.stop()
      await lock.release()
    },
  }
}

async function serve(launch: Launch, { log = () => undefined, onGivenUp = () => undefined }: EmbeddedOptions) {
  let server: Supervised | undefined
  const stop = async () => {
    await server?.stop()
    await removeSocketFolder(launch.socketFolder)
  }
  try {
    server = await supervise(launch, log, onGivenUp)
    await makeDatabase(launch.url)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

async function makeDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'giao_uoc'")
    if (rowCount === 0) await client.query('create database giao_uoc')
  })
}

function lockFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.lock')
}

async function openDataFolder(dataFolder: string): Promise<string> {
  try {
    await mkdir(dataFolder, { recursive: true })
    return await realpath(dataFolder)
  } catch (error) {
    throw asFolderTrouble(error, dataFolder)
  }
}

function asFolderTrouble(error: unknown, dataFolder: string): unknown {
  if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return error
  return trouble((t) => t.folderNotYours(dataFolder, userInfo().username), error)
}
