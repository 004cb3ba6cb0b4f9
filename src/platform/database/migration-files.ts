import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import type { ClientBase, Pool } from 'pg'
import { tenantSchema } from './tenant-role.ts'

/** Where it is kept which migrations the installation itself has seen. */
export const installationSchema = 'giao_uoc_migrations'

export interface AppliedMigration {
  name: string
  checksum: string
}

export interface MigrationFile extends AppliedMigration {
  sql: string
}

async function readFolder(folder: URL): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** The migrations of this program: for the installation, and for every tenant. */
export async function readMigrations(sqlRoot: URL) {
  const [forAll, forTenant] = await Promise.all(
    ['installation/', 'migrations/'].map((name) => readFolder(new URL(name, sqlRoot))),
  )
  return { forAll: forAll ?? [], forTenant: forTenant ?? [] }
}

/** What a schema has seen, in the order in which it saw it; nothing where it is not there yet. */
export async function appliedTo(client: ClientBase | Pool, schema: string): Promise<AppliedMigration[]> {
  const there = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [`${schema}.migration`])
  if (there.rows[0]?.is !== true) return []
  const { rows } = await client.query<AppliedMigration>(
    `select name, checksum from ${schema}.migration order by applied_at, name`,
  )
  return rows
}

/** Whether the program brings what the installation or one of its tenants has not seen; `hasData` where a tenant is. */
export async function pendingMigrations(owner: Pool, sqlRoot: URL): Promise<{ pending: string[]; hasData: boolean }> {
  const { forAll, forTenant } = await readMigrations(sqlRoot)
  const missing = async (schema: string, files: readonly MigrationFile[]) => {
    const seen = new Set((await appliedTo(owner, schema)).map(({ name }) => name))
    return files.filter(({ name }) => !seen.has(name)).map(({ name }) => `${schema}/${name}`)
  }
  const pending = await missing(installationSchema, forAll)
  const slugs = await tenantSlugs(owner)
  for (const slug of slugs) pending.push(...(await missing(tenantSchema(slug), forTenant)))
  return { pending, hasData: slugs.length > 0 }
}

/** Also of an installation that was never migrated: then there are none. */
export async function tenantSlugs(client: ClientBase | Pool): Promise<string[]> {
  const there = await client.query<{ is: boolean }>(`select to_regclass('giao_uoc.tenant') is not null as is`)
  if (there.rows[0]?.is !== true) return []
  const { rows } = await client.query<{ slug: string }>('select slug from giao_uoc.tenant order by slug')
  return rows.map(({ slug }) => slug)
}
