import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { nameOn } from '#domains/units/queries.ts'
import { isMemberOf, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actsForMember, keepsMovements } from '../access.ts'
import { demandState, exampleSubject, lockExample, namedInLog } from './lock-example.ts'

export const recordReplicationInput = z.object({
  blocYear: z.uuid(),
  example: z.uuid(),
  /** A member of the bloc, or whoever was typed. */
  unit: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  who: optionalLine(200),
  place: optionalLine(200),
  replicatedOn: day(),
  result: paragraph(2000),
})
export type RecordReplication = z.output<typeof recordReplicationInput>

/** A member by its name of that day, else whoever was typed. */
async function nameOfReplicator(tx: Tx, { unit, who, replicatedOn }: RecordReplication): Promise<string> {
  if (unit !== undefined) return (await nameOn(tx, unit, replicatedOn)).short_name
  if (who === '') throw new RuleViolation('examples.replicatorMissing')
  return who
}

/** Who did as the example did, where, when and with what result (nhân rộng); told by a member of itself, or by the head. */
export async function recordReplication(db: Db, actor: Actor, input: RecordReplication, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { example } = await lockExample(tx, input)
    const isOwn =
      input.unit === undefined ? isMemberOf(actor, input.blocYear) : actsForMember(actor, input.blocYear, input.unit)
    demand(isOwn || keepsMovements(actor, input.blocYear))
    demandState('replicate', example)
    if (input.replicatedOn > dayOf(now)) throw new RuleViolation('examples.replicationInFuture')
    const who = await nameOfReplicator(tx, input)
    await tx
      .insertInto('replication')
      .values({
        id: newId(),
        example_id: example.id,
        unit_id: input.unit ?? null,
        who,
        place: input.place,
        replicated_on: input.replicatedOn,
        result: input.result,
        recorded_by: actor.account,
        recorded_at: now,
      })
      .execute()
    const facts = { who, name: namedInLog(example), day: input.replicatedOn }
    await record(tx, actor, now, { action: 'examples.replicated', subject: exampleSubject(example.id), facts })
  })
}
