import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import { mayJudgeSheet } from '../judging/access.ts'
import { explanationOutcomes, takesSecondLook, type JudgingStage } from '../judging/judging.ts'
import { closeExplanationTasks } from '../judging/judging-tasks.ts'
import { explanationById, judgedOf } from '../judging/queries.ts'

export const closeExplanationInput = z.object({
  explanation: z.uuid(),
  outcome: z.enum(explanationOutcomes),
  note: paragraph(4000),
})
export type CloseExplanation = z.output<typeof closeExplanationInput>

/** The second look: what became of an answer, for everyone to read. Points are changed apart, each with its reason. */
export async function closeExplanation(db: Db, actor: Actor, input: CloseExplanation, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { sheet_id, stage } = await explanationById(tx, input.explanation)
    const sheet = await lockSheet(tx, sheet_id)
    demand(mayJudgeSheet(actor, stage as JudgingStage, await judgedOf(tx, sheet)))
    const explanation = await explanationById(tx, input.explanation)
    if (!takesSecondLook(explanation, dayOf(now))) throw new RuleViolation('judging.notAnswered')

    const settled = { settled_by: actor.account, settled_name: actor.name, settled_at: now }
    await tx
      .updateTable('explanation')
      .set({ state: 'settled', outcome: input.outcome, outcome_note: input.note, ...settled })
      .where('id', '=', explanation.id)
      .execute()
    await closeExplanationTasks(tx, now, explanation.id)
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const facts = { unit, codes: explanation.codes.join(', '), outcome: input.outcome, note: input.note }
    await record(tx, actor, now, { action: 'judging.settled', subject: sheetSubject(sheet.id), facts })
  })
}
