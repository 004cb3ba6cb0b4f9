import { runMigrations } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import { appliedTo, installationSchema, readMigrations, type MigrationFile } from './migration-files.ts'
import { tenantPassword, tenantSchema } from './tenant-role.ts'

export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'
  constructor(schema: string, migration: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`${migration} failed in ${schema} and left nothing behind: ${reason}`, { cause })
  }
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

/** Applies what is missing, each file in a transaction of its own: a broken run goes on where it stopped. */
async function migrateSchema(client: PoolClient, schema: string, files: readonly MigrationFile[]) {
  const done: string[] = []
  await client.query(
    `create table if not exists ${schema}.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  const before = new Map((await appliedTo(client, schema)).map(({ name, checksum }) => [name, checksum]))
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
  // Compiling a query of a province costs seconds and saves milliseconds.
  await client.query(`alter role ${schema} set jit = off`)
  await client.query(`grant usage on schema ${schema}, extensions to ${schema}`)
  await client.query(`grant execute on function extensions.enqueue_job(text, json, text, timestamptz) to ${schema}`)
  await client.query(
    `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${schema}`,
  )
  await client.query(`alter default privileges in schema ${schema} grant usage on sequences to ${schema}`)
}

export interface MigrateOptions {
  /** The folder that holds `installation/` and `migrations/`. */
  sqlRoot: URL
  secretKey: string
}

/** Brings the installation and every tenant up to date; answers with the names of what was applied. */
export async function migrate(owner: Pool, options: MigrateOptions): Promise<string[]> {
  const { forAll, forTenant } = await readMigrations(options.sqlRoot)
  return holdingTheLock(owner, async (client) => {
    const done = await migrateInstallation(owner, client, forAll)
    const tenants = await client.query<{ slug: string }>('select slug from giao_uoc.tenant order by slug')
    for (const { slug } of tenants.rows) done.push(...(await migrateTenant(client, slug, forTenant, options.secretKey)))
    return done
  })
}

/** What all tenants share, by these files alone. */
export async function migrateInstallation(owner: Pool, client: PoolClient, files: readonly MigrationFile[]) {
  await runMigrations({ pgPool: owner })
  await client.query(`create schema if not exists ${installationSchema}`)
  return migrateSchema(client, installationSchema, files)
}

/** One tenant's role and schema, by these files alone. */
export async function migrateTenant(
  client: PoolClient,
  slug: string,
  files: readonly MigrationFile[],
  secretKey: string,
) {
  const schema = tenantSchema(slug)
  await prepareTenant(client, slug, secretKey)
  const done = await migrateSchema(client, schema, files)
  await client.query(`revoke insert, update, delete on ${schema}.migration from ${schema}`)
  return done
}
