import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { from, to } from 'pg-copy-streams'

/** Lets bytes pass and hashes them. */
function measuring() {
  const hash = createHash('sha256')
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, sha256: () => hash.digest('hex') }
}

// Most of what compression can win here is won at once; the higher levels cost more time than disk.
const gzip = { level: 1 }

/** Text as it is read back on any server, whatever its settings are. */
export async function settleText(client: ClientBase): Promise<void> {
  await client.query(
    `select set_config(name, value, false) from (values ('client_encoding', 'UTF8'), ('datestyle', 'ISO, YMD'),
      ('intervalstyle', 'iso_8601'), ('timezone', 'UTC'), ('extra_float_digits', '3'), ('bytea_output', 'hex'),
      ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0')) as setting(name, value)`,
  )
}

/** Writes what a query answers as compressed COPY text; synced when this resolves. */
export async function copyOut(client: ClientBase, query: string, path: string) {
  const rows = client.query(to(`copy (${query}) to stdout`))
  const content = measuring()
  const packed = measuring()
  const handle = await open(path, 'wx', 0o600)
  await pipeline(rows, content.stream, createGzip(gzip), packed.stream, handle.createWriteStream({ flush: true }))
  return { rows: rows.rowCount, sha256: packed.sha256(), contentSha256: content.sha256() }
}

/** Loads what `copyOut` wrote; answers with the number of rows. */
export async function copyIn(client: ClientBase, target: string, path: string): Promise<number> {
  const rows = client.query(from(`copy ${target} from stdin`))
  await pipeline(createReadStream(path), createGunzip(), rows)
  return rows.rowCount
}

/** The SHA-256 of a file, through one small buffer; undefined where it cannot be read. */
export async function hashFile(path: string): Promise<string | undefined> {
  const handle = await open(path).catch(() => undefined)
  if (handle === undefined) return undefined
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(256 * 1024)
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } catch {
    return undefined
  } finally {
    await handle.close()
  }
}
