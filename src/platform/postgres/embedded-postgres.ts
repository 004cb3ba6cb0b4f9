import { prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { lockDataFolder, openDataFolder } from './data-folder.ts'
import type { Lock } from './lock.ts'
import { settlePlace } from './place.ts'
import { serverUrl, writePointer } from './pointer.ts'
import { withClient } from './readiness.ts'
import { type Launch, logFolder } from './server-process.ts'
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts'
import { type Log, type Supervised, supervise } from './supervisor.ts'
import type { PostgresTrouble } from './trouble.ts'

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
