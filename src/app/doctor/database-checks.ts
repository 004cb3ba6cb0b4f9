import type { Pool } from 'pg'
import { unfinishedRestore } from '#platform/backup/restoring.ts'
import { pendingMigrations, tenantSlugs } from '#platform/database/migration-files.ts'
import { tenantSchema } from '#platform/database/tenant-role.ts'
import { homesOf } from '#platform/postgres/place.ts'
import { projectRoot } from '#platform/project-root.ts'
import { formatMoment } from '#ui/format.ts'
import { fine, found, type Check, type PatientWithDatabase } from './check.ts'

interface ServerRow {
  version: string
  order: string
  now: Date
}

async function askServer(owner: Pool): Promise<ServerRow> {
  const { rows } = await owner.query<ServerRow>(
    `select current_setting('server_version') as version, datcollate as "order", clock_timestamp() as now
     from pg_database where datname = current_database()`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('no answer')
  return row
}

export async function checkServerState({ owner, environment, dataFolder }: PatientWithDatabase): Promise<Check[]> {
  const before = Date.now()
  const { version, order, now } = await askServer(owner)
  // The answer was written some time between question and arrival.
  const apart = Math.max(0, before - now.getTime(), now.getTime() - Date.now()) / 1000
  const home = environment.DATABASE_URL === undefined ? (await homesOf(dataFolder))[0] : undefined
  const server =
    home === undefined
      ? fine('database', (t) => t.database.server(version, order))
      : fine('database', (t) => t.database.embedded(version, home))
  const say = (t: { clock: { same: (seconds: string) => string } }) =>
    t.clock.same(apart < 1 ? '< 1' : String(Math.round(apart)))
  return [server, apart < 2 ? fine('clock', say) : found('clock', 'bad', say, (t) => t.clock.mend)]
}

const neededExtensions = ['unaccent', 'pg_trgm', 'btree_gist']

export async function checkExtensions({ owner }: PatientWithDatabase): Promise<Check[]> {
  const { rows } = await owner.query<{ extname: string }>('select extname from pg_extension')
  const there = new Set(rows.map(({ extname }) => extname))
  const missing = neededExtensions.filter((name) => !there.has(name)).join(', ')
  const name = 'extensions'
  if (missing === '') return [fine(name, (t) => t.database.extensions(neededExtensions.join(', ')))]
  return [
    found(
      name,
      'bad',
      (t) => t.database.missing(missing),
      (t) => t.database.mendMissing,
    ),
  ]
}

export async function checkMigrations({ owner }: PatientWithDatabase): Promise<Check[]> {
  const name = 'migrations'
  const since = await unfinishedRestore(owner)
  if (since !== undefined) {
    return [
      found(
        name,
        'bad',
        (t) => t.migrations.half(formatMoment(since)),
        (t) => t.migrations.mendHalf,
      ),
    ]
  }
  const { pending } = await pendingMigrations(owner, new URL('db/', projectRoot()))
  if (pending.length === 0) return [fine(name, (t) => t.migrations.none)]
  return [
    found(
      name,
      'bad',
      (t) => t.migrations.pending(pending.join(', ')),
      (t) => t.migrations.mend,
    ),
  ]
}

/** Tables to which a tenant's role may only add, whatever else changes. */
const appendOnly = ['audit_entry', 'audit_checkpoint', 'document_revision', 'seal', 'pen_witness']

async function rightsTooMany(owner: Pool, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ right: string }>(
    `select format('%s: %s %s', n.nspname, r.name, c.relname) as right
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as r(name)
     where n.nspname = any($1) and c.relname = any($2) and c.relkind = 'r'
       and has_table_privilege(n.nspname, c.oid, r.name)`,
    [schemas, appendOnly],
  )
  return rows.map(({ right }) => right)
}

async function crossings(owner: Pool, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ pair: string }>(
    `select format('%s → %s', r.rolname, n.nspname) as pair
     from pg_roles r cross join pg_namespace n
     where r.rolname = any($1) and n.nspname <> r.rolname
       and (n.nspname = any($1) or n.nspname in ('giao_uoc', 'giao_uoc_migrations', 'graphile_worker'))
       and (r.rolsuper or r.rolcreaterole or has_schema_privilege(r.oid, n.oid, 'USAGE'))`,
    [schemas],
  )
  return rows.map(({ pair }) => pair)
}

export async function checkRoles({ owner }: PatientWithDatabase): Promise<Check[]> {
  const schemas = (await tenantSlugs(owner)).map(tenantSchema)
  const [crossing, tooMany] = await Promise.all([crossings(owner, schemas), rightsTooMany(owner, schemas)])
  const name = 'roles'
  const checks: Check[] = []
  if (crossing.length > 0) {
    checks.push(
      found(
        name,
        'bad',
        (t) => t.roles.crossing(crossing.join(', ')),
        (t) => t.roles.mend,
      ),
    )
  }
  if (tooMany.length > 0) {
    checks.push(
      found(
        name,
        'bad',
        (t) => t.roles.mayChange(tooMany.join(', ')),
        (t) => t.roles.mend,
      ),
    )
  }
  return checks.length > 0 ? checks : [fine(name, (t) => t.roles.kept)]
}

export async function checkQueue({ owner }: PatientWithDatabase): Promise<Check[]> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from graphile_worker.jobs where attempts >= max_attempts',
  )
  const count = rows[0]?.count ?? 0
  if (count === 0) return [fine('queue', (t) => t.mail.queueFine)]
  return [
    found(
      'queue',
      'warn',
      (t) => t.mail.givenUp(count),
      (t) => t.mail.mendGivenUp,
    ),
  ]
}
