import { mkdtemp, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type DatabaseUser, giveTo } from './database-user.ts'
import { port } from './pointer.ts'
import { hasCode } from './processes.ts'

/**
 * A folder for the server's socket: short, since a socket's path may have 107 bytes; and fresh, since in /tmp
 * a folder of a name that can be guessed may be somebody else's. Mode 0700.
 */
export async function makeSocketFolder(user: DatabaseUser): Promise<string> {
  const folder = await mkdtemp('/tmp/gu-')
  await giveTo(user, folder)
  return folder
}

/** A stale lock file beside the socket keeps a server from starting, just as a stale postmaster.pid does. */
export async function removeSockets(folder: string): Promise<void> {
  const socket = join(folder, `.s.PGSQL.${port}`)
  await rm(socket, { force: true })
  await rm(`${socket}.lock`, { force: true })
}

export async function removeSocketFolder(folder: string): Promise<void> {
  try {
    await removeSockets(folder)
    await rmdir(folder)
  } catch (error) {
    // Gone after a reboot, or since then somebody else's: either way no longer ours to remove.
    if (!hasCode(error, 'ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EACCES', 'EPERM')) throw error
  }
}
