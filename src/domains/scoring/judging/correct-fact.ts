import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import type { CellAnswer } from '../sheets/cell.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import { writeEntries } from '../sheets/write-entries.ts'
import { mayJudgeSheet } from './access.ts'
import { stageOf } from './judging.ts'
import { judgedOf } from './queries.ts'

export const correctFactInput = z.object({
  sheet: z.uuid(),
  key: z.string().min(1).max(200),
  /** As typed; empty takes the correction back, and what stood before stands again. */
  text: z.string().max(4000),
  edition: z.coerce.number().int().min(0),
  reason: paragraph(2000),
})
export type CorrectFact = z.output<typeof correctFactInput>

/** Who judges a sheet puts a fact right, with a reason; what the unit said stays beside it. */
export async function correctFact(db: Db, actor: Actor, input: CorrectFact, now: Date): Promise<CellAnswer> {
  return db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    const stage = stageOf({ round: { state: sheet.round_state }, sheet })
    demand(mayJudgeSheet(actor, stage ?? 'bloc', await judgedOf(tx, sheet)))
    if (stage === undefined) throw new RuleViolation('judging.notNow')
    const table = await tableOfVersion(tx, sheet.version_id)
    const cell = { kind: 'fact', name: input.key, text: input.text, note: input.reason, isAssigned: true } as const
    const writing = { sheet, table, stage, assessor: sheet.unit_id }
    const [answer] = await writeEntries(tx, { actor, now }, writing, [{ ...cell, edition: input.edition }])
    if (answer === undefined) throw new Error('one cell has one answer')
    if (answer.outcome === 'fault') throw new RuleViolation('judging.factUnreadable')
    if (answer.outcome === 'conflict') throw new RuleViolation('judging.changedMeanwhile')
    const facts = { key: input.key, reason: input.reason }
    await record(tx, actor, now, { action: 'judging.factCorrected', subject: sheetSubject(sheet.id), facts })
    return answer
  })
}
