import { z } from 'zod'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { gatherDigest } from './gather-digest.ts'
import { keepClauses } from './keep-clauses.ts'
import { lockDraftDigest } from './lock-digest.ts'
import type { DigestData } from './digest.ts'
import { clausesOf, quotable, type ExampleRow } from './queries.ts'
import { topicsOfBloc } from '../queries.ts'
import { writtenDay } from './say.ts'

export const chooseExampleInput = z.object({ digest: z.uuid(), opinion: z.uuid() })

/** An example of a topic that is not told would tell it. */
export function isTopicTold({ now, sudden }: Pick<DigestData, 'now' | 'sudden'>, topics: readonly string[]): boolean {
  const told = now?.figures.topics.shown.some(({ key }) => topics.includes(key)) ?? false
  return told || (sudden !== null && sudden.atLeast !== null && topics.includes(sudden.topic))
}

const exampleClause = ({ id, title, shown_text, topic, received_on }: ExampleRow, by: string) => ({
  section: 'opinions' as const,
  rule: 'opinions.example',
  topic: id,
  text: `Ý kiến tiêu biểu về ${topic}: “${shown_text.replace(/\s+/gu, ' ').trim()}”`,
  sources: [{ kind: 'opinion' as const, id, label: `Ý kiến “${title}”, nhận ngày ${writtenDay(received_on)}` }],
  opinion: id,
  by,
})

/** A person chooses an opinion to quote, from those that may be: in the words that the public reads. */
export async function chooseExample(db: Db, actor: Actor, input: z.output<typeof chooseExampleInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const digest = await lockDraftDigest(tx, actor, input.digest)
    const year = await yearById(tx, digest.bloc_year_id)
    const span = { blocYear: year.id, from: digest.from_on, to: digest.to_on }
    const example = (await quotable(tx, span)).find(({ id }) => id === input.opinion)
    if (example === undefined) throw new RuleViolation('digest.notQuotable')
    const parents = new Map((await topicsOfBloc(tx, year.bloc.id, true)).map(({ id, parent_id }) => [id, parent_id]))
    const way = [example.topic_id]
    for (let at = parents.get(example.topic_id); at; at = parents.get(at)) way.push(at)
    if (!isTopicTold(await gatherDigest(tx, year, digest), way)) throw new RuleViolation('digest.topicNotTold')
    const standing = await clausesOf(tx, digest.id)
    if (standing.some(({ opinion_id }) => opinion_id === example.id)) throw new RuleViolation('digest.quotedAlready')
    await keepClauses(tx, digest.id, [exampleClause(example, actor.account)], now)
  })
}
