import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { taskOf } from './queries.ts'
import { mayBeRead } from './task.ts'

export interface ReadTask {
  id: string
}

/** Closes a task that only tells something, once someone whom it concerns has read it. */
export async function readTask(db: Db, actor: Actor, input: ReadTask, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const task = await taskOf(tx, actor, input.id)
    if (!mayBeRead(task.kind)) throw new RuleViolation('calendar.mustBeDone')
    if (task.closed_at !== null) return
    await tx.updateTable('task').set({ closed_at: now }).where('id', '=', task.id).execute()
    await record(tx, actor, now, {
      action: 'task.read',
      subject: { kind: 'task', id: task.id },
      facts: { kind: task.kind },
    })
  })
}
