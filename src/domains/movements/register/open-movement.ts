import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actsForMember, keepsMovements } from '../access.ts'
import { checkCard } from './check-card.ts'
import { movementSubject } from './lock-movement.ts'
import { movementColumns, movementFields } from './movement-fields.ts'

export const openMovementInput = z.object({ blocYear: z.uuid(), ...movementFields, milestone: optionalLine(500) })
export type OpenMovement = z.output<typeof openMovementInput>

interface OfYear {
  movement: string
  blocYear: string
  milestone?: string
  from?: string | null
}

/** Puts a movement into the register of a year, inside a command's transaction; it stands there once. */
export async function addToYear(tx: Tx, actor: Actor, { movement, blocYear, milestone, from }: OfYear, now: Date) {
  await tx
    .insertInto('movement_year')
    .values({
      movement_id: movement,
      bloc_year_id: blocYear,
      milestone: milestone ?? '',
      carried_from: from ?? null,
      added_by: actor.account,
      added_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The head enters a movement into the year's register, or a unit one of its own; it is a draft until launched. */
export async function openMovement(db: Db, actor: Actor, input: OpenMovement, now: Date): Promise<string> {
  const { blocYear, level, unit } = input
  const isOwn = level === 'unit' && unit !== undefined && actsForMember(actor, blocYear, unit)
  demand(keepsMovements(actor, blocYear) || isOwn)
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, blocYear)
    const columns = movementColumns(input)
    await checkCard(tx, year, columns)
    const id = newId()
    const made = { created_by: actor.account, created_at: now, changed_at: now }
    await tx
      .insertInto('movement')
      .values({ id, bloc_id: year.bloc.id, ...columns, ...made })
      .execute()
    await addToYear(tx, actor, { movement: id, blocYear, milestone: input.milestone }, now)
    const facts = { title: columns.title }
    await record(tx, actor, now, { action: 'movements.opened', subject: movementSubject(id), facts })
    return id
  })
}
