import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, line, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { lockSupervision, supervisionSubject } from './lock-supervision.ts'
import { recommendationsOf } from './queries.ts'
import { askToFollow } from './supervision-tasks.ts'

export const addRecommendationInput = z.object({
  blocYear: z.uuid(),
  supervision: z.uuid(),
  text: paragraph(4000),
  /** Who must answer. */
  addressee: line(200),
  dueOn: day(),
})
export type AddRecommendation = z.output<typeof addRecommendationInput>

/** What is recommended, to whom, and by when it is to be answered. */
export async function addRecommendation(db: Db, actor: Actor, input: AddRecommendation, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { year, supervision } = await lockSupervision(tx, actor, input, 'recommend')
    const { text, addressee, dueOn } = input
    if (dueOn < (supervision.held_on ?? '')) throw new RuleViolation('supervision.dueBeforeHeld')
    const id = newId()
    const position = ((await recommendationsOf(tx, supervision.id)).at(-1)?.position ?? 0) + 1
    await tx
      .insertInto('supervision_recommendation')
      .values({
        id,
        supervision_id: supervision.id,
        position,
        text,
        addressee,
        due_on: dueOn,
        added_by: actor.account,
        added_at: now,
      })
      .execute()
    await askToFollow(tx, now, { year, supervision, recommendation: { id, addressee, dueOn } })
    const facts = { title: supervision.title, addressee, day: dueOn }
    await record(tx, actor, now, {
      action: 'supervision.recommended',
      subject: supervisionSubject(supervision.id),
      facts,
    })
    return id
  })
}
