import { fork, type ChildProcess } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RenderAnswer, RenderJob } from './render-child.ts'
import { RenderError } from './render-error.ts'

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./render-child${extname(import.meta.url)}`, import.meta.url))

/** One child process. It gets no environment: nothing secret is within reach of what it reads. */
export function startWorker(): ChildProcess {
  const child = fork(childPath, [], {
    serialization: 'advanced',
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('error', () => child.kill('SIGKILL'))
  rest(child)
  return child
}

export function mayWork(child: ChildProcess): boolean {
  return child.connected && child.exitCode === null && child.signalCode === null
}

/** Gives the child its one job; rejects with a RenderError when it dies or is too slow, and then kills it. */
export async function runJob(child: ChildProcess, job: RenderJob, timeoutMs: number): Promise<RenderAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RenderAnswer>()
  const died = () => reject(new RenderError({ kind: 'childDied' }))
  const timer = setTimeout(() => {
    reject(new RenderError({ kind: 'timedOut', seconds: timeoutMs / 1000 }))
    child.kill('SIGKILL')
  }, timeoutMs)
  child.ref()
  child.channel?.ref()
  child.once('message', resolve).once('exit', died).once('error', died)
  child.send(job, (error) => error !== null && died())
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    child.off('message', resolve).off('exit', died).off('error', died)
    rest(child)
  }
}

/** A resting child must not keep the program from ending. */
function rest(child: ChildProcess) {
  child.unref()
  child.channel?.unref()
}
