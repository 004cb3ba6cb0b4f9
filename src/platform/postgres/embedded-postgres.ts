import { findPackage, type Package, prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { lockDataFolder, openDataFolder } from './data-folder.ts'
import { diskTrouble } from './disk-trouble.ts'
import { settlePlace } from './place.ts'
import { serverUrl, writePointer } from './pointer.ts'
import { hasCode } from './processes.ts'
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
  const installed = await findPackage()
  const dataFolder = await openDataFolder(options.dataFolder)
  const lock = await lockDataFolder(dataFolder)
  try {
    const server = await startLocked({ ...options, dataFolder }, installed)
    const stop = async () => {
      await server.stop()
      await lock.release()
    }
    return { ...server, stop }
  } catch (error) {
    await lock.release()
    throw hasCode(error, 'ENOSPC', 'EDQUOT', 'EROFS') ? ((await diskTrouble(dataFolder, error)) ?? error) : error
  }
}

async function startLocked(options: EmbeddedOptions, installed: Package): Promise<EmbeddedPostgres> {
  const { dataFolder, sync = true } = options
  const { place, pointer: found } = await settlePlace(dataFolder)
  const binaries = await prepareBinaries(installed, place.user, place.home)
  const pointer = await prepareCluster(place, found, { binaries, sync })

  if (pointer.socketFolder !== null) await removeSocketFolder(pointer.socketFolder)
  const socketFolder = await makeSocketFolder(place.user)
  await writePointer(dataFolder, { ...pointer, socketFolder })

  const always = serverUrl(pointer, socketFolder, 'postgres')
  const { stop } = await serve({ place, binaries, socketFolder, sync, url: always }, options)
  const places = { cluster: place.cluster, binaries: binaries.folder, logs: logFolder(place), socketFolder }
  return { url: serverUrl(pointer, socketFolder), place: { ...places, user: place.user.name }, stop }
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
