import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import { isAuthority, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalDay, paragraph } from '#platform/form.ts'
import { mayJudgeSheet } from '../judging/access.ts'
import { beginAgain } from '../judging/begin-again.ts'
import { judgedOf } from '../judging/queries.ts'
import { recordStep } from '../judging/record-step.ts'
import { tasksOfSheetReturned } from '../rounds/round-tasks.ts'
import { lockSheet, sheetSubject } from './lock-sheet.ts'
import { sheetCan } from './sheet.ts'

export const returnSheetInput = z.object({
  sheet: z.uuid(),
  edition: z.coerce.number().int(),
  reason: paragraph(1000),
  /** By when the unit should send it again. */
  dueOn: optionalDay(),
})
export type ReturnSheet = z.output<typeof returnSheetInput>

/** For whom a person returns a sheet: for the authority who is of it, else for the bloc. */
export const returningStage = (actor: Actor) => (isAuthority(actor) ? 'authority' : 'bloc')

/** Gives a sheet back to its unit with the reason, while it is verified; then the chain runs again as the bloc's rules say. */
export async function returnSheet(db: Db, actor: Actor, input: ReturnSheet, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    const stage = returningStage(actor)
    demand(mayJudgeSheet(actor, stage, await judgedOf(tx, sheet)))
    if (sheet.round_state !== 'verifying') throw new RuleViolation('sheets.notNow')
    if (sheet.edition !== input.edition) throw new RuleViolation('sheets.changedSince')
    if (!sheetCan('return', sheet)) throw new RuleViolation('sheets.notSent')

    const { reason, dueOn = null } = input
    await recordStep(tx, { actor, now }, sheet, { step: 'returned', stage, to: 'returned', reason })
    await beginAgain(tx, now, sheet, reason)
    await tasksOfSheetReturned(tx, now, sheet, { reason, dueOn })
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const facts = { table: sheet.title, unit, reason }
    await record(tx, actor, now, { action: 'scoring.sheetReturned', subject: sheetSubject(sheet.id), facts })
  })
}
