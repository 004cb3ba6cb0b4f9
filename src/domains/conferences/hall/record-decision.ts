import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { decisionsOf, itemsOf } from '../queries.ts'

/** The item it belongs to; empty: the conference as a whole. */
export const ofItem = () => z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

export const recordDecisionInput = z.object({ conference: z.uuid(), item: ofItem(), text: paragraph(2000) })
export type RecordDecision = z.output<typeof recordDecisionInput>

export async function itemNamed(tx: Tx, conference: string, item: string | undefined): Promise<string | null> {
  if (item === undefined) return null
  return found((await itemsOf(tx, conference)).find(({ id }) => id === item)).id
}

/** Puts down what the conference agreed on, word for word as the minutes will say it. */
export async function recordDecision(db: Db, actor: Actor, input: RecordDecision, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    const item_id = await itemNamed(tx, conference.id, input.item)
    const decisions = await decisionsOf(tx, conference.id)
    const id = newId()
    await tx
      .insertInto('conference_decision')
      .values({
        id,
        conference_id: conference.id,
        item_id,
        position: Math.max(0, ...decisions.map(({ position }) => position)) + 1,
        text: input.text,
        recorded_by: actor.account,
        recorded_at: now,
      })
      .execute()
    const facts = { title: conference.title, text: input.text }
    const subject = conferenceSubject(conference.id)
    await record(tx, actor, now, { action: 'conferences.decisionRecorded', subject, facts })
    return id
  })
}
