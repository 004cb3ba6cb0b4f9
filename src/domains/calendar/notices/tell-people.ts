import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/queue.ts'
import { slices } from '#platform/slices.ts'
import type { NewNotice } from './notice.ts'

/** Tells people inside another command's transaction: in the page at once, by mail as each of them wishes. */
export async function tellPeople(tx: Tx, now: Date, notice: NewNotice, accounts: readonly string[]): Promise<void> {
  const rows = [...new Set(accounts)].map((account) => ({
    id: newId(),
    account_id: account,
    key: notice.key,
    kind: notice.kind,
    naming: notice.naming,
    facts: JSON.stringify(notice.facts ?? {}),
    path: notice.path,
    bloc_year_id: notice.blocYear ?? null,
    created_at: now,
    mail_settled_at: notice.kind === 'address' ? now : null,
  }))
  for (const some of slices(rows)) {
    await tx
      .insertInto('notice')
      .values(some)
      .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
      .execute()
  }
  if (rows.length > 0 && notice.kind !== 'address') await enqueue(tx, 'mail-notices', {})
}
