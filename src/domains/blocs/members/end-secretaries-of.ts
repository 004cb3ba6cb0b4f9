import { sql } from 'kysely'
import type { LeavingFact } from '#domains/identity/leaving/leaving.ts'
import type { Tx } from '#platform/database/database.ts'

/** Whoever has left is secretary of no bloc any more; the role ends at once. */
export async function endSecretariesOf(tx: Tx, { account, day }: LeavingFact): Promise<void> {
  await tx
    .updateTable('bloc_role')
    .set({ to_on: sql<string>`greatest(from_on, ${day}::date)` })
    .where('account_id', '=', account)
    .where('to_on', 'is', null)
    .execute()
}
