import type { ClientBase } from 'pg'
import { copyIn } from './copy-table.ts'

/** Jobs that tenants asked for and that were not done; those that time asks for are asked for anew. */
export const waitingJobs = {
  name: 'waiting',
  columns: ['task', 'payload', 'run_at', 'max_attempts', 'job_key'],
  query: `select t.identifier as task, j.payload, j.run_at, j.max_attempts, j.key as job_key
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts < j.max_attempts and j.payload::jsonb ? 'tenant' order by j.id`,
}

/** Lays them into the queue again, as new jobs under their old keys. */
export async function addWaitingJobs(client: ClientBase, path: string): Promise<number> {
  await client.query('begin')
  try {
    await client.query(
      `create temporary table waiting (task text, payload json, run_at timestamptz, max_attempts int, job_key text)
       on commit drop`,
    )
    const rows = await copyIn(client, 'waiting', path)
    await client.query(
      `select graphile_worker.add_job(task, payload, run_at := run_at, max_attempts := max_attempts, job_key := job_key)
       from waiting`,
    )
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
