import { headOf } from '#domains/blocs/members/queries.ts'
import { membersOn, yearById } from '#domains/blocs/queries.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { closeTask, openTask } from '../open-task.ts'
import { rulesOf } from '../reminders/queries.ts'
import { asksToday } from './deadline.ts'
import { deadlinePaths } from './paths.ts'
import { openTasksOfDeadline, type DeadlineRow } from './queries.ts'

type Holder = { unit: string } | { tenantRole: 'authority' }

const authorityKey = 'authority'

/** Whose task it is, by the last word of the task's key. */
async function holdersOf(tx: Tx, deadline: DeadlineRow, today: string): Promise<Map<string, Holder>> {
  if (deadline.audience === 'authority') return new Map([[authorityKey, { tenantRole: authorityKey }]])
  if (deadline.audience === 'unit' && deadline.unit_id !== null) {
    return new Map([[deadline.unit_id, { unit: deadline.unit_id }]])
  }
  if (deadline.audience === 'members') {
    const members = await membersOn(tx, deadline.bloc_year_id, today)
    return new Map(members.map(({ unit }) => [unit, { unit }]))
  }
  const head = await headOf(tx, deadline.bloc_year_id)
  return new Map(head === undefined ? [] : [['head', { unit: head }]])
}

async function closeAll(tx: Tx, now: Date, deadline: DeadlineRow) {
  for (const { key } of await openTasksOfDeadline(tx, deadline.id)) await closeTask(tx, now, key)
}

/** Whoever has done it once is not asked again, however the day moves. */
async function closedKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx
    .selectFrom('task')
    .select('key')
    .where('key', 'in', [...keys])
    .where('closed_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ key }) => key))
}

/** Brings the tasks of a deadline to what it is now: opened as its day comes near, moved with it, closed without it. */
export async function openDeadlineTasks(tx: Tx, now: Date, deadline: DeadlineRow): Promise<void> {
  const today = dayOf(now)
  const { tasks_open_before: openBefore } = await rulesOf(tx)
  if (!deadline.asks_task || deadline.cancelled_at !== null) return closeAll(tx, now, deadline)
  if (!asksToday(deadline, { today, opensOn: addDays(deadline.ends_on, -openBefore) })) {
    await moveDay(tx, deadline)
    return
  }
  const year = await yearById(tx, deadline.bloc_year_id)
  const holders = await holdersOf(tx, deadline, today)
  const keyOf = (who: string) => `deadline ${deadline.id} ${who}`
  const done = await closedKeys(tx, [...holders.keys()].map(keyOf))
  for (const [who, holder] of holders) {
    if (done.has(keyOf(who))) continue
    await openTask(tx, now, {
      ...holder,
      key: keyOf(who),
      kind: deadline.audience === 'head' ? 'calendar.headDue' : 'calendar.due',
      blocYear: year.id,
      path: deadline.path ?? deadlinePaths.deadline(year.bloc.slug, year.slug, deadline.id),
      facts: { ...deadline.facts, naming: deadline.naming },
      dueOn: deadline.ends_on,
    })
  }
}

/** Tasks that are open already follow a day that moved out of reach. */
async function moveDay(tx: Tx, { id, ends_on }: DeadlineRow) {
  await tx
    .updateTable('task')
    .set({ due_on: ends_on })
    .where('key', 'like', `deadline ${id} %`)
    .where('closed_at', 'is', null)
    .execute()
}
