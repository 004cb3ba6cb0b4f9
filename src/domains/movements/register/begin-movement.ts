import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { lockKept, movementSubject } from './lock-movement.ts'

export interface OneMovement {
  blocYear: string
  movement: string
}

/** After the launch the units do as they planned (triển khai). */
export async function beginMovement(db: Db, actor: Actor, input: OneMovement, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { movement } = await lockKept(tx, actor, input, 'begin')
    await tx
      .updateTable('movement')
      .set({ state: 'running', version: movement.version + 1, changed_at: now })
      .where('id', '=', movement.id)
      .execute()
    const facts = { title: movement.title }
    await record(tx, actor, now, { action: 'movements.begun', subject: movementSubject(movement.id), facts })
  })
}
