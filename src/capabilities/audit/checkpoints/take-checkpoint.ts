import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import {
  checkpointBytes,
  isSealedBy,
  readCheckpoints,
  sealNameOf,
  writeCheckpoint,
  type Checkpoint,
} from './checkpoint.ts'

/** The system's seal, as far as a checkpoint needs it. */
export interface Seal {
  id: string
  /** DER. */
  certificate: Uint8Array
  /** Raw r‖s of ECDSA P-256 with SHA-256. */
  sign: (bytes: Uint8Array) => Uint8Array
}

async function tenantOf(db: Db): Promise<string> {
  const { rows } = await sql<{ slug: string }>`select substr(current_schema(), 3) as slug`.execute(db)
  return rows[0]?.slug ?? ''
}

/** The line for the log as it is now. While nothing is recorded, it stays the same one. No entry of the log itself. */
export async function takeCheckpoint(db: Db, seal: Seal, now: Date): Promise<string> {
  const head = await db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirstOrThrow()
  const lineOf = () =>
    db
      .selectFrom('audit_checkpoint')
      .select('line')
      .where('number', '=', head.number)
      .where('hash', '=', head.hash)
      .executeTakeFirst()
  const tenant = await tenantOf(db)
  const checkpoint: Checkpoint = { tenant, ...head, at: now, seal: sealNameOf(seal.certificate) }
  const before = await lineOf()
  if (before !== undefined && isGenuine(before.line, checkpoint, seal)) return before.line
  const line = writeCheckpoint({ ...checkpoint, signature: seal.sign(checkpointBytes(checkpoint)) })
  await db
    .insertInto('audit_checkpoint')
    .values({ ...head, at: now, seal_id: seal.id, line })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = (await lineOf())?.line
  return kept !== undefined && isGenuine(kept, checkpoint, seal) ? kept : line
}

/** Whoever can write in the database can put a row here, but no line that the seal signed. */
function isGenuine(line: string, { tenant, number, hash }: Checkpoint, { certificate }: Seal): boolean {
  const [one] = readCheckpoints(line).checkpoints
  if (one === undefined || writeCheckpoint(one) !== line) return false
  const isOfLog = one.tenant === tenant && one.number === number && Buffer.compare(one.hash, hash) === 0
  return isOfLog && isSealedBy(one, certificate)
}

export interface KeptCheckpoint {
  number: number
  at: Date
  line: string
}

/** Those taken after entry `after`, the oldest first. */
export async function checkpointsAfter(db: Db, after: number): Promise<KeptCheckpoint[]> {
  return db
    .selectFrom('audit_checkpoint')
    .select(['number', 'at', 'line'])
    .where('number', '>', after)
    .orderBy('number')
    .execute()
}

/** A row beyond the end of the log was put there by somebody else, and must not keep the real ones back. */
export async function latestCheckpoint(db: Db): Promise<KeptCheckpoint | undefined> {
  return db
    .selectFrom('audit_checkpoint')
    .select(['number', 'at', 'line'])
    .where('number', '<=', (head) => head.selectFrom('audit_head').select('number'))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
