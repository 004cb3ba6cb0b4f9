import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { maySendFor } from '../access.ts'
import { roundById } from '../rounds/queries.ts'
import { tasksOfSheetSent } from '../rounds/round-tasks.ts'
import { checkSheet } from './check-sheet.ts'
import { lockSheet, sheetSubject } from './lock-sheet.ts'
import type { SheetRow } from './queries.ts'
import { demandTakesEntries } from './save-entries.ts'

export const sendSheetInput = z.object({
  sheet: z.uuid(),
  /** Asked for when the last day is over. */
  lateReason: z.string().trim().max(1000).default(''),
})
export type SendSheet = z.output<typeof sendSheetInput>

/** Late is only who sends first after the last day; answers with that day. */
export async function lateSince(db: Db | Tx, sheet: SheetRow, today: string): Promise<string | undefined> {
  const { self_due_on: due } = await roundById(db, sheet.round_id)
  return sheet.submitted_at === null && isPast(due, today) ? due : undefined
}

async function markSent(tx: Tx, actor: Actor, now: Date, { sheet, reason }: { sheet: SheetRow; reason: string }) {
  const { self_due_on: due_on } = await roundById(tx, sheet.round_id)
  await tx
    .updateTable('score_sheet')
    .set({ state: 'submitted', edition: sheet.edition + 1, submitted_at: now, submitted_by: actor.account })
    .where('id', '=', sheet.id)
    .execute()
  const by = { by_account: actor.account, by_name: actor.name, at: now }
  const step = { step: 'submitted', stage: 'self', on_day: dayOf(now), due_on, reason } as const
  await tx
    .insertInto('score_sheet_step')
    .values({ id: newId(), sheet_id: sheet.id, ...step, ...by })
    .execute()
}

/** The unit's leader sends its sheet: complete, and late only with a reason. */
export async function sendSheet(db: Db, actor: Actor, input: SendSheet, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    demand(maySendFor(actor, sheet.unit_id))
    demandTakesEntries(sheet)
    const { lacks } = await checkSheet(tx, sheet, dayOf(now))
    if (lacks.length > 0) throw new RuleViolation('sheets.notComplete', { count: lacks.length })
    const late = await lateSince(tx, sheet, dayOf(now))
    if (late !== undefined && input.lateReason === '') throw new RuleViolation('sheets.lateNeedsReason', { due: late })

    const reason = late === undefined ? '' : input.lateReason
    await markSent(tx, actor, now, { sheet, reason })
    await tasksOfSheetSent(tx, now, sheet.id)
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    // Points stay out of the log: members read it before they may see one another's sheets.
    const facts = { table: sheet.title, unit, reason }
    await record(tx, actor, now, { action: 'scoring.sheetSent', subject: sheetSubject(sheet.id), facts })
  })
}
