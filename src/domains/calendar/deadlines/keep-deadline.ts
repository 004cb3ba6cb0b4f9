import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { NewDeadline } from './deadline.ts'
import { openDeadlineTasks } from './open-deadline-tasks.ts'
import { deadlineById, type DeadlineRow } from './queries.ts'

/** What is left out is not there: no time, no place, nothing to do. */
const unsaid = { facts: {}, startsAt: null, endsAt: null, place: '', note: '', unit: null, path: null, asksTask: false }

function told(deadline: NewDeadline) {
  const whole = { ...unsaid, endsOn: deadline.startsOn, ...deadline }
  return {
    bloc_year_id: whole.blocYear,
    kind: whole.kind,
    naming: whole.naming,
    facts: JSON.stringify(whole.facts),
    starts_on: whole.startsOn,
    ends_on: whole.endsOn,
    starts_at: whole.startsAt,
    ends_at: whole.endsAt,
    place: whole.place,
    note: whole.note,
    audience: whole.audience,
    unit_id: whole.unit,
    path: whole.path,
    asks_task: whole.asksTask,
  }
}

/** Whether the calendar would show anything else than before. */
const differs = sql<boolean>`
  deadline.cancelled_at is not null or
  row(deadline.kind, deadline.naming, deadline.facts, deadline.starts_on, deadline.ends_on, deadline.starts_at,
    deadline.ends_at, deadline.place, deadline.note, deadline.audience, deadline.unit_id, deadline.path,
    deadline.asks_task)
  is distinct from
  row(excluded.kind, excluded.naming, excluded.facts, excluded.starts_on, excluded.ends_on, excluded.starts_at,
    excluded.ends_at, excluded.place, excluded.note, excluded.audience, excluded.unit_id, excluded.path,
    excluded.asks_task)`

/** Keeps a deadline or event inside another command's transaction; told again without a change it stays as it is. */
export async function keepDeadline(tx: Tx, now: Date, deadline: NewDeadline): Promise<string> {
  const row = told(deadline)
  await tx
    .insertInto('deadline')
    .values({
      ...row,
      id: newId(),
      key: deadline.key,
      created_by: deadline.by ?? null,
      created_at: now,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          ...row,
          sequence: sql`deadline.sequence + 1`,
          changed_at: now,
          cancelled_at: null,
          cancel_reason: null,
        })
        .where(differs),
    )
    .execute()
  const { id } = await tx.selectFrom('deadline').select('id').where('key', '=', deadline.key).executeTakeFirstOrThrow()
  await openDeadlineTasks(tx, now, await deadlineById(tx, id))
  return id
}

/** Takes it out of the calendar, where it stays as cancelled; of one that is, or never was, nothing comes back. */
export async function dropDeadline(tx: Tx, now: Date, key: string, reason = ''): Promise<DeadlineRow | undefined> {
  const dropped = await tx
    .updateTable('deadline')
    .set({ cancelled_at: now, cancel_reason: reason, changed_at: now, sequence: sql`sequence + 1` })
    .where('key', '=', key)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (dropped === undefined) return undefined
  const deadline = await deadlineById(tx, dropped.id)
  await openDeadlineTasks(tx, now, deadline)
  return deadline
}
