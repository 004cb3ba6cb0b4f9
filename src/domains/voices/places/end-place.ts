import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsVoices } from '../access.ts'

const endPlaceInput = z.object({ blocYear: z.uuid(), id: z.uuid() })

/** The poster comes down; what came from there stays. */
export async function endPlace(
  db: Db,
  actor: Actor,
  { blocYear, id }: z.output<typeof endPlaceInput>,
  now: Date,
): Promise<void> {
  demand(keepsVoices(actor, blocYear))
  await db.transaction().execute(async (tx) => {
    const { bloc } = await yearById(tx, blocYear)
    const own = tx.selectFrom('opinion_place').select(['name', 'ended_on']).where('id', '=', id)
    const place = found(await own.where('bloc_id', '=', bloc.id).forUpdate().executeTakeFirst())
    if (place.ended_on !== null) throw new RuleViolation('voices.placeEnded')
    await tx
      .updateTable('opinion_place')
      .set({ ended_on: dayOf(now) })
      .where('id', '=', id)
      .execute()
    const facts = { name: place.name }
    await record(tx, actor, now, { action: 'voices.placeEnded', subject: { kind: 'opinion_place', id }, facts })
  })
}
