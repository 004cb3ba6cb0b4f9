import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

/** Starts the built program as an operator would; with `dataFolder` on a database that is there already. */
export async function startProgram(
  port: number,
  options: { demo: boolean; dataFolder?: string; env?: Record<string, string> },
): Promise<RunningProgram> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'giao-uoc-bench-')))
  const address = `http://localhost:${port}`
  const words = ['dist/main.js', 'serve', '--port', String(port), ...(options.demo ? ['--demo'] : [])]
  const env = { ...process.env, GIAO_UOC_DATA: dataFolder, LOG_LEVEL: 'warn', ...options.env }
  const startedAt = performance.now()
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
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

export async function removeData(program: RunningProgram): Promise<void> {
  await rm(program.dataFolder, { recursive: true, force: true })
}

/** Resident memory of a process in megabytes, from the kernel. */
export function residentMb(pid: number | undefined): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 'self'}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}
