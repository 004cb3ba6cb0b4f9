import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { SheetRow } from '../sheets/queries.ts'
import type { SheetState, SheetStepName } from '../sheets/sheet.ts'
import type { JudgingStage } from './judging.ts'

interface Step {
  step: SheetStepName
  stage: JudgingStage
  to: SheetState
  reason?: string
}

/** Brings a sheet to its next state, with a line of what became of it. */
export async function recordStep(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  sheet: SheetRow,
  { step, stage, to, reason = '' }: Step,
): Promise<void> {
  await tx
    .updateTable('score_sheet')
    .set({ state: to, edition: sheet.edition + 1 })
    .where('id', '=', sheet.id)
    .execute()
  const by = { by_account: actor.account, by_name: actor.name, at: now }
  await tx
    .insertInto('score_sheet_step')
    .values({ id: newId(), sheet_id: sheet.id, step, stage, on_day: dayOf(now), reason, ...by })
    .execute()
}
