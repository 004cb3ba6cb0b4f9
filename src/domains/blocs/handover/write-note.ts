import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine, ticked } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { lockYear, yearSubject } from '../lock-year.ts'
import { mayKeepBook } from './access.ts'
import { isOpen, notesOf } from './queries.ts'

export const writeNoteInput = z.object({
  blocYear: z.uuid(),
  writtenOn: day(),
  what: line(500),
  concerned: optionalLine(200),
  follows: optionalLine(500),
  isDone: ticked(),
  /** An earlier note that is settled by this one. */
  closes: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
})
export type WriteNote = z.output<typeof writeNoteInput>

/** An open note of the same year, not younger than the one that closes it. */
async function demandCloses(tx: Tx, { blocYear, closes, writtenOn }: WriteNote) {
  if (closes === undefined) return
  const note = found((await notesOf(tx, blocYear)).find(({ id }) => id === closes))
  if (!isOpen(note)) throw new RuleViolation('handover.noteClosed')
  if (note.written_on > writtenOn) throw new RuleViolation('handover.noteTooEarly', { day: note.written_on })
}

/** Adds a note to the head's follow-up book. Nothing in it is changed: what a note left open, a later one closes. */
export async function writeNote(db: Db, actor: Actor, input: WriteNote, now: Date): Promise<string> {
  demand(mayKeepBook(actor, input.blocYear))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    if (input.writtenOn > dayOf(now)) throw new RuleViolation('handover.noteInFuture')
    await demandCloses(tx, input)
    const id = newId()
    await tx
      .insertInto('follow_up_note')
      .values({
        id,
        bloc_year_id: year.id,
        written_on: input.writtenOn,
        what: input.what,
        concerned: input.concerned,
        follows: input.follows,
        is_done: input.isDone || input.closes !== undefined,
        closes_id: input.closes ?? null,
        written_by: actor.account,
        writer_name: actor.name,
        written_at: now,
      })
      .execute()
    const facts = { what: input.what, closes: input.closes !== undefined }
    await record(tx, actor, now, { action: 'handover.noteWritten', subject: yearSubject(year.id), facts })
    return id
  })
}
