import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { itemsOf } from '../queries.ts'

export const moveItemInput = z.object({ conference: z.uuid(), item: z.uuid(), way: z.enum(['up', 'down']) })
export type MoveItem = z.output<typeof moveItemInput>

export async function renumber(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable('conference_item')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
  }
}

/** An item changes places with its neighbour; at the end of the agenda it stays. */
export async function moveItem(db: Db, actor: Actor, input: MoveItem, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'arrange')
    const items = await itemsOf(tx, conference.id)
    const at = items.findIndex(({ id }) => id === input.item)
    const item = found(items[at])
    const neighbour = items[at + (input.way === 'up' ? -1 : 1)]
    if (neighbour === undefined) return
    const swapped = items.map(({ id }) => {
      if (id === item.id) return neighbour.id
      return id === neighbour.id ? item.id : id
    })
    await renumber(tx, swapped)
    const facts = { title: conference.title, item: item.title }
    await record(tx, actor, now, { action: 'conferences.itemMoved', subject: conferenceSubject(conference.id), facts })
  })
}
