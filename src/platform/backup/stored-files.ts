import { createHash } from 'node:crypto'
import { link, mkdir, open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { ClientBase } from 'pg'
import { filePlace, OtherBytes, type FileStore } from '../files.ts'
import { hasCode } from '../postgres/processes.ts'
import { hashFile } from './copy-table.ts'
import { filesFolder, listName } from './manifest.ts'

/** Each is copied as it is read. */
const atOnce = 4
const batch = 500

/** Works a few at a time; answers in the order asked. */
async function mapAll<Item, Answer>(items: readonly Item[], work: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  const left = items.entries()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of left) answers[index] = await work(item)
    }),
  )
  return answers
}

/** The hashes that the tenants' registers name, each once, in order; inside the caller's snapshot. */
async function* registered(client: ClientBase, schemas: readonly string[]): AsyncGenerator<string[]> {
  if (schemas.length === 0) return
  const all = schemas.map((schema) => `select sha256 from ${schema}.stored_file`).join(' union ')
  await client.query(`declare stored no scroll cursor for select sha256 from (${all}) file order by sha256 collate "C"`)
  for (;;) {
    const { rows } = await client.query<{ sha256: string }>(`fetch ${batch} from stored`)
    if (rows.length === 0) break
    yield rows.map(({ sha256 }) => sha256)
  }
  await client.query('close stored')
}

interface Copying {
  from: FileStore
  to: FileStore
  folder: string
  /** An earlier backup: what it holds is linked instead of being copied. */
  earlier: string | undefined
}

/** Whether the file now lies in the backup, read back by its hash; bytes that changed meanwhile do not. */
async function keepFile(sha256: string, { from, to, folder, earlier }: Copying): Promise<number | undefined> {
  const place = filePlace(filesFolder(folder), sha256)
  if (earlier !== undefined && (await linkFrom(filePlace(filesFolder(earlier), sha256), place, sha256))) {
    return (await stat(place)).size
  }
  return copied(sha256, from, to)
}

/** A file that is gone, unreadable or changed is one matter; a disk that can do nothing more is another. */
async function copied(sha256: string, from: FileStore, to: FileStore): Promise<number | undefined> {
  let isFound = false
  try {
    return await from.lend(sha256, async (file) => {
      isFound = true
      await to.put(sha256, file)
      return file.length
    })
  } catch (error) {
    const isLost = error instanceof OtherBytes || !isFound || hasCode(error, 'EIO')
    if (hasCode(error, 'ENOSPC', 'EMFILE', 'ENFILE') || !isLost) throw error
    return undefined
  }
}

/** Two names for the same bytes; not on another file system, nor when they are no longer what they were. */
async function linkFrom(earlier: string, place: string, sha256: string): Promise<boolean> {
  if ((await hashFile(earlier)) !== sha256) return false
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  return link(earlier, place).then(
    () => true,
    () => false,
  )
}

/** Copies every registered file; answers with what the manifest tells of them. In batches, so that memory stays small. */
export async function copyStoredFiles(client: ClientBase, schemas: readonly string[], copying: Copying) {
  const list = await open(join(copying.folder, listName), 'wx', 0o600)
  const listHash = createHash('sha256')
  const missing: string[] = []
  let [count, bytes] = [0, 0]
  try {
    for await (const some of registered(client, schemas)) {
      const lengths = await mapAll(some, (sha256) => keepFile(sha256, copying))
      const kept = some.filter((_, index) => lengths[index] !== undefined)
      missing.push(...some.filter((_, index) => lengths[index] === undefined))
      const lines = kept.map((sha256) => `${sha256}  ${filePlace('files', sha256)}\n`).join('')
      listHash.update(lines)
      await list.appendFile(lines)
      count += kept.length
      bytes += lengths.reduce<number>((sum, length = 0) => sum + length, 0)
    }
    await list.sync()
  } finally {
    await list.close()
  }
  return { files: { count, bytes, listSha256: listHash.digest('hex') }, missing }
}

/** The hashes that the list of a backup names. */
async function* listed(folder: string): AsyncGenerator<string[]> {
  const file = await open(join(folder, listName))
  let some: string[] = []
  try {
    for await (const line of createInterface({ input: file.createReadStream({ autoClose: false }) })) {
      some.push(line.slice(0, 64))
      if (some.length < batch) continue
      yield some
      some = []
    }
    yield some
  } finally {
    await file.close()
  }
}

/** Every file of a backup that is not what the list says. */
export async function damagedFiles(folder: string): Promise<string[]> {
  const damaged: string[] = []
  for await (const some of listed(folder)) {
    const hashes = await mapAll(some, (sha256) => hashFile(filePlace(filesFolder(folder), sha256)))
    damaged.push(
      ...some.filter((sha256, index) => hashes[index] !== sha256).map((sha256) => filePlace('files', sha256)),
    )
  }
  return damaged
}

export async function bringFilesBack(folder: string, from: FileStore, to: FileStore): Promise<void> {
  for await (const some of listed(folder)) {
    await mapAll(some, async (sha256) => from.lend(sha256, (file) => to.put(sha256, file)))
  }
}
