import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { isOver } from './assignment.ts'
import type { HeldAssignment } from './lock-assignment.ts'
import { conflictKey, successorOf } from './matrix.ts'
import { assignmentsOfRound, conflictsOf, fieldsOfRound, planOf } from './queries.ts'
import { sheetsOfRound } from '../sheets/queries.ts'
import { tableOfVersion } from '../rounds/queries.ts'
import { partsOf } from './table-parts.ts'

/** Who may take a place: members with a sheet, or where fields are held, those who hold this one. */
async function candidatesFor(tx: Tx, { assignment, round }: HeldAssignment): Promise<string[]> {
  const plan = await planOf(tx, round.id)
  if (plan?.span !== 'field') return [...new Set((await sheetsOfRound(tx, round.id)).map((sheet) => sheet.unit_id))]
  const table = await tableOfVersion(tx, assignment.version_id)
  const holder = partsOf(table, 'field').find(({ part }) => part === assignment.part)?.holder
  return (await fieldsOfRound(tx, round.id)).filter(({ code }) => code === holder).map((one) => one.unit_id)
}

/** Adds a turn in the place of one that is over. */
export async function addTurn(
  tx: Tx,
  now: Date,
  { assignment, round }: HeldAssignment,
  assessor: string,
): Promise<void> {
  const standing = (await assignmentsOfRound(tx, round.id)).filter((one) => !isOver(one))
  const isMutual = standing.some((one) => one.unit_id === assessor && one.assessor_unit_id === assignment.unit_id)
  await tx
    .insertInto('cross_assignment')
    .values({
      id: newId(),
      sheet_id: assignment.sheet_id,
      part: assignment.part,
      unit_id: assignment.unit_id,
      assessor_unit_id: assessor,
      is_mutual: isMutual,
      replaces: assignment.id,
      assigned_at: now,
    })
    .execute()
}

/** The turn of who stepped back passes to the fairest other; nobody where none is left, and the head is asked. */
export async function nameSuccessor(tx: Tx, now: Date, held: HeldAssignment): Promise<string | undefined> {
  const { assignment, round } = held
  const all = await assignmentsOfRound(tx, round.id)
  const sameTurn = all.filter((one) => one.sheet_id === assignment.sheet_id && one.part === assignment.part)
  // Parts of different tables have like names: a turn is told by its sheet.
  const asPairing = (one: (typeof all)[number]) => ({
    unit: one.unit_id,
    part: `${one.version_id} ${one.part}`,
    assessor: one.assessor_unit_id,
  })
  const successor = successorOf({
    unit: assignment.unit_id,
    part: `${assignment.version_id} ${assignment.part}`,
    among: await candidatesFor(tx, held),
    standing: all.filter((one) => !isOver(one) && one.id !== assignment.id).map(asPairing),
    gone: sameTurn.filter((one) => isOver(one) || one.id === assignment.id).map((one) => one.assessor_unit_id),
    conflicts: new Set((await conflictsOf(tx, round.id)).map((one) => conflictKey(one.assessor_unit_id, one.unit_id))),
    seed: (await planOf(tx, round.id))?.seed ?? round.id,
  })
  if (successor !== undefined) await addTurn(tx, now, held, successor)
  return successor
}
