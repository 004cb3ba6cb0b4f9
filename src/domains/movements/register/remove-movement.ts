import { record } from '#capabilities/audit/record.ts'
import { yearSubject } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import type { OneMovement } from './begin-movement.ts'
import { lockKept } from './lock-movement.ts'

/** A draft that nothing hangs on is taken out again; what was launched stays. */
export async function removeMovement(db: Db, actor: Actor, input: OneMovement, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { movement } = await lockKept(tx, actor, input, 'remove')
    const { id } = movement
    const child = await tx.selectFrom('movement').select('id').where('parent_id', '=', id).executeTakeFirst()
    const adoption = await tx
      .selectFrom('movement_adoption')
      .select('id')
      .where('movement_id', '=', id)
      .executeTakeFirst()
    if (child !== undefined || adoption !== undefined) throw new RuleViolation('movements.hasFollowers')
    await tx.deleteFrom('movement_year').where('movement_id', '=', id).execute()
    await tx.deleteFrom('movement').where('id', '=', id).execute()
    const facts = { title: movement.title }
    await record(tx, actor, now, { action: 'movements.removed', subject: yearSubject(input.blocYear), facts })
  })
}
