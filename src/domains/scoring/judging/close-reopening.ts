import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { lockSheet, sheetSubject } from '../sheets/lock-sheet.ts'
import type { SheetRow } from '../sheets/queries.ts'
import { mayDecideReopening } from './access.ts'
import { takesReopening } from './judging.ts'
import { closeAcceptTask, closeReopeningTask } from './judging-tasks.ts'
import { reopeningById, type ReopeningRow } from './queries.ts'
import { recordStep } from './record-step.ts'

export const closeReopeningInput = z.object({
  reopening: z.uuid(),
  outcome: z.enum(['agreed', 'refused']),
  reason: z.string().trim().max(2000).default(''),
})
export type CloseReopening = z.output<typeof closeReopeningInput>

/** Back to where the bloc judges; what was agreed stays as it is until someone changes it. */
async function openAgain(tx: Tx, by: { actor: Actor; now: Date }, sheet: SheetRow, { reason }: ReopeningRow) {
  if (!takesReopening({ round: { state: sheet.round_state }, sheet })) throw new RuleViolation('judging.notSettled')
  await closeAcceptTask(tx, by.now, sheet.id)
  await recordStep(tx, by, sheet, { step: 'reopened', stage: 'bloc', to: 'submitted', reason })
}

/** A second person agrees, and the sheet is judged again; or refuses with a reason. */
export async function closeReopening(db: Db, actor: Actor, input: CloseReopening, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { sheet_id } = await reopeningById(tx, input.reopening)
    const sheet = await lockSheet(tx, sheet_id)
    const reopening = await reopeningById(tx, input.reopening)
    demand(mayDecideReopening(actor, { ...reopening, blocYear: sheet.bloc_year_id, unit: sheet.unit_id }))
    if (reopening.state !== 'asked') throw new RuleViolation('judging.reopeningDecided')
    if (input.outcome === 'refused' && input.reason === '') throw new RuleViolation('judging.reasonMissing')

    const decided = { decided_by: actor.account, decided_name: actor.name, decided_at: now }
    await tx
      .updateTable('sheet_reopening')
      .set({ state: input.outcome, decision_reason: input.reason, ...decided })
      .where('id', '=', reopening.id)
      .execute()
    await closeReopeningTask(tx, now, reopening.id)
    if (input.outcome === 'agreed') await openAgain(tx, { actor, now }, sheet, reopening)
    const { short_name: unit } = await nameOn(tx, sheet.unit_id, dayOf(now))
    const action = input.outcome === 'agreed' ? 'judging.reopened' : 'judging.reopeningRefused'
    const facts = { unit, reason: input.outcome === 'agreed' ? reopening.reason : input.reason }
    await record(tx, actor, now, { action, subject: sheetSubject(sheet.id), facts })
  })
}
