import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'

const programs = '/usr/lib/postgresql/15/bin'

/** Whether this machine has the PostgreSQL that Debian brings. */
export const hasDebianPostgres = existsSync(`${programs}/initdb`)

function run(words: readonly string[]): void {
  const asUser =
    process.getuid?.() === 0 ? ['setpriv', '--reuid', 'postgres', '--regid', 'postgres', '--clear-groups', '--'] : []
  const [program = '', ...rest] = [...asUser, ...words]
  const { status, stderr } = spawnSync(program, rest, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
}

/** A server of Debian's PostgreSQL 15 of its own, other letters' order and all; reached over its socket. */
export async function startDebianPostgres() {
  const folder = await mkdtemp('/tmp/gu-debian-')
  chmodSync(folder, 0o777)
  const cluster = `${folder}/cluster`
  run([
    `${programs}/initdb`,
    '-D',
    cluster,
    '-U',
    'giao_uoc',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-A',
    'trust',
    '--no-sync',
  ])
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`
  run([`${programs}/pg_ctl`, '-D', cluster, '-w', '-l', `${folder}/log`, '-o', settings, 'start'])
  const stop = async () => {
    run([`${programs}/pg_ctl`, '-D', cluster, '-m', 'fast', 'stop'])
    await rm(folder, { recursive: true, force: true })
  }
  return { url: `postgres://giao_uoc@localhost/postgres?host=${encodeURIComponent(folder)}`, folder, stop }
}
