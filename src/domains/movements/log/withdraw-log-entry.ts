import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { entrySubject, insertEntry, isSentAgain } from './add-log-entry.ts'
import { lockEntry, replacing } from './lock-log-entry.ts'

export const withdrawLogEntryInput = z.object(replacing)
export type WithdrawLogEntry = z.output<typeof withdrawLogEntryInput>

/** Takes back an entry that should not have been: it is kept, says why, and no longer counts. */
export async function withdrawLogEntry(db: Db, actor: Actor, input: WithdrawLogEntry, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, input.blocYear)
    if (await isSentAgain(tx, actor, input.id)) return
    const { standing, kind } = await lockEntry(tx, actor, input)
    const { unit_id: unit, on_day: onDay, text } = standing
    const replaces = { id: standing.id, reason: input.reason, isWithdrawal: true }
    await insertEntry(tx, actor, { id: input.id, unit, kind, onDay, text, values: {}, replaces }, now)
    const facts = { unit: standing.unit, kind: kind.name, reason: input.reason }
    await record(tx, actor, now, { action: 'entries.withdrawn', subject: entrySubject(input.id), facts })
  })
}
