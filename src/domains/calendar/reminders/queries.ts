import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { usualRules, type ReminderRules } from './rules.ts'

/** The rules of the tenant, else the program's. */
export async function rulesOf(db: Db | Tx): Promise<ReminderRules> {
  const row = await db
    .selectFrom('reminder_rules')
    .select([
      'remind_days',
      'tasks_open_before',
      sql<string>`to_char(quiet_from, 'HH24:MI')`.as('quiet_from'),
      sql<string>`to_char(quiet_to, 'HH24:MI')`.as('quiet_to'),
      sql<string>`to_char(digest_at, 'HH24:MI')`.as('digest_at'),
      'leader_after',
      'head_after',
      'authority_after',
      'notices_kept_days',
      'mails_kept_days',
    ])
    .executeTakeFirst()
  return row ?? usualRules
}

/** Who was told that a task is overdue, by task and only for its present last day. */
export async function escalationsOf(db: Db, tasks: readonly string[]) {
  if (tasks.length === 0) return []
  return db
    .selectFrom('task_escalation')
    .innerJoin('task', (join) =>
      join.onRef('task.id', '=', 'task_escalation.task_id').onRef('task.due_on', '=', 'task_escalation.due_on'),
    )
    .select(['task_escalation.task_id', 'task_escalation.step', 'task_escalation.told_at'])
    .where('task_escalation.task_id', 'in', [...tasks])
    .orderBy('task_escalation.step')
    .execute()
}
