import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import { notAccepted, type Checked } from './check-assertion.ts'

/** Of two answers of one device at the same moment, and of a key removed meanwhile, none comes through here again. */
export async function moveCounter(tx: Tx, { id, counter }: Checked, now: Date): Promise<void> {
  const moved = await tx
    .updateTable('passkey')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .where('halted_at', 'is', null)
    .where(sql<boolean>`counter < ${counter} or (counter = 0 and ${counter} = 0)`)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) throw notAccepted()
}
