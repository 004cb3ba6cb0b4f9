import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Client, type ClientBase } from 'pg'
import { appliedTo, installationSchema, tenantSlugs } from '../database/migration-files.ts'
import { tenantSchema } from '../database/tenant-role.ts'
import { folderStore, type FileStore } from '../files.ts'
import { newId } from '../id.ts'
import { makeFolder } from '../make-folder.ts'
import { copyOut, settleText } from './copy-table.ts'
import { currentFormat, filesFolder, secretFingerprint, secretPath, tablePath, waitingSchema } from './manifest.ts'
import { writeManifest, type Manifest, type SchemaParts, type TableEntry } from './manifest.ts'
import { rowsQuery, sequencesOf, tableName, tablesOf } from './read-schema.ts'
import { demandRoom } from './room.ts'
import { copyStoredFiles } from './stored-files.ts'
import { backupTrouble, sayingDiskErrors } from './trouble.ts'
import { waitingJobs } from './waiting-jobs.ts'

/** What a backup is made of. */
export interface BackupSource {
  ownerUrl: string
  files: FileStore
  dataFolder: string
  secretKey: string
  /** Version of the program. */
  program: string
}

export interface BackupOptions {
  /** New or empty. */
  folder: string
  now: Date
  /** A backup from before: the files it holds are linked. */
  earlier?: string | undefined
  /** Names of secrets in the data folder that shall lie in it too. */
  secrets?: readonly string[]
}

/** Whoever holds the folder holds the records: readable by its owner alone. */
async function openFolder(folder: string): Promise<void> {
  await makeFolder(folder)
  if ((await readdir(folder)).length > 0) throw backupTrouble((t) => t.notEmpty(folder))
  await chmod(folder, 0o700)
  for (const name of ['files', 'tables', 'secrets']) await mkdir(join(folder, name), { mode: 0o700 })
}

/** Before the snapshot, and until the end: a table that is rewritten meanwhile looks empty to an older snapshot. */
async function beginHolding(client: ClientBase): Promise<void> {
  const names: string[] = []
  for (const schema of ['giao_uoc', ...(await tenantSlugs(client)).map(tenantSchema)]) {
    names.push(...(await tablesOf(client, schema)).map((table) => tableName(schema, table.name)))
  }
  await client.query('begin isolation level repeatable read read only')
  if (names.length > 0) await client.query(`lock table ${names.join(', ')} in access share mode`)
}

/** One connection and one snapshot, so that all tables of all tenants are of the same moment. */
async function inSnapshot<Result>(url: string, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await settleText(client)
    await beginHolding(client)
    return await work(client)
  } finally {
    await client.end()
  }
}

async function copySchema(client: ClientBase, folder: string, schema: string, noted: string): Promise<SchemaParts> {
  await mkdir(join(folder, 'tables', schema), { mode: 0o700 })
  const tables: TableEntry[] = []
  for (const table of await tablesOf(client, schema)) {
    const copied = await copyOut(client, rowsQuery(schema, table), tablePath(folder, schema, table.name))
    tables.push({ name: table.name, columns: table.columns, ...copied })
  }
  return { migrations: await appliedTo(client, noted), tables, sequences: await sequencesOf(client, schema) }
}

async function copyTenants(client: ClientBase, folder: string, slugs: readonly string[]): Promise<Manifest['tenants']> {
  const tenants: Manifest['tenants'] = []
  for (const slug of slugs) {
    const schema = tenantSchema(slug)
    const parts = await copySchema(client, folder, schema, schema)
    const { rows } = await client.query<{ name: string; head: string | null }>(
      `select name, (select number::text from ${schema}.audit_head) as head from giao_uoc.tenant where slug = $1`,
      [slug],
    )
    const head = rows[0]?.head ?? null
    tenants.push({ ...parts, slug, name: rows[0]?.name ?? slug, auditHead: head === null ? null : Number(head) })
  }
  return tenants
}

/** A database that was never migrated has no queue yet. */
async function copyWaiting(client: ClientBase, folder: string): Promise<TableEntry | null> {
  const { name, columns, query } = waitingJobs
  const queue = await client.query<{ is: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as is`,
  )
  if (queue.rows[0]?.is !== true) return null
  await mkdir(join(folder, 'tables', waitingSchema), { mode: 0o700 })
  return { name, columns, ...(await copyOut(client, query, tablePath(folder, waitingSchema, name))) }
}

async function copySecrets(dataFolder: string, folder: string, names: readonly string[]): Promise<string[]> {
  const there = (await readdir(dataFolder)).filter((name) => names.includes(name))
  for (const name of there) {
    await copyFile(join(dataFolder, name), secretPath(folder, name))
    await chmod(secretPath(folder, name), 0o600)
  }
  return there
}

async function copyAll(client: ClientBase, source: BackupSource, options: BackupOptions): Promise<Manifest> {
  const { folder, earlier, secrets = [] } = options
  const slugs = await tenantSlugs(client)
  const server = await client.query<{ server_version: string }>('show server_version')
  const installation = await copySchema(client, folder, 'giao_uoc', installationSchema)
  const tenants = await copyTenants(client, folder, slugs)
  const waiting = await copyWaiting(client, folder)
  const to = folderStore(filesFolder(folder))
  const stored = await copyStoredFiles(client, slugs.map(tenantSchema), { from: source.files, to, folder, earlier })
  return {
    format: currentFormat,
    id: newId(options.now.getTime()),
    program: source.program,
    takenAt: options.now.toISOString(),
    host: hostname(),
    server: server.rows[0]?.server_version ?? '',
    secretFingerprint: secretFingerprint(source.secretKey),
    secrets: await copySecrets(source.dataFolder, folder, secrets),
    installation,
    tenants,
    waiting,
    ...stored,
  }
}

/**
 * Writes all records, of one moment, and their files; the manifest comes last. Files that cannot be read are named in
 * it. Throws `BackupTrouble`; a folder that was begun then holds no manifest.
 */
export async function writeBackup(source: BackupSource, options: BackupOptions): Promise<Manifest> {
  const { folder } = options
  return sayingDiskErrors(folder, async () => {
    await openFolder(folder)
    const manifest = await inSnapshot(source.ownerUrl, async (client) => {
      await demandRoom(client, folder)
      return copyAll(client, source, options)
    })
    await writeManifest(folder, manifest)
    return manifest
  })
}
