import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** A file on this machine, with what was learnt of it while it was written. */
export interface FileOnDisk {
  readonly path: string
  readonly length: number
  readonly sha256: string
}

/** Bytes in memory, or in a file, where they are too many to be held. */
export type Content = Uint8Array | FileOnDisk

export const isOnDisk = (content: Content): content is FileOnDisk => 'path' in content

/** All of it: for processes that may be lost, and for what is small. */
export const bytesOf = async (content: Content): Promise<Uint8Array> =>
  isOnDisk(content) ? readFile(content.path) : content

/** The first bytes, enough to tell what it is. */
export async function headOf(content: Content, most = 4096): Promise<Uint8Array> {
  if (!isOnDisk(content)) return content.subarray(0, most)
  const handle = await open(content.path)
  try {
    const head = Buffer.alloc(Math.min(most, content.length))
    await handle.read(head, 0, head.length, 0)
    return head
  } finally {
    await handle.close()
  }
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export const chunksOf = (content: Content): Chunks => (isOnDisk(content) ? createReadStream(content.path) : [content])

/** Writes a new file chunk by chunk and syncs it: what is held at once is one chunk. */
export async function writeChunks(path: string, chunks: Chunks): Promise<FileOnDisk> {
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let length = 0
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      length += chunk.length
      await handle.appendFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { path, length, sha256: hash.digest('hex') }
}

/** Chunks as a file of this machine for as long as it is used. */
export async function asFile<Answer>(
  folder: string,
  chunks: Chunks,
  use: (file: FileOnDisk) => Promise<Answer>,
): Promise<Answer> {
  await makeFolder(folder)
  const path = join(folder, `tam-${randomUUID()}`)
  try {
    return await use(await writeChunks(path, chunks))
  } finally {
    await rm(path, { force: true })
  }
}

/** Chunks as the body of an answer; they are asked for one by one, as the reader takes them. */
export function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const each = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await each.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await each.return?.()
    },
  })
}
