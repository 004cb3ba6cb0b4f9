import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { hasCode } from './processes.ts'

// No socket yet; nobody listens yet; starting up or in recovery.
const notYet = ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03']

/** Waits until the server takes connections: undefined then, else the reason why it will not. */
export async function connects(url: string, ended: Promise<unknown>): Promise<string | undefined> {
  const waiting = { over: false }
  void ended.then(() => (waiting.over = true))
  while (!waiting.over) {
    try {
      await withClient(url, async () => undefined)
      return undefined
    } catch (error) {
      if (!hasCode(error, ...notYet)) return String(error)
    }
    await sleep(20)
  }
  return 'ended'
}

/** One connection for one piece of work. */
export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection lost while idle is reported here; the query under way fails by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
