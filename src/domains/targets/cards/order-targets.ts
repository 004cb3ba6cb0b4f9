import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear, yearSubject } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayKeepTargets } from '../access.ts'
import { targetById, targetsOf } from '../queries.ts'

export const orderTargetsInput = z.object({ id: z.uuid(), step: z.enum(['up', 'down']) })
export type OrderTargets = z.output<typeof orderTargetsInput>

/**
 * Changes places with the neighbour of the same topic; at an end nothing moves. The order is that of the list, grids and
 * reports; a signed paper keeps its own.
 */
export async function orderTargets(db: Db, actor: Actor, { id, step }: OrderTargets, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { bloc_year_id: blocYear } = await targetById(tx, id)
    demand(mayKeepTargets(actor, blocYear))
    await lockYear(tx, blocYear)
    const all = await targetsOf(tx, blocYear)
    const target = all.find((one) => one.id === id)
    const group = all.filter(({ topic }) => topic === target?.topic)
    const place = group.findIndex((one) => one.id === id)
    const neighbour = group[step === 'up' ? place - 1 : place + 1]
    if (target === undefined || neighbour === undefined) return
    for (const [moved, position] of [
      [target, neighbour.position],
      [neighbour, target.position],
    ] as const) {
      await tx.updateTable('target').set({ position }).where('id', '=', moved.id).execute()
    }
    const facts = { code: target.code, beside: neighbour.code, step }
    await record(tx, actor, now, { action: 'targets.ordered', subject: yearSubject(blocYear), facts })
  })
}
