import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { optionalDay, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { actsForMember } from '../access.ts'
import { optionalCount } from '../decimal.ts'
import { demandState, lockMovement, movementSubject } from '../register/lock-movement.ts'
import { closeJoinTask } from '../register/movement-tasks.ts'
import type { MovementRow } from '../register/queries.ts'

export const registerParticipationInput = z.object({
  blocYear: z.uuid(),
  movement: z.uuid(),
  unit: z.uuid(),
  plan: paragraph(4000),
  people: optionalCount(),
  /** The unit's own last day. */
  finishOn: optionalDay(),
})
export type RegisterParticipation = z.output<typeof registerParticipationInput>

function checkDays({ finishOn }: RegisterParticipation, movement: MovementRow) {
  if (finishOn === undefined) return
  if (movement.launched_on !== null && finishOn < movement.launched_on) {
    throw new RuleViolation('participation.finishBeforeLaunch', { day: movement.launched_on })
  }
  if (movement.to_on !== null && finishOn > movement.to_on) {
    throw new RuleViolation('participation.finishAfterEnd', { day: movement.to_on })
  }
}

async function keepPlan(tx: Tx, actor: Actor, input: RegisterParticipation, now: Date) {
  const written = { plan: input.plan, people: input.people ?? null, finish_on: input.finishOn ?? null }
  const by = { registered_by: actor.account, registered_at: now }
  await tx
    .insertInto('participation')
    .values({
      id: newId(),
      movement_id: input.movement,
      bloc_year_id: input.blocYear,
      unit_id: input.unit,
      ...written,
      ...by,
      registered_on: dayOf(now),
    })
    .onConflict((conflict) =>
      conflict.columns(['movement_id', 'bloc_year_id', 'unit_id']).doUpdateSet((set) => ({
        ...written,
        ...by,
        withdrawn_on: null,
        withdrawn_reason: null,
        version: set('participation.version', '+', 1),
      })),
    )
    .execute()
}

/** A member says that it takes part, and by which plan; the same form changes the plan. */
export async function registerParticipation(
  db: Db,
  actor: Actor,
  input: RegisterParticipation,
  now: Date,
): Promise<void> {
  demand(actsForMember(actor, input.blocYear, input.unit))
  await db.transaction().execute(async (tx) => {
    const { year, movement } = await lockMovement(tx, input)
    demandState('join', movement)
    const members = await membersOn(tx, year.id, dayOf(now))
    if (!members.some(({ unit }) => unit === input.unit)) throw new RuleViolation('participation.notMember')
    checkDays(input, movement)
    await keepPlan(tx, actor, input, now)
    await closeJoinTask(tx, now, movement, input.unit)
    const { short_name: unit } = await nameOn(tx, input.unit, dayOf(now))
    const facts = { unit, title: movement.title }
    await record(tx, actor, now, { action: 'participation.registered', subject: movementSubject(movement.id), facts })
  })
}
