import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { giveTo, runAs } from './database-user.ts'
import type { Place } from './place.ts'
import { syncFolder } from '../sync-folder.ts'
import type { Pointer } from './pointer.ts'
import { trouble } from './trouble.ts'

/** First values for a machine with two cores; the operator may change them in the cluster's postgresql.conf. */
const firstSettings = {
  shared_buffers: '128MB',
  max_connections: '100',
  effective_cache_size: '512MB',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  // Rows quoted in error details are personal data.
  log_error_verbosity: 'terse',
}

type Options = { binaries: Binaries; sync: boolean }

/** Makes the database where there is none yet. One that initdb did not finish lies in `making` and is made anew. */
export async function prepareCluster(place: Place, pointer: Pointer, options: Options): Promise<Pointer> {
  await rm(join(place.home, 'making'), { recursive: true, force: true })
  if (!existsSync(place.cluster)) await initialise(place, pointer, options)
  await demandSameVersion(place.cluster, options.binaries.version)
  return { ...pointer, initialised: true }
}

async function initialise(place: Place, pointer: Pointer, { binaries, sync }: Options): Promise<void> {
  const making = join(place.home, 'making')
  const password = join(making, 'password')
  await mkdir(making, { mode: 0o700 })
  await giveTo(place.user, making)
  await writeFile(password, pointer.password, { mode: 0o600 })
  await giveTo(place.user, password)

  const cluster = join(making, 'cluster')
  const initdb = join(binaries.folder, 'bin', 'initdb')
  const asked = [...initdbArguments(pointer.user, sync), '--pwfile', password, '-D', cluster]
  const { succeeded, complaint } = await runAs(place.user, initdb, asked)
  if (!succeeded) throw trouble((t) => t.initialisationFailed(complaint))

  await rename(cluster, place.cluster)
  await syncFolder(place.home)
  await rm(making, { recursive: true })
}

function initdbArguments(user: string, sync: boolean): string[] {
  const settings = Object.entries(firstSettings).flatMap(([name, value]) => ['--set', `${name}=${value}`])
  const access = ['--username', user, '--auth', 'scram-sha-256']
  const letters = ['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C']
  return [...access, ...letters, ...settings, '--no-instructions', ...(sync ? [] : ['--no-sync'])]
}

async function demandSameVersion(cluster: string, version: string): Promise<void> {
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found !== version.split('.')[0]) throw trouble((t) => t.otherVersion(found, version))
}
