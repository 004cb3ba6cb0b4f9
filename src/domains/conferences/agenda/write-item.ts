import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { conferenceShows } from '../conference.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { itemsOf } from '../queries.ts'

export const writeItemInput = z.object({
  conference: z.uuid(),
  /** Absent for a new one, which comes last. */
  item: z.uuid().optional(),
  title: line(300),
  body: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(8000)),
  minutes: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(600).optional(),
  ),
  presenter: optionalLine(200),
  shows: z.enum(conferenceShows).default('item'),
})
export type WriteItem = z.output<typeof writeItemInput>

/** Adds an item to the agenda, or says one otherwise. */
export async function writeItem(db: Db, actor: Actor, input: WriteItem, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'arrange')
    const items = await itemsOf(tx, conference.id)
    const { title, body, presenter, shows } = input
    const columns = { title, body, presenter, shows, minutes: input.minutes ?? null }
    if (input.item === undefined) {
      const place = { id: newId(), conference_id: conference.id, position: items.length + 1 }
      await tx
        .insertInto('conference_item')
        .values({ ...place, ...columns })
        .execute()
    } else {
      const item = found(items.find(({ id }) => id === input.item))
      await tx.updateTable('conference_item').set(columns).where('id', '=', item.id).execute()
    }
    const action =
      input.item === undefined ? { action: 'conferences.itemAdded' } : { action: 'conferences.itemChanged' }
    const facts = { title: conference.title, item: title }
    await record(tx, actor, now, { ...action, subject: conferenceSubject(conference.id), facts })
  })
}
