import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { isOwed } from '../cross/assignment.ts'
import { assignmentsOfRound } from '../cross/queries.ts'
import { roundById } from '../rounds/queries.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import type { SheetRow } from '../sheets/queries.ts'
import { mayJudgeSheet } from './access.ts'
import { figuresOf, gatherFigures } from './gather-figures.ts'
import { stageOf } from './judging.ts'
import { tasksOfSettling } from './judging-tasks.ts'
import { explanationsOf, judgedOf } from './queries.ts'
import { recordStep } from './record-step.ts'
import { unsettledOf } from './unsettled.ts'

export const verifySheetInput = z.object({ sheet: z.uuid(), edition: z.coerce.number().int() })

/** What others still owe: an answer to a question, or a turn of cross-scoring. */
async function demandNothingWaits(tx: Tx, sheet: SheetRow): Promise<void> {
  const questions = await explanationsOf(tx, [sheet.id])
  if (questions.some(({ state }) => state !== 'settled')) throw new RuleViolation('judging.questionWaits')
  const turns = (await assignmentsOfRound(tx, sheet.round_id)).filter((one) => one.sheet_id === sheet.id)
  if (turns.some(isOwed)) throw new RuleViolation('judging.turnWaits')
}

/** The bloc verifies a sheet; then the authority agrees to it. Nothing is left without points or without a word. */
export async function verifySheet(
  db: Db,
  actor: Actor,
  input: z.output<typeof verifySheetInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const sheet = await lockSheet(tx, input.sheet)
    const round = await roundById(tx, sheet.round_id)
    const stage = stageOf({ round, sheet })
    demand(mayJudgeSheet(actor, stage ?? 'bloc', await judgedOf(tx, sheet)))
    if (stage === undefined) throw new RuleViolation('judging.notNow')
    if (sheet.edition !== input.edition) throw new RuleViolation('judging.changedMeanwhile')
    await demandNothingWaits(tx, sheet)
    const all = await gatherFigures(tx, { round, version: sheet.version_id, today: dayOf(now) })
    const open = unsettledOf(all.standing.table, figuresOf(all, sheet.unit_id), stage)
    if (open.length > 0)
      throw new RuleViolation('judging.unsettled', { codes: open.map(({ code }) => code).join(', ') })

    const [step, to] = stage === 'bloc' ? (['verified', 'verified'] as const) : (['agreed', 'agreed'] as const)
    await recordStep(tx, { actor, now }, sheet, { step, stage, to })
    await tasksOfSettling(tx, now, sheet, stage)
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const action = stage === 'bloc' ? 'judging.verified' : 'judging.accepted'
    await record(tx, actor, now, { action, subject: sheetSubject(sheet.id), facts: { unit, table: sheet.title } })
  })
}
