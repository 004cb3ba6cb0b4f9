import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayJudgeExample } from '../access.ts'
import { closeJudgement } from './example-tasks.ts'
import { demandState, exampleSubject, lockExample, namedInLog } from './lock-example.ts'

export interface OneExample {
  blocYear: string
  example: string
}

/** The head confirms an example of another unit; it is not public by that. */
export async function confirmExample(db: Db, actor: Actor, input: OneExample, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { example } = await lockExample(tx, input)
    demand(mayJudgeExample(actor, example))
    demandState('judge', example)
    await tx
      .updateTable('example')
      .set({ state: 'confirmed', decided_by: actor.account, decided_at: now, version: example.version + 1 })
      .where('id', '=', example.id)
      .execute()
    await closeJudgement(tx, now, example.id)
    const facts = { unit: example.unit, name: namedInLog(example) }
    await record(tx, actor, now, { action: 'examples.confirmed', subject: exampleSubject(example.id), facts })
  })
}
