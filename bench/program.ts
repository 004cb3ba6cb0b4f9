import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { resetEmbeddedPostgres } from '../src/platform/postgres/reset-embedded.ts'

interface ProgramOptions {
  port: number
  demo: boolean
  /** A database that is there already; a new one when left out. */
  dataFolder?: string
  /** Through `npm start`, as a person types it; else the program itself, whose memory can then be read. */
  viaNpm?: boolean
}

export interface RunningProgram {
  address: string
  process: ChildProcess
  /** From the start of the process to its first answered request. */
  startedInMs: number
  dataFolder: string
  stop: () => Promise<void>
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
}

function start({ port, demo, viaNpm = false }: ProgramOptions, dataFolder: string): ChildProcess {
  const options = ['--port', String(port), ...(demo ? ['--demo'] : [])]
  const env = { ...process.env, GIAO_UOC_DATA: dataFolder, LOG_LEVEL: 'warn' }
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  if (viaNpm) return spawn('npm', ['start', '--silent', '--', ...options], { env, stdio: [...stdio] })
  return spawn(process.execPath, ['dist/main.js', 'serve', ...options], { env, stdio: [...stdio] })
}

export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'giao-uoc-bench-')))
  const address = `http://localhost:${options.port}`
  const startedAt = performance.now()
  const child = start(options, dataFolder)
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`)
    await pause(10)
  }
  const startedInMs = performance.now() - startedAt
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { address, process: child, startedInMs, dataFolder, stop }
}

/** Takes the cluster along, which as root lies elsewhere. */
export async function removeData(dataFolder: string): Promise<void> {
  await resetEmbeddedPostgres(dataFolder)
  await rm(dataFolder, { recursive: true, force: true })
}

/** Resident memory of a process in megabytes, from the kernel. */
export function residentMb(pid: number | undefined): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 'self'}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}
