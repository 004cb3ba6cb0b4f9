import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from '../sync-folder.ts'
import { hasCode } from './processes.ts'
import { trouble } from './trouble.ts'

const schema = z.object({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  /** Where cluster and binaries lie when not in `<data folder>/postgres`. */
  outside: z.string().nullable(),
  user: z.string(),
  password: z.string(),
  /** False until initdb has ended: an empty place is an error afterwards, not before. */
  initialised: z.boolean(),
  /** Of the running server, or of one that was killed. */
  socketFolder: z.string().nullable(),
})

/** `postgres.json` in the data folder: where its database is and how to enter it. Mode 0600. */
export type Pointer = z.infer<typeof schema>

export const port = 5432

export function pointerFile(dataFolder: string): string {
  return join(dataFolder, 'postgres.json')
}

export function newPointer(): Pointer {
  return {
    id: randomBytes(6).toString('hex'),
    outside: null,
    user: 'giao_uoc',
    password: randomBytes(24).toString('base64url'),
    initialised: false,
    socketFolder: null,
  }
}

export async function readPointer(dataFolder: string): Promise<Pointer | undefined> {
  const file = pointerFile(dataFolder)
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    if (hasCode(error, 'EACCES')) throw trouble((t) => t.folderNotYours(dataFolder, userInfo().username), error)
    throw trouble((t) => t.pointerUnreadable(file), error)
  }
}

export async function writePointer(dataFolder: string, pointer: Pointer): Promise<void> {
  const file = pointerFile(dataFolder)
  const making = await open(`${file}.making`, 'w', 0o600)
  await making.writeFile(`${JSON.stringify(pointer, null, 2)}\n`)
  await making.sync()
  await making.close()
  await rename(`${file}.making`, file)
  await syncFolder(dirname(file))
}

/** The connection string of the embedded server; `pg` takes the socket's folder as host. */
export function serverUrl(pointer: Pointer, socketFolder: string, database = 'giao_uoc'): string {
  const host = encodeURIComponent(socketFolder)
  return `postgres://${pointer.user}:${pointer.password}@localhost:${port}/${database}?host=${host}`
}
