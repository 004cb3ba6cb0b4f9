import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { diskTrouble } from './disk-trouble.ts'
import { bareEnvironment, type DatabaseUser, identity, runAs } from './database-user.ts'
import type { Place } from './place.ts'
import { port } from './pointer.ts'
import { connects } from './readiness.ts'
import { removeSockets } from './socket-folder.ts'
import { removeStalePidFile, stopSurvivors } from './survivors.ts'
import { trouble } from './trouble.ts'

export type Launch = {
  place: Place
  binaries: Binaries
  socketFolder: string
  /** False only in tests: a power failure may then lose everything. */
  sync: boolean
  /** Of a database that is always there, to see whether the server answers. */
  url: string
}

export type ServerProcess = {
  pid: number
  /** What PostgreSQL said last, once it has ended. */
  ended: Promise<string>
  stop(): Promise<void>
}

/** Starts a server on a cluster whose survivors it first clears away; resolves when it takes connections. */
export async function startServer(launch: Launch): Promise<ServerProcess> {
  await clearTheWay(launch)
  const server = await spawnServer(launch)
  const reason = await Promise.race([server.ended, connects(launch.url, server.ended)])
  if (reason === undefined) return server
  await server.stop()
  throw (await diskTrouble(launch.place.cluster)) ?? trouble((t) => t.didNotStart(reason, logFolder(launch.place)))
}

export function logFolder(place: Place): string {
  return join(place.cluster, 'log')
}

async function clearTheWay({ place, socketFolder }: Launch): Promise<void> {
  await stopSurvivors(place.name)
  await removeStalePidFile(place.cluster)
  await removeSockets(socketFolder)
}

async function spawnServer(launch: Launch): Promise<ServerProcess> {
  const { place, binaries } = launch
  const postgres = join(binaries.folder, 'bin', 'postgres')
  const before = await endingWithUs(place.user)
  const [program = postgres, ...rest] = [...before, postgres, ...serverArguments(launch)]
  const child = spawn(program, rest, {
    cwd: '/',
    env: bareEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own session: a ^C in the terminal must reach this program alone, which then stops the server in order.
    detached: true,
    ...(before.length === 0 ? identity(place.user) : {}),
  })
  return watch(child, place)
}

// The kernel stops the server when this program dies, however it dies. Where there is no such setpriv,
// the next start finds the survivor and stops it.
async function endingWithUs(user: DatabaseUser): Promise<string[]> {
  const drop = user.dropped ? ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'] : []
  const command = ['setpriv', '--pdeathsig', 'INT', ...drop, '--']
  const [program = '', ...rest] = command
  const trial = await runAs({ ...user, dropped: false }, program, [...rest, 'true'])
  return trial.succeeded ? command : []
}

function serverArguments({ place, socketFolder, sync }: Launch): string[] {
  const settings = {
    listen_addresses: '',
    port,
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    cluster_name: place.name,
    logging_collector: 'on',
    log_directory: 'log',
    // Even so a killed server loses no acknowledged row: what was written is with the kernel.
    ...(sync ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  return ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function watch(child: ChildProcess, place: Place): ServerProcess {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2000)
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve([`ended with ${signal ?? code}`, ...complaints(said)].join('; ')))
  })
  const stopWithUs = () => child.kill('SIGINT')
  process.once('exit', stopWithUs)
  void ended.then(() => process.removeListener('exit', stopWithUs))
  return { pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended, place) }
}

// Of a server that was up, only the hint is here that the rest went to the log.
function complaints(said: string): string[] {
  return said.split('\n').filter((line) => line !== '' && !/redirecting log output|Future log output/.test(line))
}

/** Fast shutdown; a server that does not obey is ended, and recovers at its next start. */
async function stopChild(child: ChildProcess, ended: Promise<string>, place: Place): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    child.kill(signal)
    const waiting = new AbortController()
    const late = sleep(patience, 'late' as const, { signal: waiting.signal }).catch(() => 'late' as const)
    const outcome = await Promise.race([ended.then(() => 'ended' as const), late])
    waiting.abort()
    if (outcome === 'ended') break
  }
  await stopSurvivors(place.name)
}
