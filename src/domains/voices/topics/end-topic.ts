import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { lockTopic, lockTopics, topicSubject } from './lock-topic.ts'

export const endTopicInput = z.object({ blocYear: z.uuid(), topic: z.uuid() })

/** No opinion is coded by it any more, nor by what lies under it; those that were stay so. */
export async function endTopic(db: Db, actor: Actor, input: z.output<typeof endTopicInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const { bloc } = await lockTopics(tx, actor, input.blocYear)
    const topic = await lockTopic(tx, bloc.id, input.topic)
    await tx
      .updateTable('opinion_topic')
      .set({ ended_on: dayOf(now) })
      .where(sql<boolean>`(id = ${topic.id} or parent_id = ${topic.id})`)
      .where('ended_on', 'is', null)
      .execute()
    const facts = { name: topic.name }
    await record(tx, actor, now, { action: 'topics.ended', subject: topicSubject(bloc.id), facts })
  })
}
