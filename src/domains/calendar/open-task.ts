import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { NewTask } from './task.ts'

/** Opens a task inside another command's transaction; one that was closed opens again, as of now. */
export async function openTask(tx: Tx, now: Date, task: NewTask): Promise<void> {
  const words = {
    path: task.path,
    facts: JSON.stringify(task.facts ?? {}),
    due_on: task.dueOn ?? null,
  }
  await tx
    .insertInto('task')
    .values({
      ...words,
      id: newId(),
      key: task.key,
      kind: task.kind,
      bloc_year_id: task.blocYear ?? null,
      unit_id: task.unit ?? null,
      account_id: task.account ?? null,
      tenant_role: task.tenantRole ?? null,
      opened_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((set) => ({
        ...words,
        opened_at: set
          .case()
          .when('task.closed_at', 'is', null)
          .then(set.ref('task.opened_at'))
          .else(set.ref('excluded.opened_at'))
          .end(),
        closed_at: null,
      })),
    )
    .execute()
}

/** Closes a task inside another command's transaction; one that is closed, or never was, stays so. */
export async function closeTask(tx: Tx, now: Date, key: string): Promise<void> {
  await tx.updateTable('task').set({ closed_at: now }).where('key', '=', key).where('closed_at', 'is', null).execute()
}
