import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { leafOf } from '../sheets/leaf.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import { mayJudgeSheet } from '../judging/access.ts'
import { stageOf } from '../judging/judging.ts'
import { openExplanationTask } from '../judging/judging-tasks.ts'
import { judgedOf } from '../judging/queries.ts'

export const askExplanationInput = z.object({
  sheet: z.uuid(),
  /** Codes of criteria, as the table prints them. */
  codes: z.array(z.string().min(1).max(200)).min(1).max(100),
  question: paragraph(4000),
  dueOn: day(),
})
export type AskExplanation = z.output<typeof askExplanationInput>

/** Who judges a sheet asks the unit about criteria, until a day; answers with the question's id. */
export async function askExplanation(db: Db, actor: Actor, input: AskExplanation, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    const stage = stageOf({ round: { state: sheet.round_state }, sheet })
    demand(mayJudgeSheet(actor, stage ?? 'bloc', await judgedOf(tx, sheet)))
    if (stage === undefined) throw new RuleViolation('judging.notNow')
    if (input.dueOn < dayOf(now)) throw new RuleViolation('judging.dayInPast')
    const table = await tableOfVersion(tx, sheet.version_id)
    if (input.codes.some((code) => leafOf(table, code) === undefined))
      throw new RuleViolation('judging.noSuchCriterion')

    const id = newId()
    const asked = { asked_by: actor.account, asked_name: actor.name, asked_at: now }
    const said = { codes: [...new Set(input.codes)], question: input.question, due_on: input.dueOn }
    await tx
      .insertInto('explanation')
      .values({ id, sheet_id: sheet.id, stage, ...said, ...asked })
      .execute()
    await openExplanationTask(tx, now, sheet, { id, ...said })
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const facts = { unit, codes: said.codes.join(', '), due: input.dueOn }
    await record(tx, actor, now, { action: 'judging.asked', subject: sheetSubject(sheet.id), facts })
    return id
  })
}
