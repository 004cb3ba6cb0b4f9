import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExtractAnswer, ExtractJob } from './extract-child.ts'

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./extract-child${extname(import.meta.url)}`, import.meta.url))

const memoryMegabytes = 384

/**
 * Parses a stranger's file in a process of its own, with bounded memory and time and no environment.
 * 'stopped' when it died or took too long.
 */
export async function extractApart(job: ExtractJob, timeoutMs: number): Promise<ExtractAnswer | 'stopped'> {
  const child = fork(childPath, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMegabytes}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve } = Promise.withResolvers<ExtractAnswer | 'stopped'>()
  const timer = setTimeout(() => resolve('stopped'), timeoutMs)
  child.once('message', (answer: ExtractAnswer) => resolve(answer))
  child.once('error', () => resolve('stopped')).once('exit', () => resolve('stopped'))
  child.send(job, (error) => error !== null && resolve('stopped'))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
