import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayJudgeExample } from '../access.ts'
import { closeJudgement } from './example-tasks.ts'
import { demandState, exampleSubject, lockExample } from './lock-example.ts'

export const refuseExampleInput = z.object({ blocYear: z.uuid(), example: z.uuid(), reason: paragraph(500) })
export type RefuseExample = z.output<typeof refuseExampleInput>

/** The example goes back to its unit with a reason; the unit may mend it and nominate it again. */
export async function refuseExample(db: Db, actor: Actor, input: RefuseExample, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { example } = await lockExample(tx, input)
    demand(mayJudgeExample(actor, example))
    demandState('judge', example)
    const decided = { decided_by: actor.account, decided_at: now, refusal_reason: input.reason }
    await tx
      .updateTable('example')
      .set({ state: 'refused', ...decided, version: example.version + 1 })
      .where('id', '=', example.id)
      .execute()
    await closeJudgement(tx, now, example.id)
    // What is said of a person is not kept for ever.
    const facts = { unit: example.unit, reason: example.kind === 'person' ? '' : input.reason }
    await record(tx, actor, now, { action: 'examples.refused', subject: exampleSubject(example.id), facts })
  })
}
