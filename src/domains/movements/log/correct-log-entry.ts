import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { entryContent, entrySubject, insertEntry, isSentAgain } from './add-log-entry.ts'
import { checkEntry } from './check-entry.ts'
import { lockEntry, replacing } from './lock-log-entry.ts'

export const correctLogEntryInput = z.object({ ...replacing, ...entryContent })
export type CorrectLogEntry = z.output<typeof correctLogEntryInput>

/** The unit corrects what it wrote: the earlier entry is kept and no longer counts. */
export async function correctLogEntry(db: Db, actor: Actor, input: CorrectLogEntry, now: Date): Promise<string> {
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    if (await isSentAgain(tx, actor, input.id)) return
    const { standing, kind } = await lockEntry(tx, actor, input)
    checkEntry(year, kind, input, now)
    const replaces = { id: standing.id, reason: input.reason }
    await insertEntry(tx, actor, { ...input, unit: standing.unit_id, kind, replaces }, now)
    const facts = { unit: standing.unit, kind: kind.name, reason: input.reason }
    await record(tx, actor, now, { action: 'entries.corrected', subject: entrySubject(input.id), facts })
  })
  return input.id
}
