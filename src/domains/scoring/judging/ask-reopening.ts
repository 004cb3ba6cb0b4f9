import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import { mayAskReopening } from './access.ts'
import { takesReopening } from './judging.ts'
import { openReopeningTask } from './judging-tasks.ts'
import { reopeningsOf } from './queries.ts'

export const askReopeningInput = z.object({ sheet: z.uuid(), reason: paragraph(2000) })
export type AskReopening = z.output<typeof askReopeningInput>

/** Asks that a settled sheet opens again; a second person decides, and all members see both. */
export async function askReopening(db: Db, actor: Actor, input: AskReopening, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    demand(mayAskReopening(actor, sheet.bloc_year_id, sheet.unit_id))
    if (!takesReopening({ round: { state: sheet.round_state }, sheet })) throw new RuleViolation('judging.notSettled')
    const open = (await reopeningsOf(tx, [sheet.id])).some(({ state }) => state === 'asked')
    if (open) throw new RuleViolation('judging.reopeningWaits')

    const id = newId()
    const asked = { asked_by: actor.account, asked_name: actor.name, asked_at: now }
    await tx
      .insertInto('sheet_reopening')
      .values({ id, sheet_id: sheet.id, reason: input.reason, ...asked })
      .execute()
    await openReopeningTask(tx, now, sheet, id)
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const facts = { unit, reason: input.reason }
    await record(tx, actor, now, { action: 'judging.reopeningAsked', subject: sheetSubject(sheet.id), facts })
    return id
  })
}
