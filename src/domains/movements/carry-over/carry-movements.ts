import { z } from 'zod'
import { recordAll } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { closeTask } from '#domains/calendar/open-task.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { keepsMovements } from '../access.ts'
import { carryKey } from './carry-tasks.ts'
import { movementSubject } from '../register/lock-movement.ts'
import { addToYear } from '../register/open-movement.ts'
import { movementsToCarry } from '../register/queries.ts'

export const carryMovementsInput = z.object({ blocYear: z.uuid(), movements: z.array(z.uuid()).min(1).max(200) })
export type CarryMovements = z.output<typeof carryMovementsInput>

/** Movements whose period goes on stand in this year's register too; what is to be reached this year is written then. */
export async function carryMovements(db: Db, actor: Actor, input: CarryMovements, now: Date): Promise<number> {
  demand(keepsMovements(actor, input.blocYear))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    const wanted = new Set(input.movements)
    const open = await movementsToCarry(tx, year)
    const carried = open.filter(({ id }) => wanted.has(id))
    if (carried.length === 0) throw new RuleViolation('movements.nothingToCarry')
    for (const { id, bloc_year_id: from } of carried) {
      await addToYear(tx, actor, { movement: id, blocYear: year.id, from }, now)
    }
    if (carried.length === open.length) await closeTask(tx, now, carryKey(year.id))
    const deeds = carried.map(({ id, title }) => ({
      action: 'movements.carried',
      subject: movementSubject(id),
      facts: { title, year: year.label },
    }))
    await recordAll(tx, actor, now, deeds)
    return carried.length
  })
}
