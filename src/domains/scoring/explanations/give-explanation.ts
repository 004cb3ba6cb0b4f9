import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import { mayExplain } from '../judging/access.ts'
import { takesAnswer } from '../judging/judging.ts'
import { openSecondLook } from '../judging/judging-tasks.ts'
import { explanationById } from '../judging/queries.ts'

export const giveExplanationInput = z.object({ explanation: z.uuid(), answer: paragraph(8000) })
export type GiveExplanation = z.output<typeof giveExplanationInput>

/** The unit explains itself; late answers are taken and show that they were. */
export async function giveExplanation(db: Db, actor: Actor, input: GiveExplanation, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { sheet_id } = await explanationById(tx, input.explanation)
    const sheet = await lockSheet(tx, sheet_id)
    demand(mayExplain(actor, sheet.unit_id))
    const explanation = await explanationById(tx, input.explanation)
    if (!takesAnswer(explanation)) throw new RuleViolation('judging.alreadyAnswered')

    const answered = { answered_by: actor.account, answered_name: actor.name, answered_at: now }
    await tx
      .updateTable('explanation')
      .set({ state: 'answered', answer: input.answer, ...answered })
      .where('id', '=', explanation.id)
      .execute()
    await openSecondLook(tx, now, sheet, explanation)
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const facts = { unit, codes: explanation.codes.join(', ') }
    await record(tx, actor, now, { action: 'judging.explained', subject: sheetSubject(sheet.id), facts })
  })
}
