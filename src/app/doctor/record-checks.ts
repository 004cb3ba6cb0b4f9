import type { Pool } from 'pg'
import { tenantSlugs } from '#platform/database/migration-files.ts'
import { tenantSchema } from '#platform/database/tenant-role.ts'
import { sha256Of, type FileStore } from '#platform/files.ts'
import { fine, found, type Check, type PatientWithDatabase } from './check.ts'

/** Of each tenant, when not all are asked for: enough to notice a folder that was lost, quick enough for every day. */
const sampled = 50
const pageLength = 500

async function* storedFiles(owner: Pool, schema: string, all: boolean): AsyncGenerator<string[]> {
  if (!all) {
    const some = `select sha256 from ${schema}.stored_file order by random() limit ${sampled}`
    yield (await owner.query<{ sha256: string }>(some)).rows.map(({ sha256 }) => sha256)
    return
  }
  for (let after = ''; ;) {
    const { rows } = await owner.query<{ sha256: string }>(
      `select sha256 from ${schema}.stored_file where sha256 > $1 order by sha256 limit ${pageLength}`,
      [after],
    )
    if (rows.length === 0) return
    yield rows.map(({ sha256 }) => sha256)
    after = rows.at(-1)?.sha256 ?? ''
  }
}

async function isWhole(files: FileStore, sha256: string): Promise<boolean> {
  return files.get(sha256).then(
    (bytes) => sha256Of(bytes) === sha256,
    () => false,
  )
}

/** One after the other: the doctor must not crowd out the people at work. */
async function lostOf(files: FileStore, some: readonly string[]): Promise<string[]> {
  const lost: string[] = []
  for (const sha256 of some) if (!(await isWhole(files, sha256))) lost.push(sha256)
  return lost
}

export async function checkFiles({ owner, files, isThorough }: PatientWithDatabase): Promise<Check[]> {
  let [read, all] = [0, 0]
  const lost: string[] = []
  for (const schema of (await tenantSlugs(owner)).map(tenantSchema)) {
    const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${schema}.stored_file`)
    all += rows[0]?.count ?? 0
    for await (const some of storedFiles(owner, schema, isThorough)) {
      lost.push(...(await lostOf(files, some)))
      read += some.length
    }
  }
  if (lost.length === 0) return [fine('files', (t) => t.files.whole(read, all))]
  return [
    found(
      'files',
      'bad',
      (t) => t.files.lost(lost.length, lost.slice(0, 5).join(', ')),
      (t) => t.files.mend,
    ),
  ]
}

interface TenantRow {
  samples: number
  administrators: number
  withoutFactor: number
}

/** An older schema may lack a table that a later version brings; it is migrated before anything else. */
async function askTenant(owner: Pool, schema: string, today: string): Promise<TenantRow> {
  const held = `select r.account_id, r.role from ${schema}.tenant_role r join ${schema}.account a on a.id = r.account_id
    where a.state = 'active' and r.from_on <= $1 and (r.to_on is null or r.to_on >= $1)`
  const { rows } = await owner.query<TenantRow>(
    `with held as (${held})
     select (select count(*)::int from ${schema}.account where is_sample) as samples,
       (select count(distinct account_id)::int from held where role = 'administrator') as administrators,
       (select count(distinct account_id)::int from held
        where account_id not in (select account_id from ${schema}.second_factor union select account_id from ${schema}.passkey)) as "withoutFactor"`,
    [today],
  )
  return rows[0] ?? { samples: 0, administrators: 0, withoutFactor: 0 }
}

function judgeTenant(slug: string, { samples, administrators, withoutFactor }: TenantRow): Check[] {
  const name = 'administrators'
  const admins =
    administrators > 1
      ? fine(name, (t) => t.administrators.enough(slug, administrators))
      : found(
          name,
          administrators === 0 ? 'bad' : 'warn',
          (t) => (administrators === 0 ? t.administrators.none(slug) : t.administrators.one(slug)),
          (t) => t.administrators.mend,
        )
  const factors =
    withoutFactor === 0
      ? fine('second-factor', (t) => t.factors.all(slug))
      : found(
          'second-factor',
          'warn',
          (t) => t.factors.without(slug, withoutFactor),
          (t) => t.factors.mend,
        )
  const sample =
    samples === 0
      ? fine('sample', (t) => t.sample.none)
      : found(
          'sample',
          'warn',
          (t) => t.sample.some(slug),
          (t) => t.sample.mend,
        )
  return [admins, factors, sample]
}

export async function checkTenants({ owner, now }: PatientWithDatabase): Promise<Check[]> {
  const today = now.toISOString().slice(0, 10)
  const checks: Check[] = []
  for (const slug of await tenantSlugs(owner)) {
    checks.push(...judgeTenant(slug, await askTenant(owner, tenantSchema(slug), today)))
  }
  return checks
}
