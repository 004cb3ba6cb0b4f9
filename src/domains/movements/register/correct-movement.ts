import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict } from '#platform/errors.ts'
import { optionalLine, ticked } from '#platform/form.ts'
import { checkCard } from './check-card.ts'
import { lockKept, movementSubject } from './lock-movement.ts'
import { movementColumns, movementFields } from './movement-fields.ts'

export const correctMovementInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  /** As it was read; who was quicker is not overwritten. */
  version: z.coerce.number().int(),
  ...movementFields,
  /** What is to be reached this year. */
  milestone: optionalLine(500),
  isPublic: ticked(),
})
export type CorrectMovement = z.output<typeof correctMovementInput>

/** Corrects the card of a movement and its milestone of the year, until it was reviewed. */
export async function correctMovement(db: Db, actor: Actor, input: CorrectMovement, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, movement } = await lockKept(tx, actor, input, 'edit')
    if (movement.version !== input.version) throw new Conflict('movements.changedMeanwhile', movement.title)
    const columns = movementColumns(input)
    await checkCard(tx, year, columns, movement.id)
    await tx
      .updateTable('movement')
      .set({
        ...columns,
        is_public: input.isPublic && movement.state !== 'draft',
        version: movement.version + 1,
        changed_at: now,
      })
      .where('id', '=', movement.id)
      .execute()
    await tx
      .updateTable('movement_year')
      .set({ milestone: input.milestone })
      .where('movement_id', '=', movement.id)
      .where('bloc_year_id', '=', year.id)
      .execute()
    const facts = { title: columns.title, before: movement.title }
    await record(tx, actor, now, { action: 'movements.corrected', subject: movementSubject(movement.id), facts })
  })
}
