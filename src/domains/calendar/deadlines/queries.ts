import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import type { DeadlineFacts } from './deadline.ts'

const selectDeadlines = (db: Db | Tx) =>
  db
    .selectFrom('deadline')
    .select((select) => [
      'deadline.id',
      'deadline.key',
      'deadline.bloc_year_id',
      'deadline.kind',
      'deadline.naming',
      select.ref('deadline.facts').$castTo<DeadlineFacts>().as('facts'),
      'deadline.starts_on',
      'deadline.ends_on',
      sql<string | null>`to_char(deadline.starts_at, 'HH24:MI')`.as('starts_at'),
      sql<string | null>`to_char(deadline.ends_at, 'HH24:MI')`.as('ends_at'),
      'deadline.place',
      'deadline.note',
      'deadline.audience',
      'deadline.unit_id',
      'deadline.path',
      'deadline.asks_task',
      'deadline.sequence',
      'deadline.changed_at',
      'deadline.cancelled_at',
      'deadline.cancel_reason',
    ])
    .orderBy('deadline.starts_on')
    .orderBy('deadline.starts_at', (order) => order.asc().nullsFirst())
    .orderBy('deadline.ends_on')
    .orderBy('deadline.id')

export type DeadlineRow = Awaited<ReturnType<ReturnType<typeof selectDeadlines>['executeTakeFirstOrThrow']>>

/** All that the calendars of these years hold, the cancelled among them, in the order of their days. */
export async function deadlinesOf(db: Db | Tx, blocYears: readonly string[]): Promise<DeadlineRow[]> {
  if (blocYears.length === 0) return []
  return selectDeadlines(db)
    .where('deadline.bloc_year_id', 'in', [...blocYears])
    .execute()
}

export async function deadlineById(db: Db | Tx, id: string): Promise<DeadlineRow> {
  return found(await selectDeadlines(db).where('deadline.id', '=', id).executeTakeFirst())
}

/** Locked, so that two who change it take turns. */
export async function lockDeadline(tx: Tx, id: string): Promise<DeadlineRow> {
  found(await tx.selectFrom('deadline').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return deadlineById(tx, id)
}

/** Those that may ask for tasks on a day, of years that no reorganisation closed. */
export async function askingOn(db: Db | Tx, today: string, openBefore: number): Promise<DeadlineRow[]> {
  return selectDeadlines(db)
    .where('deadline.asks_task', '=', true)
    .where('deadline.cancelled_at', 'is', null)
    .where('deadline.ends_on', '>=', today)
    .where('deadline.ends_on', '<=', sql<string>`${today}::date + ${openBefore}::integer`)
    .where(sql<boolean>`not exists (select from bloc_year_closing c where c.bloc_year_id = deadline.bloc_year_id)`)
    .execute()
}

/** The open task of a deadline that a person may close, by its unit or role. */
export async function openTasksOfDeadline(db: Db | Tx, deadline: string) {
  return db
    .selectFrom('task')
    .select(['id', 'key', 'unit_id', 'tenant_role'])
    .where('key', 'like', `deadline ${deadline} %`)
    .where('closed_at', 'is', null)
    .execute()
}
