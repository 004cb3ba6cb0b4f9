import { sql } from 'kysely'
import { ApiFault } from '#platform/api.ts'
import { databaseWithin } from '#platform/database/database-within.ts'
import type { Db, Tx } from '#platform/database/database.ts'

export interface Asked {
  token: string
  key: string
  /** SHA-256 of method, path and content. */
  hash: Buffer
  now: Date
}

export interface Kept {
  status: number
  body: string
  isAgain: boolean
}

const keptHours = 24

/** For how long answers are kept: what was asked before this moment may be asked anew. */
const keptSince = (now: Date) => new Date(now.getTime() - keptHours * 3_600_000)

/** Waits while the same key is at work elsewhere, but not for ever. */
async function claim(tx: Tx, { token, key, hash, now }: Asked): Promise<boolean> {
  await sql`set local lock_timeout = '10s'`.execute(tx)
  const { rows } = await sql`
    insert into api_answer (token_id, key, request_hash, asked_at) values (${token}, ${key}, ${hash}, ${now})
    on conflict (token_id, key) do update
      set request_hash = excluded.request_hash, asked_at = excluded.asked_at, status = null, body = null
      where api_answer.asked_at < ${keptSince(now)}
    returning key`.execute(tx)
  await sql`set local lock_timeout to default`.execute(tx)
  return rows.length > 0
}

const isLockTimeout = (error: unknown) => error instanceof Error && 'code' in error && error.code === '55P03'

async function answerKept(tx: Tx, { token, key, hash }: Asked): Promise<Kept> {
  const row = await tx
    .selectFrom('api_answer')
    .select(['request_hash', 'status', 'body'])
    .where('token_id', '=', token)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!row.request_hash.equals(hash)) throw new ApiFault(422, 'api.keyUsed')
  return { status: row.status ?? 200, body: row.body ?? '', isAgain: true }
}

/**
 * Runs a write once for its key. The claim, the write and its answer are one transaction: after a crash either all
 * stand or none, a second request with the key waits for the first, and a refused write leaves the key free.
 */
export async function once(db: Db, asked: Asked, work: (db: Db) => Promise<Omit<Kept, 'isAgain'>>): Promise<Kept> {
  return db.transaction().execute(async (tx) => {
    const isFirst = await claim(tx, asked).catch((error: unknown) => {
      throw isLockTimeout(error) ? new ApiFault(409, 'api.stillAtWork') : error
    })
    if (!isFirst) return answerKept(tx, asked)
    const { status, body } = await work(databaseWithin(tx))
    await tx
      .updateTable('api_answer')
      .set({ status, body })
      .where('token_id', '=', asked.token)
      .where('key', '=', asked.key)
      .execute()
    return { status, body, isAgain: false }
  })
}

/** Answers that are older than they are kept. */
export async function forgetAnswers(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('api_answer').where('asked_at', '<', keptSince(now)).execute()
}
