import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { readSearch, searchQuery } from './search-filter.ts'

const mostSaved = 50

/** Only what our own address can say is kept. */
export const saveSearchInput = z.object({
  name: line(80),
  query: z
    .string()
    .max(1000)
    .transform((text) => searchQuery(readSearch(Object.fromEntries(new URLSearchParams(text))))),
})

export type SaveSearch = z.output<typeof saveSearchInput>

/** Keeps a search under a name of one's own; the same name again stands for the newer. */
export async function saveSearch(db: Db, actor: Actor, { name, query }: SaveSearch, now: Date): Promise<void> {
  if (query === '') throw new RuleViolation('search.nothingToSave')
  await db.transaction().execute(async (tx) => {
    await sql`select from account where id = ${actor.account} for update`.execute(tx)
    const saved = await tx.selectFrom('saved_search').select('name').where('account_id', '=', actor.account).execute()
    if (saved.length >= mostSaved && saved.every((one) => one.name !== name)) {
      throw new RuleViolation('search.tooManySaved', { most: String(mostSaved) })
    }
    await tx
      .insertInto('saved_search')
      .values({ id: newId(), account_id: actor.account, name, query, saved_at: now })
      .onConflict((conflict) => conflict.columns(['account_id', 'name']).doUpdateSet({ query, saved_at: now }))
      .execute()
    const subject = { kind: 'account', id: actor.account }
    await record(tx, actor, now, { action: 'search.saved', subject })
  })
}
