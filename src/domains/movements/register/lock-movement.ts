import { lockYear } from '#domains/blocs/lock-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { actsForMember, keepsMovements } from '../access.ts'
import { movementCan, type MovementVerb } from './movement.ts'
import { movementOf, type MovementRow } from './queries.ts'

/** The head keeps the register; a unit its own movements. */
export const keepsMovement = (actor: Actor, movement: { bloc_year_id: string; unit_id: string | null }) =>
  keepsMovements(actor, movement.bloc_year_id) ||
  (movement.unit_id !== null && actsForMember(actor, movement.bloc_year_id, movement.unit_id))

export interface MovementInYear {
  blocYear: string
  movement: string
}

/** The year and the movement in it, locked in this order by every command about a movement. */
export async function lockMovement(
  tx: Tx,
  { blocYear, movement: id }: MovementInYear,
): Promise<{ year: BlocYearRow; movement: MovementRow }> {
  const year = await lockYear(tx, blocYear)
  found(await tx.selectFrom('movement').select('id').where('id', '=', id).forUpdate().executeTakeFirst())
  return { year, movement: await movementOf(tx, blocYear, id) }
}

/** The same for who keeps it, in a state that allows the act. */
export async function lockKept(tx: Tx, actor: Actor, which: MovementInYear, verb: MovementVerb) {
  const locked = await lockMovement(tx, which)
  demand(keepsMovement(actor, locked.movement))
  demandState(verb, locked.movement)
  return locked
}

export function demandState(verb: MovementVerb, movement: MovementRow): void {
  if (!movementCan(verb, movement)) throw new RuleViolation(`movements.not_${verb}`)
}

export const movementSubject = (id: string) => ({ kind: 'movement', id })
