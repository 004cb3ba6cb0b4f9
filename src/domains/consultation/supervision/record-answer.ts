import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine, paragraph } from '#platform/form.ts'
import { outcomes } from '../comments/comment.ts'
import { lockSupervision, supervisionSubject } from './lock-supervision.ts'
import { recommendationsOf } from './queries.ts'
import { closeFollowTask } from './supervision-tasks.ts'

export const recordAnswerInput = z.object({
  blocYear: z.uuid(),
  supervision: z.uuid(),
  recommendation: z.uuid(),
  answeredOn: day(),
  answer: paragraph(4000),
  /** "123/UBND-VP, 12/10/2023". */
  document: optionalLine(200),
  outcome: z.enum(outcomes),
})
export type RecordAnswer = z.output<typeof recordAnswerInput>

/** What the body that was asked answered, as it stands in its paper; a later answer takes the earlier one's place. */
export async function recordAnswer(db: Db, actor: Actor, input: RecordAnswer, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { supervision } = await lockSupervision(tx, actor, input, 'recommend')
    const recommendation = found(
      (await recommendationsOf(tx, supervision.id)).find(({ id }) => id === input.recommendation),
    )
    if (input.answeredOn > dayOf(now)) throw new RuleViolation('supervision.answeredInFuture')
    const { answeredOn: answered_on, answer, document, outcome } = input
    await tx
      .updateTable('supervision_recommendation')
      .set({ answered_on, answer, document, outcome, recorded_by: actor.account, recorded_at: now })
      .where('id', '=', recommendation.id)
      .execute()
    await closeFollowTask(tx, now, recommendation.id)
    const facts = { title: supervision.title, addressee: recommendation.addressee, outcome, document }
    await record(tx, actor, now, {
      action: 'supervision.answered',
      subject: supervisionSubject(supervision.id),
      facts,
    })
  })
}
