import type { Db, Tx } from '#platform/database/database.ts'
import { lockOpinion, opinionById } from '../queries.ts'
import type { Opinion } from '../opinion.ts'
import { hashOfCode } from './tracking-code.ts'

/** What is known by a tracking code: an opinion, one that waits for the day's batch, or nothing. */
export type Followed =
  | { kind: 'opinion'; opinion: Opinion; standing: Opinion; hash: string }
  | { kind: 'waiting'; hash: string }

const idByHash = (db: Db | Tx, hash: string) =>
  db.selectFrom('opinion').select('id').where('code_sha256', '=', hash).executeTakeFirst()

const waits = async (db: Db | Tx, hash: string) => {
  const waiting = db.selectFrom('opinion_waiting').select('id').where('code_sha256', '=', hash)
  return (await waiting.limit(1).executeTakeFirst()) !== undefined
}

/** An opinion that was put together with another stands as that one stands. */
export async function followedByHash(db: Db | Tx, hash: string): Promise<Followed | undefined> {
  const row = await idByHash(db, hash)
  if (row === undefined) return (await waits(db, hash)) ? { kind: 'waiting', hash } : undefined
  const opinion = await opinionById(db, row.id)
  const standing = opinion.led_by === null ? opinion : await opinionById(db, opinion.led_by)
  return { kind: 'opinion', opinion, standing, hash }
}

export async function followedByCode(db: Db | Tx, typed: string): Promise<Followed | undefined> {
  const hash = hashOfCode(typed)
  return hash === undefined ? undefined : followedByHash(db, hash)
}

export async function lockFollowed(tx: Tx, typed: string): Promise<Followed | undefined> {
  const found = await followedByCode(tx, typed)
  if (found?.kind !== 'opinion') return found
  const standing = await lockOpinion(tx, found.standing.id)
  const isOne = standing.id === found.opinion.id
  return { ...found, standing, opinion: isOne ? standing : await lockOpinion(tx, found.opinion.id) }
}

/** What sender and handlers wrote to each other. */
export async function messagesOf(db: Db | Tx, opinion: string) {
  return db
    .selectFrom('opinion_message')
    .select(['number', 'is_from_sender', 'text', 'on_day', 'writer_name'])
    .where('opinion_id', '=', opinion)
    .orderBy('number')
    .execute()
}

export async function verdictsOf(db: Db | Tx, opinion: string) {
  return db
    .selectFrom('opinion_verdict')
    .select(['number', 'is_solved', 'reason', 'on_day'])
    .where('opinion_id', '=', opinion)
    .orderBy('number')
    .execute()
}

/** How many letters of the sender's wait for the batch, so that the page can say so. */
export async function countWaiting(db: Db | Tx, hash: string): Promise<number> {
  const rows = await db.selectFrom('opinion_waiting').select('id').where('code_sha256', '=', hash).execute()
  return rows.length
}
