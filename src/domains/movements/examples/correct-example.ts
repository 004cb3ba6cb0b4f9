import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand } from '#platform/errors.ts'
import { actsForMember } from '../access.ts'
import { movementOf } from '../register/queries.ts'
import { askJudgement } from './example-tasks.ts'
import { demandState, exampleSubject, lockExample, namedInLog } from './lock-example.ts'
import { checkConsent, exampleColumns, exampleFields } from './nominate-example.ts'

export const correctExampleInput = z.object({
  blocYear: z.uuid(),
  example: z.uuid(),
  version: z.coerce.number().int(),
  ...exampleFields,
})
export type CorrectExample = z.output<typeof correctExampleInput>

/** The unit mends what it nominated; one that was given back is nominated anew by it. */
export async function correctExample(db: Db, actor: Actor, input: CorrectExample, now: Date): Promise<void> {
  checkConsent(input, dayOf(now))
  await db.transaction().execute(async (tx) => {
    const { year, example } = await lockExample(tx, input)
    demand(actsForMember(actor, year.id, example.unit_id))
    demandState('correct', example)
    if (example.version !== input.version) throw new Conflict('examples.changedMeanwhile', example.name)
    if (input.movement !== undefined) await movementOf(tx, year.id, input.movement)
    const again = { state: 'nominated' as const, decided_by: null, decided_at: null, refusal_reason: null }
    const by = { nominated_by: actor.account, nominated_at: now, version: example.version + 1 }
    await tx
      .updateTable('example')
      .set({ ...exampleColumns(input), ...again, ...by })
      .where('id', '=', example.id)
      .execute()
    const asked = { year, example: example.id, nominator: example.unit_id, unitName: example.unit }
    await askJudgement(tx, now, asked)
    const facts = { unit: example.unit, kind: input.kind, name: namedInLog(input) }
    await record(tx, actor, now, { action: 'examples.corrected', subject: exampleSubject(example.id), facts })
  })
}
