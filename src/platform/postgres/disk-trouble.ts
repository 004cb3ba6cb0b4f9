import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { hasCode } from './processes.ts'
import { type PostgresTrouble, trouble } from './trouble.ts'

/** Two segments of the write-ahead log: with less, a server neither works nor recovers. */
const leastBytes = 32 * 1024 * 1024

async function hasNoRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < leastBytes
}

async function isReadOnly(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => false,
    (error: unknown) => hasCode(error, 'EROFS'),
  )
}

/** What is wrong with the disk on which a server does not work, if that is the reason. */
export async function diskTrouble(folder: string, cause?: unknown): Promise<PostgresTrouble | undefined> {
  try {
    if (await isReadOnly(folder)) return trouble((t) => t.diskReadOnly(folder), cause)
    if (hasCode(cause, 'ENOSPC', 'EDQUOT') || (await hasNoRoom(folder)))
      return trouble((t) => t.diskFull(folder), cause)
  } catch {
    // A folder that cannot be asked tells of itself elsewhere.
  }
  return undefined
}
