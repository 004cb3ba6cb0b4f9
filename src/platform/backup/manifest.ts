import { createHmac } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { hasCode } from '../postgres/processes.ts'
import { syncFolder } from '../sync-folder.ts'
import { backupTrouble } from './trouble.ts'

/** Raised when a program can no longer read what an older one wrote. */
const ownFormat = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Becomes part of a path, or of SQL: a backup may come from anywhere. */
const plainName = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/)
const migration = z.object({ name: z.string(), checksum: sha256 })

const table = z.object({
  name: plainName,
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the compressed file, by which it is checked before anything is restored. */
  sha256,
  /** Of the rows themselves as COPY text in the order of their key: equal tables have equal ones. */
  contentSha256: sha256,
})

const schemaParts = z.object({
  /** In the order in which they were applied. */
  migrations: z.array(migration),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), last: z.number().int() })),
})

const manifest = z.object({
  format: z.number().int(),
  id: z.uuid(),
  /** Version of the program that wrote it. */
  program: z.string(),
  takenAt: z.iso.datetime(),
  host: z.string(),
  server: z.string(),
  /** Tells whether a secret is the one that seals in these tables were made with; of no use for guessing it. */
  secretFingerprint: z.string(),
  /** Which of the data folder's secrets lie in it, by name. */
  secrets: z.array(plainName),
  installation: schemaParts,
  tenants: z.array(
    schemaParts.extend({
      slug: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
      name: z.string(),
      auditHead: z.number().int().nullable(),
    }),
  ),
  /** Jobs of tenants that had not been done. */
  waiting: table.nullable(),
  /** `list` has a line for each stored file, as sha256sum reads it. */
  files: z.object({ count: z.number().int(), bytes: z.number().int(), listSha256: sha256 }),
  /** Stored files that could not be read when the backup was made. */
  missing: z.array(z.string()),
})

export type Manifest = z.infer<typeof manifest>
export type SchemaParts = z.infer<typeof schemaParts>
export type TableEntry = z.infer<typeof table>

export const manifestName = 'manifest.json'
export const listName = 'files.sha256'
export const currentFormat = ownFormat

/** Where a table's rows lie in a backup. */
export const tablePath = (folder: string, schema: string, name: string) => join(folder, 'tables', schema, `${name}.gz`)
export const filesFolder = (folder: string) => join(folder, 'files')
export const secretPath = (folder: string, name: string) => join(folder, 'secrets', name)
export const waitingSchema = 'queue'

export const secretFingerprint = (secret: string) =>
  createHmac('sha256', secret).update('giao-uoc backup').digest('hex').slice(0, 16)

/** The last thing that is written: what has no manifest is no backup. */
export async function writeManifest(folder: string, value: Manifest): Promise<void> {
  const file = join(folder, manifestName)
  const making = await open(`${file}.making`, 'w', 0o600)
  try {
    await making.writeFile(`${JSON.stringify(value, null, 1)}\n`)
    await making.sync()
  } finally {
    await making.close()
  }
  await rename(`${file}.making`, file)
  await syncFolder(folder)
}

export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, manifestName)
  const read = parse(await readText(folder, file), file)
  const { format } = z.object({ format: z.number() }).catch({ format: 0 }).parse(read)
  if (format > ownFormat) throw backupTrouble((t) => t.newerFormat(format, ownFormat))
  const { success, data, error } = manifest.safeParse(read)
  if (!success) throw backupTrouble((t) => t.manifestUnreadable(file), error)
  return data
}

async function readText(folder: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) throw backupTrouble((t) => t.noBackup(folder), error)
    throw error
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw backupTrouble((t) => t.manifestUnreadable(file), error)
  }
}
