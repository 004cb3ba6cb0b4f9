import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actsForMember } from '../access.ts'
import { keepsMovement, lockMovement, movementSubject } from './lock-movement.ts'
import { movementLevels, type MovementLevel } from './movement.ts'

export const recordAdoptionInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  level: z.enum(movementLevels),
  /** Who took it up, at the levels above the members. */
  adopter: optionalLine(200),
  /** The member that took it up. */
  unit: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  adoptedOn: day(),
  document: optionalLine(200),
})
export type RecordAdoption = z.output<typeof recordAdoptionInput>

interface Adoption {
  movement: string
  level: MovementLevel
  adopter: string
  unit?: string | undefined
  adoptedOn: string
  document?: string
}

/** Writes when a level took a movement up, once for each adopter, inside a command's transaction. */
export async function insertAdoption(tx: Tx, actor: Actor, adoption: Adoption, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('movement_adoption')
    .values({
      id: newId(),
      movement_id: adoption.movement,
      level: adoption.level,
      adopter: adoption.adopter,
      unit_id: adoption.unit ?? null,
      adopted_on: adoption.adoptedOn,
      document: adoption.document ?? '',
      recorded_by: actor.account,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted === 1n
}

/** The member by its own name of that day; above the members whoever was typed. */
async function adopterOf(tx: Tx, { level, unit, adopter, adoptedOn }: RecordAdoption): Promise<string> {
  if (level === 'unit') {
    if (unit === undefined) throw new RuleViolation('movements.unitMissing')
    return (await nameOn(tx, unit, adoptedOn)).full_name
  }
  if (adopter === '') throw new RuleViolation('movements.adopterMissing')
  return adopter
}

/** When the centre, the province, the bloc or a member took the movement up as its own. */
export async function recordAdoption(db: Db, actor: Actor, input: RecordAdoption, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { movement } = await lockMovement(tx, input)
    const isOwn = input.level === 'unit' && input.unit !== undefined && actsForMember(actor, input.blocYear, input.unit)
    demand(keepsMovement(actor, movement) || isOwn)
    if (input.adoptedOn > dayOf(now)) throw new RuleViolation('movements.adoptionInFuture')
    const adopter = await adopterOf(tx, input)
    const { level, adoptedOn, document } = input
    const unit = level === 'unit' ? input.unit : undefined
    const isNew = await insertAdoption(
      tx,
      actor,
      { movement: movement.id, level, adopter, unit, adoptedOn, document },
      now,
    )
    if (!isNew) throw new RuleViolation('movements.adoptedAlready', { adopter })
    const facts = { title: movement.title, adopter, day: adoptedOn }
    await record(tx, actor, now, { action: 'movements.adopted', subject: movementSubject(movement.id), facts })
  })
}
