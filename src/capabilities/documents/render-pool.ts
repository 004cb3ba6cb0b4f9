import type { ChildProcess } from 'node:child_process'
import type { RenderAnswer, RenderJob } from './render-child.ts'
import { RenderError } from './render-error.ts'
import { mayWork, runJob, startWorker } from './render-worker.ts'

/** Typst never gives back all its memory, so a child is replaced after `recycleAfter` jobs or beyond this many bytes. */
const memoryLimit = 320 * 1024 * 1024

type Slot = { child?: ChildProcess; done: number }

type RenderPool = {
  run(job: RenderJob): Promise<RenderAnswer>
  pids(): number[]
  close(): void
}

/** At most `children` processes, each started when it is needed; jobs wait in order. */
export function createPool(children: number, recycleAfter: number, timeoutMs: number): RenderPool {
  const slots = Array.from({ length: children }, (): Slot => ({ done: 0 }))
  const idle = [...slots]
  const waiting: ((slot: Slot) => void)[] = []
  let closed = false

  const take = () => {
    const slot = idle.pop()
    return slot === undefined ? new Promise<Slot>((resolve) => waiting.push(resolve)) : Promise.resolve(slot)
  }
  const give = (slot: Slot) => {
    const next = waiting.shift()
    if (next === undefined) idle.push(slot)
    else next(slot)
  }

  async function run(job: RenderJob) {
    const slot = await take()
    try {
      if (closed) throw new RenderError({ kind: 'closed' })
      const answer = await runJob(readyChild(slot), job, timeoutMs)
      slot.done += 1
      if (slot.done >= recycleAfter || answer.memory > memoryLimit) retire(slot)
      return answer
    } catch (error) {
      retire(slot)
      throw closed ? new RenderError({ kind: 'closed' }) : error
    } finally {
      give(slot)
    }
  }

  return {
    run,
    pids: () => slots.flatMap(({ child }) => (child?.pid === undefined ? [] : [child.pid])),
    close: () => {
      closed = true
      slots.forEach(retire)
    },
  }
}

function readyChild(slot: Slot): ChildProcess {
  if (slot.child !== undefined && mayWork(slot.child)) return slot.child
  slot.child = startWorker()
  slot.done = 0
  return slot.child
}

function retire(slot: Slot) {
  slot.child?.kill('SIGKILL')
  delete slot.child
}
