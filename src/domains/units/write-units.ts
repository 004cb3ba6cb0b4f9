import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { slices } from '#platform/slices.ts'

export interface NewUnit {
  id: string
  fullName: string
  shortName: string
  level: string
  code: string | null
  fromOn: string
  document: string
}

/** Two people who add the same unit at once: the second waits here and is then warned. */
export const lockNames = (tx: Tx) => tx.selectFrom('unit_level').select('code').orderBy('code').forUpdate().execute()

/** Asked under `lockNames`, so that no other unit takes the code meanwhile. */
export async function refuseTakenCode(tx: Tx, code: string): Promise<void> {
  const holder = await tx.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirst()
  if (holder) throw new RuleViolation('units.codeTaken', { code })
}

/** Units with their first name and state. Part of another command, which has asked whether that may be. */
export async function writeUnits(tx: Tx, units: readonly NewUnit[]): Promise<void> {
  for (const some of slices(units)) {
    await tx
      .insertInto('unit')
      .values(some.map(({ id, level, code }) => ({ id, level_code: level, code })))
      .execute()
    await tx
      .insertInto('unit_name')
      .values(
        some.map((unit) => ({
          id: newId(),
          unit_id: unit.id,
          full_name: unit.fullName,
          short_name: unit.shortName,
          from_on: unit.fromOn,
          document: unit.document,
        })),
      )
      .execute()
    await tx
      .insertInto('unit_status')
      .values(
        some.map((unit) => ({
          id: newId(),
          unit_id: unit.id,
          status: 'active' as const,
          from_on: unit.fromOn,
          document: unit.document,
        })),
      )
      .execute()
  }
}

export interface NewParent {
  unit: string
  parent: string
  fromOn: string
  document: string
}

/** The first parents of units that were just written. */
export async function writeParents(tx: Tx, parents: readonly NewParent[]): Promise<void> {
  for (const some of slices(parents)) {
    await tx
      .insertInto('unit_parent')
      .values(
        some.map(({ unit, parent, fromOn, document }) => ({
          id: newId(),
          unit_id: unit,
          parent_id: parent,
          from_on: fromOn,
          document,
        })),
      )
      .execute()
  }
}
