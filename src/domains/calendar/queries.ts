import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { concernedBy, type Concerned } from './access.ts'
import type { TaskFacts } from './task.ts'

/** The tasks of the person, of the units that they work for, and of their roles in the tenant. */
function tasksFor(db: Db, actor: Concerned) {
  const { account, units, tenantRoles } = concernedBy(actor)
  return db
    .selectFrom('task')
    .leftJoin('bloc_year', 'bloc_year.id', 'task.bloc_year_id')
    .leftJoin('bloc', 'bloc.id', 'bloc_year.bloc_id')
    .select((select) => [
      'task.id',
      'task.kind',
      'task.path',
      'task.due_on',
      'task.opened_at',
      'task.closed_at',
      'bloc.short_name as bloc',
      'bloc_year.slug as year',
      'bloc_year.id as blocYear',
      select.ref('task.facts').$castTo<TaskFacts>().as('facts'),
    ])
    .where((where) =>
      where.or([
        where('task.account_id', '=', account),
        ...(units.length > 0 ? [where('task.unit_id', 'in', units)] : []),
        ...(tenantRoles.length > 0 ? [where('task.tenant_role', 'in', tenantRoles)] : []),
      ]),
    )
}

export type TaskRow = Awaited<ReturnType<ReturnType<typeof tasksFor>['executeTakeFirstOrThrow']>>

/** What waits, by deadline and then by age; what has none comes after what has one. */
export async function tasksOf(db: Db, actor: Concerned, filter: { blocYear?: string } = {}): Promise<TaskRow[]> {
  return tasksFor(db, actor)
    .where('task.closed_at', 'is', null)
    .$if(filter.blocYear !== undefined, (query) => query.where('task.bloc_year_id', '=', filter.blocYear ?? null))
    .orderBy('task.due_on', (order) => order.asc().nullsLast())
    .orderBy('task.opened_at')
    .orderBy('task.id')
    .execute()
}

/** What is done, the latest first. */
export async function closedTasksOf(db: Db, actor: Actor, { page = 1, size = 20 } = {}) {
  const rows = await tasksFor(db, actor)
    .select((select) => select.fn.countAll<number>().over().as('total'))
    .where('task.closed_at', 'is not', null)
    .orderBy('task.closed_at', 'desc')
    .orderBy('task.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { tasks: rows as TaskRow[], total: rows[0]?.total ?? 0 }
}

/** How many wait: the number beside "Việc cần làm". */
export async function countTasks(db: Db, actor: Actor): Promise<number> {
  return (await tasksOf(db, actor)).length
}

export async function taskOf(db: Db, actor: Actor, id: string): Promise<TaskRow> {
  return found(await tasksFor(db, actor).where('task.id', '=', id).executeTakeFirst())
}

/** How many wait for this person alone, and for no unit. */
export async function countTasksOf(db: Db, account: string): Promise<number> {
  const row = await db
    .selectFrom('task')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
