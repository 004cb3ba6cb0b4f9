import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process, told apart from a later one that was given the same number. */
export type ProcessMark = { readonly pid: number; readonly startedAt: string; readonly boot: string }

export function markOf(pid: number): ProcessMark | undefined {
  const stat = readProc(`${pid}/stat`)
  // The name in parentheses may itself hold spaces and parentheses; the fields are counted after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startedAt] = [fields[0], fields[19]]
  if (startedAt === undefined || state === 'Z' || state === 'X') return undefined
  return { pid, startedAt, boot: readProc('sys/kernel/random/boot_id').trim() }
}

export function isRunning(mark: ProcessMark): boolean {
  const now = markOf(mark.pid)
  return now?.startedAt === mark.startedAt && now.boot === mark.boot
}

/** The processes of the server that carries this `cluster_name`; `postmasters` are those that obey SIGINT as a whole. */
export function processesOf(name: string): { all: number[]; postmasters: number[] } {
  const all: number[] = []
  const postmasters: number[] = []
  for (const pid of numberedProcesses()) {
    const words = readProc(`${pid}/cmdline`).split('\0')
    const isPostmaster = runsCluster(words, name)
    if (isPostmaster) postmasters.push(pid)
    if (isPostmaster || words[0]?.startsWith(`postgres: ${name}: `) === true) all.push(pid)
  }
  return { all, postmasters }
}

export async function waitUntilGone(name: string, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (processesOf(name).all.length > 0) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}

/** Sends a signal; a process that has ended meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error
  }
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

// Titles and arguments are asked, not /proc/PID/cwd: in a container root may not read that of another user.
function runsCluster(words: string[], name: string): boolean {
  return ['postgres', 'setpriv'].includes(basename(words[0] ?? '')) && words.includes(`cluster_name=${name}`)
}

function numberedProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
}

function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH', 'EACCES', 'EPERM')) return ''
    throw error
  }
}
