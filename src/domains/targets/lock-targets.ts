import type { Tx } from '#platform/database/database.ts'

/** A signed paper holds these targets from now on, as far as they are in force: they change only with all consents. */
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
    .where('state', '=', 'in_force')
    .execute()
}
