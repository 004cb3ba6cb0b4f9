import { mkdir, realpath } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { type Lock, Locked, lockHolder, takeLock } from './lock.ts'
import { readPointer, serverUrl } from './pointer.ts'
import { hasCode } from './processes.ts'
import { trouble } from './trouble.ts'

/** Makes the folder where it is missing; the path without symbolic links, by which the database is recognised. */
export async function openDataFolder(dataFolder: string): Promise<string> {
  try {
    await mkdir(dataFolder, { recursive: true })
    return await realpath(dataFolder)
  } catch (error) {
    throw asFolderTrouble(error, dataFolder)
  }
}

/** One process at a time owns a data folder's database; throws `PostgresTrouble` that names the one who does. */
export async function lockDataFolder(dataFolder: string): Promise<Lock> {
  try {
    return await takeLock(lockFile(dataFolder))
  } catch (error) {
    if (error instanceof Locked) throw trouble((t) => t.inUse(dataFolder, error.pid), error)
    throw hasCode(error, 'ENOSPC', 'EDQUOT')
      ? trouble((t) => t.diskFull(dataFolder), error)
      : asFolderTrouble(error, dataFolder)
  }
}

/** The connection string of the server that some process of this machine runs on the data folder, if one does. */
export async function findRunningPostgres(dataFolder: string): Promise<string | undefined> {
  const pointer = await readPointer(dataFolder)
  const holder = await lockHolder(lockFile(dataFolder))
  if (holder === undefined || !pointer?.socketFolder) return undefined
  return serverUrl(pointer, pointer.socketFolder)
}

function lockFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.lock')
}

function asFolderTrouble(error: unknown, dataFolder: string): unknown {
  if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return error
  return trouble((t) => t.folderNotYours(dataFolder, userInfo().username), error)
}
