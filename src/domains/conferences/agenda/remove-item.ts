import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { decisionsOf, itemsOf, speakersOf, tasksOf, votesOf, type ConferenceRow } from '../queries.ts'
import { renumber } from './move-item.ts'

export const removeItemInput = z.object({ conference: z.uuid(), item: z.uuid() })
export type RemoveItem = z.output<typeof removeItemInput>

/** What was said, decided or counted under an item holds it. */
async function demandUnused(tx: Tx, conference: ConferenceRow, item: string) {
  const reads = [speakersOf, decisionsOf, votesOf, tasksOf] as const
  const uses = (await Promise.all(reads.map((read) => read(tx, conference.id)))).flat()
  if (conference.present_item_id === item || uses.some(({ item_id: of }) => of === item)) {
    throw new RuleViolation('conferences.itemUsed')
  }
}

export async function removeItem(db: Db, actor: Actor, input: RemoveItem, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'arrange')
    const items = await itemsOf(tx, conference.id)
    const item = found(items.find(({ id }) => id === input.item))
    await demandUnused(tx, conference, item.id)
    await tx.deleteFrom('conference_item').where('id', '=', item.id).execute()
    await renumber(
      tx,
      items.filter(({ id }) => id !== item.id).map(({ id }) => id),
    )
    const facts = { title: conference.title, item: item.title }
    await record(tx, actor, now, {
      action: 'conferences.itemRemoved',
      subject: conferenceSubject(conference.id),
      facts,
    })
  })
}
