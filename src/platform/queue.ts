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

/** Many jobs of one task, each with its key, in one statement. */
export async function enqueueAll(tx: Tx, task: string, jobs: readonly { data: object; key: string }[]): Promise<void> {
  await sql`
    select extensions.enqueue_job(${task}, data, key, null::timestamptz)
    from json_to_recordset(${JSON.stringify(jobs)}::json) as job (data json, key text)`.execute(tx)
}
