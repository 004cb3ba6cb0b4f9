import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { topicsOfBloc } from '../queries.ts'
import { insertTopic } from './add-topic.ts'
import { lockTopics, topicSubject } from './lock-topic.ts'

export const startTopicsInput = z.object({ blocYear: z.uuid() })

export type TopicTemplate = readonly { name: string; below?: readonly string[] }[]

/** Begins a bloc's topics with the sample tree; the bloc changes it then. */
export async function startTopics(
  db: Db,
  actor: Actor,
  input: z.output<typeof startTopicsInput>,
  { now, template }: { now: Date; template: TopicTemplate },
) {
  await db.transaction().execute(async (tx) => {
    const { bloc } = await lockTopics(tx, actor, input.blocYear)
    if ((await topicsOfBloc(tx, bloc.id, true)).length > 0) throw new RuleViolation('topics.started')
    for (const { name, below = [] } of template) {
      const parent = await insertTopic(tx, { bloc: bloc.id, parent: null, name })
      for (const child of below) await insertTopic(tx, { bloc: bloc.id, parent, name: child })
    }
    const facts = { topics: template.length }
    await record(tx, actor, now, { action: 'topics.started', subject: topicSubject(bloc.id), facts })
  })
}
