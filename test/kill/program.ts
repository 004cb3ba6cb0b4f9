import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { findRunningPostgres } from '../../src/platform/postgres/data-folder.ts'
import { homesOf, serverName } from '../../src/platform/postgres/place.ts'
import { processesOf, signal, waitUntilGone } from '../../src/platform/postgres/processes.ts'
import { resetEmbeddedPostgres } from '../../src/platform/postgres/reset-embedded.ts'

/** What a kill −9 hits: the program, the postmaster under it, or both at once. */
export type Victim = 'program' | 'postgres' | 'both'

export interface Program {
  /** `http://127.0.0.1:…`: another one after each start. Waits while the program starts. */
  origin: () => Promise<string>
  /** The database owner's address; waits until the server takes connections. */
  ownerUrl: () => Promise<string>
  /** Kills, and starts again what does not start itself; resolves when all runs. */
  strike: (victim: Victim) => Promise<void>
  /** The end of everything: processes, sockets, database. */
  remove: () => Promise<void>
}

const projectFolder = new URL('../../', import.meta.url)

interface Running {
  child: ChildProcess
  origin: string
}

async function addressSaid(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
    if (port !== undefined) return `http://127.0.0.1:${port}`
  }
  throw new Error('the program ended before it listened')
}

async function start(dataFolder: string, settings: Readonly<Record<string, string>>): Promise<Running> {
  const words = ['--import', 'tsx', 'src/main.ts', 'serve', '--port', '0']
  const child = spawn(process.execPath, words, {
    cwd: projectFolder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], GIAO_UOC_DATA: dataFolder, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const die = () => child.kill('SIGKILL')
  process.once('exit', die)
  child.once('exit', () => process.off('exit', die))
  return { child, origin: await addressSaid(child) }
}

/** The name by which the processes of this folder's server are known. */
async function nameOf(dataFolder: string): Promise<string> {
  const [home] = await homesOf(dataFolder)
  if (home === undefined) throw new Error(`no database of ${dataFolder}`)
  return serverName(home)
}

async function killProgram({ child }: Running): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** A server that was killed still has its address for a moment; one that recovers takes nobody in. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

/** The real program, from its sources, with a database of its own under the folder. */
export async function openProgram(dataFolder: string, settings: Readonly<Record<string, string>>): Promise<Program> {
  let running = start(dataFolder, settings)
  await running
  const name = await nameOf(dataFolder)

  async function ownerUrl(): Promise<string> {
    for (;;) {
      await running
      const url = await findRunningPostgres(dataFolder)
      if (url !== undefined && (await answers(url))) return url
      await sleep(20)
    }
  }

  async function strike(victim: Victim): Promise<void> {
    const struck = await running
    const { postmasters } = processesOf(name)
    if (victim !== 'postgres') {
      const gone = killProgram(struck)
      running = gone.then(() => start(dataFolder, settings))
    }
    if (victim !== 'program') for (const pid of postmasters) signal(pid, 'SIGKILL')
    await running
    while (processesOf(name).postmasters.some((pid) => postmasters.includes(pid))) await sleep(10)
    await ownerUrl()
  }

  async function remove(): Promise<void> {
    await killProgram(await running)
    await resetEmbeddedPostgres(dataFolder)
    if (!(await waitUntilGone(name, 10_000))) throw new Error(`processes of ${dataFolder} are left behind`)
  }

  return { origin: async () => (await running).origin, ownerUrl, strike, remove }
}
