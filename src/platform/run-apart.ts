import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'

interface Bounds {
  timeoutMs: number
  memoryMegabytes: number
  /** Of what is new and mostly forgotten at once. */
  youngMegabytes?: number
  /** For what native libraries take besides; watched where the system tells it. */
  residentMegabytes?: number
}

const pageBytes = 4096

/** How much memory a process holds; nothing where the system does not say. */
async function residentMegabytes(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return (Number(told.split(' ')[1] ?? 0) * pageBytes) / 1_048_576
}

/**
 * Gives a stranger's bytes to a program of ours in a process of its own, with bounded memory and time and no
 * environment. It takes one message and answers with one; 'stopped' when it died or took too long.
 */
export async function runApart<Answer>(
  childPath: string,
  job: object,
  { timeoutMs, memoryMegabytes, youngMegabytes = 16, residentMegabytes: mostResident = Infinity }: Bounds,
): Promise<Answer | 'stopped'> {
  const child = fork(childPath, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, `--max-semi-space-size=${youngMegabytes}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve } = Promise.withResolvers<Answer | 'stopped'>()
  const timer = setTimeout(() => resolve('stopped'), timeoutMs)
  const watch = setInterval(() => {
    void residentMegabytes(child.pid ?? 0).then((held) => held > mostResident && resolve('stopped'))
  }, 100)
  child.once('message', (answer) => resolve(answer as Answer))
  child.once('error', () => resolve('stopped')).once('exit', () => resolve('stopped'))
  child.send(job, (error) => error !== null && resolve('stopped'))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    child.kill('SIGKILL')
  }
}
