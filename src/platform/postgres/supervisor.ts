import { setTimeout as sleep } from 'node:timers/promises'
import { diskTrouble } from './disk-trouble.ts'
import { type Launch, logFolder, type ServerProcess, startServer } from './server-process.ts'
import { type PostgresTrouble, trouble } from './trouble.ts'

export type Log = (event: string, facts: Record<string, string | number>) => void

export type Supervised = { stop(): Promise<void> }

const mostLosses = 6
const windowMilliseconds = 60_000
const firstPause = 25

/** Starts the server and starts it again whenever it ends unasked, until it has ended too often within a minute. */
export async function supervise(
  launch: Launch,
  log: Log,
  onGivenUp: (trouble: PostgresTrouble) => void,
): Promise<Supervised> {
  const stopping = new AbortController()
  const first = await startServer(launch)
  log('postgres.started', { pid: first.pid })

  const watching = keepAlive(first, { launch, log, onGivenUp, stopping: stopping.signal })
  const stop = async () => {
    stopping.abort()
    await watching
    log('postgres.stopped', {})
  }
  let stopped: Promise<void> | undefined
  return { stop: () => (stopped ??= stop()) }
}

type Watch = { launch: Launch; log: Log; onGivenUp: (trouble: PostgresTrouble) => void; stopping: AbortSignal }

async function keepAlive(first: ServerProcess, watch: Watch): Promise<void> {
  const asked = new Promise<void>((resolve) =>
    watch.stopping.addEventListener('abort', () => resolve(), { once: true }),
  )
  const losses: number[] = []
  let server: ServerProcess | undefined = first
  while (server !== undefined) {
    const reason: string | void = await Promise.race([server.ended, asked])
    if (watch.stopping.aborted) return server.stop()
    watch.log('postgres.lost', { pid: server.pid, reason: reason ?? '' })
    server = await revive(losses, watch)
  }
}

/** Tries until a server runs, or is no longer wanted, or has been lost too often: undefined in both of these cases. */
async function revive(losses: number[], watch: Watch): Promise<ServerProcess | undefined> {
  while (!watch.stopping.aborted) {
    const recent = recordLoss(losses)
    if (recent > mostLosses) {
      const gaveUp = trouble((t) => t.gaveUp(recent, logFolder(watch.launch.place)))
      watch.onGivenUp((await diskTrouble(watch.launch.place.cluster)) ?? gaveUp)
      return undefined
    }
    // The first comes at once: pools wait meanwhile.
    await pause(recent === 1 ? 0 : firstPause * 2 ** recent, watch.stopping)
    try {
      const server = await startServer(watch.launch)
      watch.log('postgres.restarted', { pid: server.pid, losses: recent })
      return server
    } catch (error) {
      watch.log('postgres.restart-failed', { reason: String(error) })
    }
  }
  return undefined
}

function recordLoss(losses: number[]): number {
  const now = performance.now()
  losses.push(now)
  return losses.filter((moment) => now - moment < windowMilliseconds).length
}

async function pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
  // An abort only ends the pause; the caller looks at the signal itself.
  await sleep(milliseconds, undefined, { signal: stopping }).catch(() => undefined)
}
