import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { itemsOf } from '../queries.ts'

export const switchItemInput = z.object({ conference: z.uuid(), item: z.uuid() })
export type SwitchItem = z.output<typeof switchItemInput>

/** Takes the hall to an item: the large screen follows. */
export async function switchItem(db: Db, actor: Actor, input: SwitchItem, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    const item = found((await itemsOf(tx, conference.id)).find(({ id }) => id === input.item))
    if (conference.present_item_id === item.id) return
    await tx.updateTable('conference').set({ present_item_id: item.id }).where('id', '=', conference.id).execute()
    const facts = { title: conference.title, item: item.title }
    await record(tx, actor, now, {
      action: 'conferences.itemReached',
      subject: conferenceSubject(conference.id),
      facts,
    })
  })
}
