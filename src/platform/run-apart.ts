import { fork } from 'node:child_process'

interface Bounds {
  timeoutMs: number
  memoryMegabytes: number
}

/**
 * Gives a stranger's bytes to a program of ours in a process of its own, with bounded memory and time and no
 * environment. It takes one message and answers with one; 'stopped' when it died or took too long.
 */
export async function runApart<Answer>(
  childPath: string,
  job: object,
  { timeoutMs, memoryMegabytes }: Bounds,
): Promise<Answer | 'stopped'> {
  const child = fork(childPath, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMegabytes}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve } = Promise.withResolvers<Answer | 'stopped'>()
  const timer = setTimeout(() => resolve('stopped'), timeoutMs)
  child.once('message', (answer) => resolve(answer as Answer))
  child.once('error', () => resolve('stopped')).once('exit', () => resolve('stopped'))
  child.send(job, (error) => error !== null && resolve('stopped'))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
