import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs a command of the program from its sources and kills it −9 as soon as something is so. */
export async function killOnce(words: readonly string[], env: Record<string, string>, isSo: () => boolean) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...words], {
    cwd: new URL('../../', import.meta.url),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  while (!isSo() && child.exitCode === null) await sleep(2)
  const wasRunning = child.exitCode === null
  child.kill('SIGKILL')
  await ended
  return wasRunning
}
