import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { line } from '#platform/form.ts'
import { demandFreeName, lockTopic, lockTopics, topicSubject } from './lock-topic.ts'

export const renameTopicInput = z.object({ blocYear: z.uuid(), topic: z.uuid(), name: line(120) })

/** Another name for the same topic: what was coded by it stays, months that were closed keep the name of their day. */
export async function renameTopic(db: Db, actor: Actor, input: z.output<typeof renameTopicInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const { bloc } = await lockTopics(tx, actor, input.blocYear)
    const topic = await lockTopic(tx, bloc.id, input.topic)
    const { name } = input
    await demandFreeName(tx, { bloc: bloc.id, parent: topic.parent_id, name, except: topic.id })
    await tx.updateTable('opinion_topic').set({ name }).where('id', '=', topic.id).execute()
    const facts = { before: topic.name, name }
    await record(tx, actor, now, { action: 'topics.renamed', subject: topicSubject(bloc.id), facts })
  })
}
