import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { receivesOpinion } from '../access.ts'
import { opinionSubject } from '../opinion.ts'
import { lockOpinion } from '../queries.ts'

export const markPictureInput = z.object({ id: z.uuid(), number: z.coerce.number().int(), shown: ticked() })

/** Whether a picture stands with the public answer: none does until somebody who looked at it says so. */
export async function markPicture(
  db: Db,
  actor: Actor,
  { id, number, shown }: z.output<typeof markPictureInput>,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const opinion = await lockOpinion(tx, id)
    demand(receivesOpinion(actor, opinion))
    const picture = tx.updateTable('opinion_attachment').set({ is_shown: shown }).where('opinion_id', '=', id)
    found(await picture.where('number', '=', number).returning('id').executeTakeFirst())
    const facts = { title: opinion.title, number, shown }
    await record(tx, actor, now, { action: 'voices.pictureMarked', subject: opinionSubject(id), facts })
  })
}
