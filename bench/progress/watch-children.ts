import { readdirSync, readFileSync } from 'node:fs'

const everyMs = 10

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process is gone.
    return ''
  }
}

function childrenOf(pid: number): number[] {
  const threads = (() => {
    try {
      return readdirSync(`/proc/${pid}/task`)
    } catch {
      return []
    }
  })()
  const children = threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).trim().split(' '))
  const direct = children.filter((child) => child !== '').map(Number)
  return direct.flatMap((child) => [child, ...childrenOf(child)])
}

const highest = (pid: number) => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

/** The most memory, in MB, that one of the processes below this one has held. */
export function watchChildren(): { peak: () => number; stop: () => void } {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, ...childrenOf(process.pid).map(highest))
  }
  const timer = setInterval(look, everyMs)
  return { peak: () => peak, stop: () => clearInterval(timer) }
}
