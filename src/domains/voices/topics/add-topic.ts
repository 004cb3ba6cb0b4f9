import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { demandFreeName, lockTopic, lockTopics, topicSubject } from './lock-topic.ts'

export const addTopicInput = z.object({
  blocYear: z.uuid(),
  name: line(120),
  /** Empty: a topic of the first level. */
  parent: z.preprocess((text) => (text === '' ? undefined : text), z.uuid().optional()),
})

/** Writes a topic after its neighbours, inside another command's transaction. */
export async function insertTopic(tx: Tx, topic: { bloc: string; parent: string | null; name: string }) {
  const { bloc: bloc_id, parent: parent_id, name } = topic
  const { next } = await tx
    .selectFrom('opinion_topic')
    .select(sql<number>`coalesce(max(position), 0)`.as('next'))
    .where('bloc_id', '=', bloc_id)
    .where('parent_id', parent_id === null ? 'is' : '=', parent_id)
    .executeTakeFirstOrThrow()
  const id = newId()
  await tx
    .insertInto('opinion_topic')
    .values({ id, bloc_id, parent_id, name, position: next + 1 })
    .execute()
  return id
}

/** A further topic; trees have two levels, so that figures of both can be told. */
export async function addTopic(
  db: Db,
  actor: Actor,
  input: z.output<typeof addTopicInput>,
  now: Date,
): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { bloc } = await lockTopics(tx, actor, input.blocYear)
    const parent = input.parent === undefined ? null : await lockTopic(tx, bloc.id, input.parent)
    if (parent !== null && parent.parent_id !== null) throw new RuleViolation('topics.tooDeep')
    const topic = { bloc: bloc.id, parent: parent?.id ?? null, name: input.name }
    await demandFreeName(tx, topic)
    const id = await insertTopic(tx, topic)
    const facts = { name: input.name, under: parent?.name ?? '' }
    await record(tx, actor, now, { action: 'topics.added', subject: topicSubject(bloc.id), facts })
    return id
  })
}
