import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { chunksOf, isOnDisk, streamOf, writeChunks, type Content, type FileOnDisk } from './content.ts'
import { makeFolder } from './make-folder.ts'
import { syncFolder } from './sync-folder.ts'
import type { Tx } from './database/database.ts'

/** Bytes by their SHA-256. A driver keeps them; the same bytes are kept once. */
export interface FileStore {
  put(sha256: string, content: Content): Promise<void>
  /** All of it, held whole: for what is small, as papers are. */
  get(sha256: string): Promise<Uint8Array>
  /** Chunk by chunk, as it is sent. */
  stream(sha256: string): Promise<ReadableStream<Uint8Array>>
  /** As a file of this machine, for as long as it is used; nobody writes to it. */
  lend<Answer>(sha256: string, use: (file: FileOnDisk) => Promise<Answer>): Promise<Answer>
}

export const sha256Of = (content: Content) =>
  isOnDisk(content) ? content.sha256 : createHash('sha256').update(content).digest('hex')

/** Bytes that are not, or no longer, those of their hash. */
export class OtherBytes extends Error {
  override readonly name = 'OtherBytes'
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

/** A file that was damaged since is not held: whoever brings its bytes again mends it. */
const holds = (path: string, sha256: string): Promise<boolean> =>
  hashOf(path).then(
    (kept) => kept === sha256,
    () => false,
  )

/**
 * Written beside its place, synced and moved there: a kill at any moment, or a disk that is full, leaves the whole file
 * or none.
 */
async function writeWhole(path: string, sha256: string, content: Content) {
  await makeFolder(dirname(path))
  const beside = `${path}.${randomUUID()}`
  try {
    const written = await writeChunks(beside, chunksOf(content))
    if (written.sha256 !== sha256) throw new OtherBytes(`the bytes brought as ${sha256} are ${written.sha256}`)
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
    async put(sha256, content) {
      const path = place(sha256)
      if (!(await holds(path, sha256))) await writeWhole(path, sha256, content)
    },
    async get(sha256) {
      return readFile(place(sha256))
    },
    async stream(sha256) {
      return streamOf((await open(place(sha256))).createReadStream())
    },
    async lend(sha256, use) {
      const path = place(sha256)
      await access(path, constants.R_OK)
      return use({ path, length: (await stat(path)).size, sha256 })
    },
  }
}

/** Keeps bytes and registers them. Bytes without a row are harmless; a row without bytes cannot be. */
export async function storeFile(tx: Tx, files: FileStore, content: Content, mediaType: string): Promise<string> {
  const sha256 = sha256Of(content)
  await files.put(sha256, content)
  await tx
    .insertInto('stored_file')
    .values({ sha256, length: content.length, media_type: mediaType })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return sha256
}
