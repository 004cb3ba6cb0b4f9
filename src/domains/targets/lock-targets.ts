import type { Tx } from '#platform/database/database.ts'

/** A signed paper holds these targets from now on: they count, and change only with every member's consent. */
export async function lockTargets(
  tx: Tx,
  { targets, document }: { targets: readonly string[]; document: string },
  now: Date,
): Promise<void> {
  if (targets.length === 0) return
  await tx
    .updateTable('target')
    .set({ locked_by_document: document, locked_at: now, changed_at: now })
    .where('id', 'in', [...targets])
    .where('locked_by_document', 'is', null)
    .where('state', '<>', 'withdrawn')
    .execute()
  await tx
    .updateTable('target')
    .set({ state: 'in_force' })
    .where('id', 'in', [...targets])
    .where('state', '=', 'draft')
    .execute()
}
