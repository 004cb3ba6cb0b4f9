import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
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

/** A file in a home outside: the path of the data folder it belongs to. */
const note = 'data-folder'

/** Follows `postgres.json`, or decides on a place and writes it. To be called by the holder of the folder's lock. */
export async function settlePlace(dataFolder: string): Promise<{ place: Place; pointer: Pointer }> {
  const pointer = (await readPointer(dataFolder)) ?? (await beginPlace(dataFolder))
  if (pointer.outside !== null) await claimOutside(pointer.outside, pointer.id, dataFolder)
  const place = await followPointer(dataFolder, pointer)
  if (!(await mayEnter(place.user, place.home))) throw await whyClosed(place)
  if (pointer.initialised && !existsSync(place.cluster)) throw trouble((t) => t.clusterGone(place.cluster))
  return { place, pointer }
}

/** Every folder that holds a database of this data folder; none of another one that this was copied from. */
export async function homesOf(dataFolder: string): Promise<string[]> {
  const homes = [insideHome(dataFolder)]
  for (const folder of outsideFolders) {
    const names = existsSync(folder) ? await readdir(folder) : []
    for (const name of names) {
      if (await belongsTo(join(folder, name), name, dataFolder)) homes.push(join(folder, name))
    }
  }
  return homes.filter((home) => existsSync(home))
}

/** The `cluster_name` of a server: derived from where it lies, so that a copied database is another one. */
export function serverName(home: string): string {
  return `gu-${createHash('sha256').update(clusterIn(home)).digest('hex').slice(0, 12)}`
}

async function followPointer(dataFolder: string, pointer: Pointer): Promise<Place> {
  const home = pointer.outside ?? insideHome(dataFolder)
  const cluster = clusterIn(home)
  const owner = await ownerOf(cluster)
  const user = await chooseDatabaseUser(owner)
  if (owner !== undefined && owner !== user.uid) {
    const name = await nameOfUser(owner)
    throw trouble((t) => t.otherOwner(cluster, name))
  }
  return { dataFolder, home, cluster, name: serverName(home), user }
}

function insideHome(dataFolder: string): string {
  return join(dataFolder, 'postgres')
}

function clusterIn(home: string): string {
  return join(home, 'cluster')
}

async function beginPlace(dataFolder: string): Promise<Pointer> {
  const inside = insideHome(dataFolder)
  const cluster = clusterIn(inside)
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
      await writeFile(join(home, note), dataFolder)
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

async function claimOutside(home: string, id: string, dataFolder: string): Promise<void> {
  if (!existsSync(home)) return
  if (!(await belongsTo(home, id, dataFolder))) {
    const owner = await readNote(home)
    throw trouble((t) => t.belongsToOther(home, owner))
  }
  await writeFile(join(home, note), dataFolder)
}

// A data folder that was moved takes its database along; one that was copied points at the original's.
async function belongsTo(home: string, id: string, dataFolder: string): Promise<boolean> {
  const noted = await readNote(home)
  if (noted === dataFolder) return true
  const [here, there] = await Promise.all([idIn(dataFolder), idIn(noted)])
  return here === id && there !== id
}

async function idIn(dataFolder: string): Promise<string | undefined> {
  return (await readPointer(dataFolder).catch(() => undefined))?.id
}

async function readNote(home: string): Promise<string> {
  return readFile(join(home, note), 'utf8').catch(() => '')
}

async function whyClosed({ user, home, cluster }: Place): Promise<Error> {
  return existsSync(home) ? trouble((t) => t.closed(user.name, home)) : trouble((t) => t.clusterGone(cluster))
}

async function ownerOf(cluster: string): Promise<number | undefined> {
  try {
    return (await stat(cluster)).uid
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'EACCES')) return undefined
    throw error
  }
}
