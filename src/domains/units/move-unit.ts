import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepUnits } from './access.ts'
import { lockUnit } from './lock-unit.ts'
import { nameOn } from './queries.ts'

export const moveUnitInput = z.object({
  unit: z.uuid(),
  parent: z.uuid(),
  fromOn: day(),
  document: line(200),
})
export type MoveUnit = z.output<typeof moveUnitInput>

/** Two moves at once could close a circle that neither sees: they take turns on all units. */
const lockTree = (tx: Tx) => sql`lock table unit_parent in share row exclusive mode`.execute(tx)

async function isAbove(tx: Tx, unit: string, parent: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select ${parent}::uuid as id
      union
      select p.parent_id from above join unit_parent p on p.unit_id = above.id and p.to_on is null
    )
    select id from above where id = ${unit}::uuid`.execute(tx)
  return rows.length > 0
}

/** Puts a unit under another from a day on; a unit is never above itself. */
export async function moveUnit(db: Db, actor: Actor, input: MoveUnit, now: Date): Promise<void> {
  demand(mayKeepUnits(actor))
  await db.transaction().execute(async (tx) => {
    await lockTree(tx)
    await lockUnit(tx, input.unit)
    const parent = await nameOn(tx, input.parent, input.fromOn)
    if (await isAbove(tx, input.unit, input.parent)) throw new RuleViolation('units.aboveItself')
    const later = await tx
      .selectFrom('unit_parent')
      .select('from_on')
      .where('unit_id', '=', input.unit)
      .where('from_on', '>=', input.fromOn)
      .executeTakeFirst()
    if (later) throw new RuleViolation('units.movedLater', { from: later.from_on })

    await tx
      .updateTable('unit_parent')
      .set({ to_on: addDays(input.fromOn, -1) })
      .where('unit_id', '=', input.unit)
      .where('to_on', 'is', null)
      .execute()
    await tx
      .insertInto('unit_parent')
      .values({
        id: newId(),
        unit_id: input.unit,
        parent_id: input.parent,
        from_on: input.fromOn,
        document: input.document,
      })
      .execute()
    await record(tx, actor, now, {
      action: 'unit.moved',
      subject: { kind: 'unit', id: input.unit },
      facts: { parent: parent.full_name, from: input.fromOn, document: input.document },
    })
  })
}
