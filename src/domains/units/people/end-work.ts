import { sql } from 'kysely'
import type { LeavingFact } from '#domains/identity/leaving/leaving.ts'
import type { Telling } from '#platform/announcements.ts'
import type { Tx } from '#platform/database/database.ts'
import { factOf } from '../mandates/lock-mandate.ts'
import type { MandateFact } from '../mandates/mandate.ts'
import { openMandatesOf } from './queries.ts'

/** With the person the roles in units end on the last day, confirmed mandates at once, and asked ones are taken back. */
export async function endWork(tx: Tx, fact: LeavingFact, { now, announce }: Telling<MandateFact>): Promise<void> {
  const { account, day } = fact
  await tx
    .updateTable('unit_role')
    .set({ to_on: sql<string>`greatest(from_on, ${day}::date)` })
    .where('account_id', '=', account)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>', day)]))
    .execute()
  const by = { account: fact.by }
  for (const mandate of await openMandatesOf(tx, account, day)) {
    const isAsked = mandate.state === 'asked'
    const over = { state: 'ended' as const, ended_on: day, ended_reason: fact.reason }
    await tx
      .updateTable('mandate')
      .set(isAsked ? { state: 'withdrawn' } : over)
      .where('id', '=', mandate.id)
      .execute()
    const name = isAsked ? 'mandates.withdrawn' : 'mandates.ended'
    await announce(tx, now, await factOf(tx, isAsked ? mandate : { ...mandate, ended_on: day }, { name, by, now }))
  }
}
