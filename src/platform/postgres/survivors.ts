import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, processesOf, signal, waitUntilGone } from './processes.ts'

const steps = [
  { signal: 'SIGINT', to: 'postmasters', patience: 30_000 },
  { signal: 'SIGTERM', to: 'all', patience: 3000 },
  { signal: 'SIGKILL', to: 'all', patience: 5000 },
] as const

/**
 * Ends what an earlier run left of the server with this `cluster_name`: a whole server, or busy backends without
 * their postmaster, which hold its shared memory. To be called by the lock's holder only.
 */
export async function stopSurvivors(name: string): Promise<void> {
  for (const step of steps) {
    const targets = processesOf(name)[step.to]
    for (const pid of targets) signal(pid, step.signal)
    if (targets.length > 0) await waitUntilGone(name, step.patience)
  }
}

/** PostgreSQL refuses to start when a stale postmaster.pid names a living process of its user, whatever that is. */
export async function removeStalePidFile(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = await firstNumber(file)
  if (pid !== undefined && isAlive(pid)) await rm(file, { force: true })
}

async function firstNumber(file: string): Promise<number | undefined> {
  try {
    const number = Number.parseInt(await readFile(file, 'utf8'), 10)
    return number > 0 ? number : undefined
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}
