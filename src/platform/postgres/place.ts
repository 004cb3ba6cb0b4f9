import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseDatabaseUser, type DatabaseUser, mayEnter, nameOfUser } from './database-user.ts'
import { newPointer, type Pointer, pointerFile, readPointer, writePointer } from './pointer.ts'
import { hasCode } from './processes.ts'
import { trouble } from './trouble.ts'

/** Where the database of a data folder lies and who owns it. */
export type Place = {
  dataFolder: string
  /** Holds `cluster` and, where needed, a copy of the binaries. */
  home: string
  cluster: string
  /** The server's `cluster_name`: by it the processes of this very folder are recognised. */
  name: string
  user: DatabaseUser
}

// Not /var/tmp nor /tmp: what is cleaned by age or at boot is no place for a database.
const outsideFolders = ['/var/lib/giao-uoc', '/srv/giao-uoc', '/opt/giao-uoc']

/** Follows `postgres.json`, or decides on a place and writes it. To be called by the holder of the folder's lock. */
export async function settlePlace(dataFolder: string): Promise<{ place: Place; pointer: Pointer }> {
  const pointer = (await readPointer(dataFolder)) ?? (await beginPlace(dataFolder))
  const place = await followPointer(dataFolder, pointer)
  await refuseCopy(place, pointer)
  if (pointer.initialised && !existsSync(place.cluster)) throw trouble((t) => t.clusterGone(place.cluster))
  if (!(await mayEnter(place.user, place.home))) throw trouble((t) => t.closed(place.user.name, place.home))
  return { place, pointer }
}

export async function followPointer(dataFolder: string, pointer: Pointer): Promise<Place> {
  const home = pointer.outside ?? insideHome(dataFolder)
  const cluster = join(home, 'cluster')
  const owner = await ownerOf(cluster)
  const user = await chooseDatabaseUser(owner)
  if (owner !== undefined && owner !== user.uid) {
    const name = await nameOfUser(owner)
    throw trouble((t) => t.otherOwner(cluster, name))
  }
  const name = `gu-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  return { dataFolder, home, cluster, name, user }
}

/** Whether a folder is one that `beginPlace` made for this pointer, and so may be deleted. */
export function isOurs(dataFolder: string, pointer: Pointer): boolean {
  const allowed = outsideFolders.map((folder) => join(folder, pointer.id))
  return pointer.outside === null ? existsSync(dataFolder) : allowed.includes(pointer.outside)
}

export function insideHome(dataFolder: string): string {
  return join(dataFolder, 'postgres')
}

async function beginPlace(dataFolder: string): Promise<Pointer> {
  const inside = insideHome(dataFolder)
  const cluster = join(inside, 'cluster')
  if (existsSync(cluster)) throw trouble((t) => t.pointerMissing(pointerFile(dataFolder), cluster))
  const user = await chooseDatabaseUser()
  const pointer = newPointer()
  if (await mayEnter(user, dataFolder)) await makeHome(inside)
  else pointer.outside = await makeOutsideHome(user, pointer.id, dataFolder)
  await writePointer(dataFolder, pointer)
  return pointer
}

async function makeOutsideHome(user: DatabaseUser, id: string, dataFolder: string): Promise<string> {
  for (const folder of outsideFolders) {
    const home = join(folder, id)
    try {
      await mkdir(folder, { recursive: true })
      if ((await lstat(folder)).uid !== process.getuid?.()) continue
      await makeHome(folder)
      await makeHome(home)
      await writeFile(join(home, 'data-folder'), dataFolder)
    } catch (error) {
      if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR')) continue
      throw error
    }
    if (await mayEnter(user, home)) return home
    await rm(home, { recursive: true })
  }
  throw trouble((t) => t.noReachablePlace(user.name, outsideFolders.join(', ')))
}

async function makeHome(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

// A data folder that was copied points at the original's database; one that was moved takes its database along.
async function refuseCopy(place: Place, pointer: Pointer): Promise<void> {
  if (pointer.outside === null) return
  const note = join(place.home, 'data-folder')
  const noted = existsSync(note) ? await readFile(note, 'utf8') : place.dataFolder
  if (noted === place.dataFolder) return
  const other = await readPointer(noted).catch(() => undefined)
  if (other?.id === pointer.id) throw trouble((t) => t.belongsToOther(place.cluster, noted))
  await writeFile(note, place.dataFolder)
}

async function ownerOf(cluster: string): Promise<number | undefined> {
  try {
    return (await stat(cluster)).uid
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EACCES')) return undefined
    throw error
  }
}
