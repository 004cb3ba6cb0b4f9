import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { ticked } from '#platform/form.ts'
import { mayJudgeExample } from '../access.ts'
import { needsConsent } from './example.ts'
import { demandState, exampleSubject, lockExample, namedInLog } from './lock-example.ts'

export const publishExampleInput = z.object({ blocYear: z.uuid(), example: z.uuid(), isPublic: ticked() })
export type PublishExample = z.output<typeof publishExampleInput>

/** A confirmed example is shown on the bloc's public page, or taken from there. */
export async function publishExample(db: Db, actor: Actor, input: PublishExample, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { example } = await lockExample(tx, input)
    demand(mayJudgeExample(actor, example))
    demandState('publish', example)
    if (input.isPublic && needsConsent(example)) throw new RuleViolation('examples.consentMissing')
    await tx
      .updateTable('example')
      .set({ is_public: input.isPublic, version: example.version + 1 })
      .where('id', '=', example.id)
      .execute()
    const action = input.isPublic ? { action: 'examples.published' } : { action: 'examples.hidden' }
    const facts = { unit: example.unit, name: namedInLog(example) }
    await record(tx, actor, now, { ...action, subject: exampleSubject(example.id), facts })
  })
}
