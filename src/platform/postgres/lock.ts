import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isRunning, hasCode, markOf, type ProcessMark } from './processes.ts'

export type Lock = { release(): Promise<void> }

/** Somebody who is alive holds the lock. */
export class Locked extends Error {
  override readonly name = 'Locked'
  readonly pid: number
  constructor(pid: number) {
    super(`held by process ${pid}`)
    this.pid = pid
  }
}

/**
 * Takes a lock that one living process can hold; one left by a dead process is taken over.
 * Throws `Locked` when another process, or this one, holds it.
 */
export async function takeLock(path: string): Promise<Lock> {
  const ticket = `${path}.${randomUUID()}`
  const own = JSON.stringify({ ...markOf(process.pid), nonce: randomUUID() })
  await writeFile(ticket, own, { mode: 0o600 })
  try {
    await claim(path, ticket)
  } finally {
    await rm(ticket, { force: true })
  }
  return {
    async release() {
      if ((await readIfThere(path)) === own) await rm(path, { force: true })
    },
  }
}

/** The living process that holds the lock. */
export async function lockHolder(path: string): Promise<number | undefined> {
  const text = await readIfThere(path)
  return text === undefined ? undefined : livingHolder(text)
}

// A stale lock may be replaced only by its heir, and the heir's place is a lock of the same kind: so two takers that
// both saw the dead owner cannot both win, and a taker killed on the way leaves a lock that can be taken over in turn.
async function claim(path: string, ticket: string): Promise<void> {
  while (!(await linked(ticket, path))) {
    const seen = await readIfThere(path)
    if (seen === undefined) continue
    const holder = livingHolder(seen)
    if (holder !== undefined) throw new Locked(holder)
    await claim(`${path}.heir`, ticket)
    if ((await readIfThere(path)) === seen) return rename(`${path}.heir`, path)
    await rm(`${path}.heir`)
  }
}

async function linked(ticket: string, path: string): Promise<boolean> {
  try {
    await link(ticket, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

// A lock cut short by a power failure names nobody and is stale.
function livingHolder(text: string): number | undefined {
  try {
    const mark = JSON.parse(text) as ProcessMark
    return isRunning(mark) ? mark.pid : undefined
  } catch {
    return undefined
  }
}
