import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { syncFolder } from './sync-folder.ts'
import type { Tx } from './database/database.ts'

/** Bytes by their SHA-256. A driver keeps them; the same bytes are kept once. */
export interface FileStore {
  put(sha256: string, bytes: Uint8Array): Promise<void>
  get(sha256: string): Promise<Uint8Array>
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A file that was damaged since is not held: whoever brings its bytes again mends it. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  return readFile(path).then(
    (kept) => Buffer.compare(kept, bytes) === 0,
    () => false,
  )
}

async function writeSynced(path: string, bytes: Uint8Array) {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Written beside its place, synced and moved there: a kill at any moment, or a disk that is full, leaves the whole file
 * or none.
 */
async function writeWhole(path: string, bytes: Uint8Array) {
  await makeFolder(dirname(path))
  const beside = `${path}.${randomUUID()}`
  try {
    await writeSynced(beside, bytes)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

/** Where the bytes of a hash lie in a folder of files. */
export const filePlace = (folder: string, sha256: string) => join(folder, sha256.slice(0, 2), sha256)

export function folderStore(folder: string): FileStore {
  const place = (sha256: string) => filePlace(folder, sha256)
  return {
    async put(sha256, bytes) {
      const path = place(sha256)
      if (!(await holds(path, bytes))) await writeWhole(path, bytes)
    },
    async get(sha256) {
      return readFile(place(sha256))
    },
  }
}

/** Keeps bytes and registers them. Bytes without a row are harmless; a row without bytes cannot be. */
export async function storeFile(tx: Tx, files: FileStore, bytes: Uint8Array, mediaType: string): Promise<string> {
  const sha256 = sha256Of(bytes)
  await files.put(sha256, bytes)
  await tx
    .insertInto('stored_file')
    .values({ sha256, length: bytes.length, media_type: mediaType })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return sha256
}
