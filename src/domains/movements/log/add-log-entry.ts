import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, demand, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { actsForMember } from '../access.ts'
import { readDecimal } from '../decimal.ts'
import { checkEntry, type EntryContent } from './check-entry.ts'
import { logKindOf, type LogKindRow } from './queries.ts'

/** A figure typed as people write it; kept as exact decimal text. */
const figure = z.string().transform((text, context) => {
  const value = readDecimal(text)
  if (value !== undefined) return value
  context.addIssue({ code: 'custom', message: '' })
  return z.NEVER
})

export const entryContent = { onDay: day(), text: paragraph(2000), values: z.record(z.string().max(80), figure) }

export const addLogEntryInput = z.object({
  /** The sender's own: the same entry sent twice stands once. */
  id: z.uuid(),
  blocYear: z.uuid(),
  unit: z.uuid(),
  /** The code of its kind. */
  kind: z.string().max(80),
  ...entryContent,
})
export type AddLogEntry = z.output<typeof addLogEntryInput>

interface NewEntry extends EntryContent {
  id: string
  unit: string
  kind: LogKindRow
  replaces?: { id: string; reason: string; isWithdrawal?: boolean }
}

/** Writes the rows of one entry inside a command's transaction. */
export async function insertEntry(tx: Tx, actor: Actor, entry: NewEntry, now: Date): Promise<void> {
  const { id, unit, kind, onDay, text, values, replaces } = entry
  await tx
    .insertInto('log_entry')
    .values({
      id,
      bloc_year_id: kind.bloc_year_id,
      log_kind_id: kind.id,
      unit_id: unit,
      on_day: onDay,
      text,
      replaces_id: replaces?.id ?? null,
      reason: replaces?.reason ?? '',
      is_withdrawal: replaces?.isWithdrawal ?? false,
      entered_by: actor.account,
      entered_at: now,
    })
    .execute()
  const rows = Object.entries(values).map(([number_code, value]) => ({
    entry_id: id,
    log_kind_id: kind.id,
    number_code,
    value,
  }))
  if (rows.length > 0) await tx.insertInto('log_value').values(rows).execute()
}

/** An id that stands already is this same entry sent once more, or somebody else's. */
export async function isSentAgain(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const standing = await tx.selectFrom('log_entry').select('entered_by').where('id', '=', id).executeTakeFirst()
  if (standing !== undefined && standing.entered_by !== actor.account) throw new Conflict('entries.idTaken')
  return standing !== undefined
}

export const entrySubject = (id: string) => ({ kind: 'log_entry', id })

/** A unit writes into the year's log; an entry that arrives twice changes nothing the second time. */
export async function addLogEntry(db: Db, actor: Actor, input: AddLogEntry, now: Date): Promise<string> {
  demand(actsForMember(actor, input.blocYear, input.unit))
  await db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    if (await isSentAgain(tx, actor, input.id)) return
    const kind = await logKindOf(tx, input.blocYear, input.kind)
    if (kind.ended_on !== null) throw new RuleViolation('entries.kindEnded')
    checkEntry(year, kind, input, now)
    await insertEntry(tx, actor, { ...input, kind }, now)
    const { short_name: unit } = await nameOn(tx, input.unit, input.onDay)
    const facts = { unit, kind: kind.name, day: input.onDay }
    await record(tx, actor, now, { action: 'entries.added', subject: entrySubject(input.id), facts })
  })
  return input.id
}
