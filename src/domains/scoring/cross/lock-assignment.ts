import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { lockRound, type HeldRound } from '../rounds/lock-round.ts'
import { sheetById, type SheetRow } from '../sheets/queries.ts'
import { isOwed } from './assignment.ts'
import { assignmentById, assignmentsOfRound, type AssignmentRow } from './queries.ts'

export interface HeldAssignment extends HeldRound {
  assignment: AssignmentRow
  sheet: SheetRow
}

/** One unit's turn with its round and sheet, held until the transaction ends: acts on one round take turns. */
export async function lockAssignment(tx: Tx, id: string): Promise<HeldAssignment> {
  const { round_id, sheet_id } = await assignmentById(tx, id)
  const held = await lockRound(tx, round_id)
  return { ...held, assignment: await assignmentById(tx, id), sheet: await sheetById(tx, sheet_id) }
}

/** The unit that leads on a day. */
export async function headOn(tx: Tx, year: Pick<BlocYearRow, 'id'>, day: string): Promise<string | undefined> {
  return (await membersOn(tx, year.id, day)).find(({ office }) => office === 'head')?.unit
}

/** Cross-scoring ends when every turn was taken, or was ended with a reason. */
export async function demandTurnsTaken(tx: Tx, round: string): Promise<void> {
  const count = (await assignmentsOfRound(tx, round)).filter(isOwed).length
  if (count > 0) throw new RuleViolation('cross.turnsOpen', { count })
}

/** What was read is what stands. */
export function demandEdition({ edition }: AssignmentRow, read: number): void {
  if (edition !== read) throw new RuleViolation('cross.changedMeanwhile')
}
