import type { Pool } from 'pg'
import { installationSchema, tenantSlugs } from '../database/migration-files.ts'
import { tenantSchema } from '../database/tenant-role.ts'
import type { Manifest } from './manifest.ts'
import { backupTrouble } from './trouble.ts'

const register = `${installationSchema}.restore`

/** The restore that was begun and has not ended, if there is one. */
export async function unfinishedRestore(owner: Pool): Promise<Date | undefined> {
  const there = await owner.query<{ is: boolean }>('select to_regclass($1) is not null as is', [register])
  if (there.rows[0]?.is !== true) return undefined
  const { rows } = await owner.query<{ began_at: Date }>(
    `select began_at from ${register} where ended_at is null order by began_at desc limit 1`,
  )
  return rows[0]?.began_at
}

/** What is half restored is no installation: nothing may be served from it. */
export async function demandWhole(owner: Pool): Promise<void> {
  const since = await unfinishedRestore(owner)
  if (since !== undefined) throw backupTrouble((t) => t.halfRestored(since.toISOString()))
}

const restoreLock = 0x6769_7265

/** One restore at a time: a second one would clear away what the first brings. A kill frees the lock with its connection. */
export async function restoringAlone<Result>(owner: Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await owner.connect()
  try {
    const { rows } = await client.query<{ is: boolean }>('select pg_try_advisory_lock($1) as is', [restoreLock])
    if (rows[0]?.is !== true) throw backupTrouble((t) => t.restoreRunning)
    return await work()
  } finally {
    client.release(true)
  }
}

/** What a broken restore left, and nothing else. */
async function clear(owner: Pool, manifest: Manifest): Promise<void> {
  const slugs = [...(await tenantSlugs(owner)), ...manifest.tenants.map(({ slug }) => slug)]
  for (const slug of new Set(slugs)) await owner.query(`drop schema if exists ${tenantSchema(slug)} cascade`)
  await owner.query(`drop schema if exists extensions, giao_uoc cascade`)
  await owner.query(`drop table if exists ${installationSchema}.migration`)
}

/** Restores go into an empty installation, or into what a broken one left: that begins anew. */
export async function beginRestore(owner: Pool, manifest: Manifest, now: Date): Promise<void> {
  if ((await unfinishedRestore(owner)) !== undefined) await clear(owner, manifest)
  const slugs = await tenantSlugs(owner)
  if (slugs.length > 0) throw backupTrouble((t) => t.installationNotEmpty(slugs.join(', ')))
  for (const { slug } of manifest.tenants) {
    const { rowCount } = await owner.query('select from pg_namespace where nspname = $1', [tenantSchema(slug)])
    if (rowCount !== 0) throw backupTrouble((t) => t.schemaInTheWay(tenantSchema(slug)))
  }
  await owner.query(`create schema if not exists ${installationSchema}`)
  await owner.query(
    `create table if not exists ${register} (backup uuid not null, began_at timestamptz not null, ended_at timestamptz)`,
  )
  await owner.query(`insert into ${register} (backup, began_at) values ($1, $2)`, [manifest.id, now])
}

export async function endRestore(owner: Pool, now: Date): Promise<void> {
  await owner.query(`update ${register} set ended_at = $1 where ended_at is null`, [now])
}
