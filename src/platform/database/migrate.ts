import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { tenantPassword, tenantSchema } from './tenant-role.ts'

export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'
  constructor(schema: string, migration: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`${migration} failed in ${schema} and left nothing behind: ${reason}`, { cause })
  }
}

interface MigrationFile {
  name: string
  sql: string
  checksum: string
}

async function readMigrations(folder: URL): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function inTransaction(client: PoolClient, work: () => Promise<void>) {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function applied(client: PoolClient, schema: string): Promise<Map<string, string>> {
  await client.query(
    `create table if not exists ${schema}.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from ${schema}.migration`,
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** Applies what is missing, each file in a transaction of its own: a broken run goes on where it stopped. */
async function migrateSchema(client: PoolClient, schema: string, files: readonly MigrationFile[]) {
  const done: string[] = []
  const before = await applied(client, schema)
  for (const file of files) {
    const checksum = before.get(file.name)
    if (checksum === file.checksum) continue
    if (checksum !== undefined) {
      throw new MigrationFailed(schema, file.name, new Error('the file was edited after it had been applied'))
    }
    try {
      await inTransaction(client, async () => {
        await client.query(`set local search_path = ${schema}, extensions`)
        await client.query(file.sql)
        await client.query(`insert into ${schema}.migration (name, checksum) values ($1, $2)`, [
          file.name,
          file.checksum,
        ])
      })
    } catch (error) {
      throw new MigrationFailed(schema, file.name, error)
    }
    done.push(`${schema}/${file.name}`)
  }
  return done
}

/** Two programs may start at once; the second waits, then finds nothing to do. */
const migrationLock = 0x6769_616f

async function holdingTheLock<Result>(owner: Pool, work: (client: PoolClient) => Promise<Result>) {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    client.release()
  }
}

/** The tenant's role is made anew each time, so that it fits the secret and the rights of this version. */
async function prepareTenant(client: PoolClient, slug: string, secretKey: string) {
  const schema = tenantSchema(slug)
  const password = tenantPassword(slug, secretKey)
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [schema])
  await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${schema} login password '${password}'`)
  await client.query(`create schema if not exists ${schema}`)
  await client.query(`alter role ${schema} set search_path = ${schema}, extensions`)
  await client.query(`grant usage on schema ${schema}, extensions to ${schema}`)
  await client.query(`grant execute on function extensions.enqueue_job(text, json, text, timestamptz) to ${schema}`)
  await client.query(
    `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${schema}`,
  )
  await client.query(`alter default privileges in schema ${schema} grant usage on sequences to ${schema}`)
}

const folder = (name: string, root: URL) => new URL(`${name}/`, root)

export interface MigrateOptions {
  /** The folder that holds `installation/` and `migrations/`. */
  sqlRoot: URL
  secretKey: string
}

/** Brings the installation and every tenant up to date; answers with the names of what was applied. */
export async function migrate(owner: Pool, options: MigrateOptions): Promise<string[]> {
  const forAll = await readMigrations(folder('installation', options.sqlRoot))
  const forTenant = await readMigrations(folder('migrations', options.sqlRoot))
  return holdingTheLock(owner, async (client) => {
    await runMigrations({ pgPool: owner })
    await client.query('create schema if not exists giao_uoc_migrations')
    const done = await migrateSchema(client, 'giao_uoc_migrations', forAll)
    const tenants = await client.query<{ slug: string }>('select slug from giao_uoc.tenant order by slug')
    for (const { slug } of tenants.rows) {
      const schema = tenantSchema(slug)
      await prepareTenant(client, slug, options.secretKey)
      done.push(...(await migrateSchema(client, schema, forTenant)))
      await client.query(`revoke insert, update, delete on ${schema}.migration from ${schema}`)
    }
    return done
  })
}
