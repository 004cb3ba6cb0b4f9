import type { Db } from '../../src/platform/database/database.ts'
import { newId } from '../../src/platform/id.ts'
import { morning } from '../cast.ts'

/** A deadline for all members as its head wrote it, and the task of one unit for it. */
export async function addDeadline(db: Db, blocYear: string, unit: string): Promise<string> {
  const id = newId()
  const days = { starts_on: '2023-03-15', ends_on: '2023-03-15', created_at: morning, changed_at: morning }
  const named = { kind: 'deadline', naming: 'typed', facts: JSON.stringify({ title: 'Nộp danh sách' }) } as const
  await db
    .insertInto('deadline')
    .values({ id, key: id, bloc_year_id: blocYear, ...named, ...days, audience: 'members', asks_task: true })
    .execute()
  const task = {
    id: newId(),
    key: `deadline ${id} ${unit}`,
    kind: 'calendar.due',
    unit_id: unit,
    path: '/viec-can-lam',
  }
  await db
    .insertInto('task')
    .values({ ...task, bloc_year_id: blocYear, opened_at: morning })
    .execute()
  return id
}
