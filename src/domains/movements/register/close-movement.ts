import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import type { OneMovement } from './begin-movement.ts'
import { lockKept, movementSubject } from './lock-movement.ts'

/** A movement that had its final review is closed: it takes no more results and is not carried over. */
export async function closeMovement(db: Db, actor: Actor, input: OneMovement, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { movement } = await lockKept(tx, actor, input, 'close')
    await tx
      .updateTable('movement')
      .set({ state: 'closed', closed_on: dayOf(now), version: movement.version + 1, changed_at: now })
      .where('id', '=', movement.id)
      .execute()
    const facts = { title: movement.title }
    await record(tx, actor, now, { action: 'movements.closed', subject: movementSubject(movement.id), facts })
  })
}
