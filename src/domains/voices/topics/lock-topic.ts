import { sql } from 'kysely'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsVoices } from '../access.ts'

export const topicSubject = (bloc: string) => ({ kind: 'bloc', id: bloc })

/** The year whose people keep the topics of its bloc; whoever changes topics takes turns here. */
export async function lockTopics(tx: Tx, actor: Actor, blocYear: string): Promise<BlocYearRow> {
  demand(keepsVoices(actor, blocYear))
  return lockYear(tx, blocYear)
}

/** A topic of the bloc that is still in use. */
export async function lockTopic(tx: Tx, bloc: string, id: string) {
  const select = tx.selectFrom('opinion_topic').select(['id', 'name', 'parent_id', 'ended_on'])
  const topic = found(await select.where('id', '=', id).where('bloc_id', '=', bloc).forUpdate().executeTakeFirst())
  if (topic.ended_on !== null) throw new RuleViolation('topics.ended')
  return topic
}

/** Two topics side by side do not bear one name. */
export async function demandFreeName(
  tx: Tx,
  { bloc, parent, name, except }: { bloc: string; parent: string | null; name: string; except?: string },
) {
  const rows = await tx
    .selectFrom('opinion_topic')
    .select(['id', 'name'])
    .where('bloc_id', '=', bloc)
    .where('parent_id', parent === null ? 'is' : '=', parent)
    .where('ended_on', 'is', null)
    .where(sql<boolean>`folded = extensions.vn_fold(${name})`)
    .execute()
  if (rows.some(({ id }) => id !== except)) throw new RuleViolation('topics.nameTaken', { name })
}
