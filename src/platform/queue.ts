import { sql } from 'kysely'
import type { Tx } from './database/database.ts'

export interface EnqueueOptions {
  /** A job with the same key that has not run yet is replaced. */
  key?: string
  runAt?: Date
}

/** Runs after the transaction commits, never when it does not; at least once. */
export async function enqueue(tx: Tx, task: string, data: object, { key, runAt }: EnqueueOptions = {}): Promise<void> {
  const json = JSON.stringify(data)
  await sql`select extensions.enqueue_job(${task}, ${json}::json, ${key ?? null}::text, ${runAt ?? null}::timestamptz)`.execute(
    tx,
  )
}
