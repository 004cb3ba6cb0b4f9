import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openPool } from '../src/platform/database/database.ts'
import { createTenant } from '../src/platform/database/tenants.ts'
import { folderStore, sha256Of } from '../src/platform/files.ts'
import { findRunningPostgres } from '../src/platform/postgres/data-folder.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { secretKey } from '../src/platform/secret.ts'
import { hasDebianPostgres, startDebianPostgres } from '../test/restore/debian-postgres.ts'
import { removeData, residentMb, startProgram } from './program.ts'
import { printMeasures, type Measure } from './report.ts'

const run = promisify(execFile)
const port = 3903
const files = 400
const fileBytes = 512 * 1024
const rows = 500_000
const megabytesOfFiles = (files * fileBytes) / 1_000_000

/** Rows as they come in a busy year, spread over a table with references and the log. */
const fillings = [
  `insert into t_bench.person (id, full_name) select gen_random_uuid(), 'Người thứ ' || n from generate_series(1, ${rows / 5}) n`,
  `insert into t_bench.account (id, person_id, login) select gen_random_uuid(), id, 'p' || replace(id::text, '-', '') from t_bench.person`,
  `insert into t_bench.audit_entry (number, at, actor_name, action, subject_kind, facts, previous_hash, hash)
   select n, '2023-02-20', 'Người ' || n % 100, 'unit.renamed', 'unit', json_build_object('name', md5(n::text)),
     sha256(convert_to((n - 1)::text, 'UTF8')), sha256(convert_to(n::text, 'UTF8'))
   from generate_series(1, ${(rows / 5) * 3}) n`,
  `update t_bench.audit_head set (number, hash) = (select number, hash from t_bench.audit_entry order by number desc limit 1)`,
]

async function fill(dataFolder: string, url: string): Promise<void> {
  const owner = openPool(url, { max: 2, onError: () => {} })
  const migrations = { sqlRoot: new URL('db/', projectRoot()), secretKey: await secretKey(dataFolder, undefined) }
  await createTenant(owner, { slug: 'bench', name: 'Tỉnh đo', hosts: [] }, migrations)
  for (const filling of fillings) await owner.query(filling)
  const store = folderStore(join(dataFolder, 'files'))
  for (let index = 0; index < files; index += 1) {
    const bytes = randomBytes(fileBytes)
    await store.put(sha256Of(bytes), bytes)
    await owner.query(
      `insert into t_bench.stored_file (sha256, length, media_type) values ($1, $2, 'application/pdf')`,
      [sha256Of(bytes), bytes.length],
    )
  }
  await owner.end()
}

interface Place {
  dataFolder: string
  /** Of a server; without one, the embedded database of the folder. */
  url: string | undefined
}

/** Seconds of a command, and the most memory it held. */
async function measureCommand(words: readonly string[], { dataFolder, url }: Place) {
  const settings = { GIAO_UOC_DATA: dataFolder, LOG_LEVEL: 'silent', DATABASE_URL: url ?? '' }
  const env = { ...process.env, ...settings }
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['dist/main.js', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  let mostMb = 0
  const watch = setInterval(() => {
    if (child.exitCode === null) mostMb = Math.max(mostMb, residentMb(child.pid))
  }, 50)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${words[0]} ended with ${String(code)}`)
  return { seconds: (performance.now() - startedAt) / 1000, mostMb }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

async function ask(url: string, ...questions: string[]): Promise<{ megabytes: number }> {
  const owner = openPool(url, { max: 1, onError: () => {} })
  for (const question of questions) await owner.query(question)
  const { rows } = await owner.query<{ size: string }>('select pg_database_size(current_database())::text as size')
  await owner.end()
  return { megabytes: Number(rows[0]?.size ?? 0) / 1_000_000 }
}

const inDatabase = (url: string, name: string) => {
  const other = new URL(url)
  other.pathname = name
  return other.href
}

/** The same rows by pg_dump and pg_restore on the same server, the same files by cp. */
async function measureRival(scratch: string, from: Place, to: string) {
  if (from.url === undefined) return undefined
  const dump = join(scratch, 'bench.dump')
  const cp = (name: string) => run('cp', ['-a', join(from.dataFolder, 'files'), join(scratch, name)])
  const backup = await seconds(async () => {
    await run('pg_dump', ['-Fc', '-f', dump, from.url ?? ''])
    await cp('dumped')
  })
  const restore = await seconds(async () => {
    await run('pg_restore', ['--no-owner', '-d', to, dump])
    await cp('restored')
  })
  return { backup, restore }
}

interface Measured {
  what: string
  ours: { seconds: number; mostMb: number }
  theirs: number | undefined
  megabytes: number
}

function measuresOf({ what, ours, theirs, megabytes }: Measured): Measure[] {
  const rival = theirs === undefined ? {} : { rival: { name: 'pg_dump, pg_restore and cp', value: theirs } }
  return [
    { what, value: ours.seconds, unit: 's', ...rival },
    { what: '  the same as a rate', value: megabytes / ours.seconds, unit: 'MB/s' },
    { what: '  most memory', value: ours.mostMb, unit: 'MB', bar: { at: 300, side: 'most' } },
  ]
}

/** An embedded database is served meanwhile; one on a server is there. */
async function openPlaces(scratch: string, server: string | undefined) {
  const from: Place = { dataFolder: join(scratch, 'from'), url: undefined }
  const to: Place = { dataFolder: join(scratch, 'to'), url: undefined }
  if (server === undefined) {
    const program = await startProgram({ port, demo: false, dataFolder: from.dataFolder })
    return { from, to, url: (await findRunningPostgres(from.dataFolder)) ?? '', stop: () => program.stop() }
  }
  await ask(server, 'create database bench', 'create database bench_ours', 'create database bench_theirs')
  from.url = inDatabase(server, 'bench')
  to.url = inDatabase(server, 'bench_ours')
  return { from, to, url: from.url, stop: async () => {} }
}

async function measureBoth(scratch: string, server: string | undefined) {
  const { from, to, url, stop } = await openPlaces(scratch, server)
  try {
    await fill(from.dataFolder, url)
    const megabytes = megabytesOfFiles + (await ask(url)).megabytes
    const folder = join(scratch, 'backup')
    const backup = await measureCommand(['backup', folder, '--with-secret'], from)
    const restore = await measureCommand(['restore', folder], to)
    const theirs = await measureRival(scratch, from, inDatabase(url, 'bench_theirs'))
    return { megabytes, backup, restore, theirs }
  } finally {
    await stop()
    for (const { dataFolder } of [from, to]) await removeData(dataFolder)
  }
}

/** A year of a large province: half a million rows and 200 MB of files, there and back. */
export async function benchBackup(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'giao-uoc-bench-'))
  await chmod(scratch, 0o755)
  const debian = hasDebianPostgres ? await startDebianPostgres() : undefined
  try {
    const { megabytes, backup, restore, theirs } = await measureBoth(scratch, debian?.url)
    const where = debian === undefined ? 'embedded PostgreSQL' : 'Debian’s PostgreSQL 15'
    printMeasures(`backup (${rows} rows, ${files} files, ${megabytes.toFixed(0)} MB with indexes, ${where})`, [
      ...measuresOf({ what: 'backup, every byte read back', ours: backup, theirs: theirs?.backup, megabytes }),
      ...measuresOf({ what: 'restore, every byte checked first', ours: restore, theirs: theirs?.restore, megabytes }),
    ])
  } finally {
    await debian?.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}
