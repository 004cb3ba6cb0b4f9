import { seatFor, seatsAt, type SeatAt } from '#domains/units/mandates/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'

/** A place with the person who may fill it now. */
export type Seat = SeatAt<SignerRow>

type Rules = Pick<AgreementRow, 'id' | 'allows_substitute'>

/** Who may fill each of these places on a day; a place of nobody is left out. */
export async function seatsOn(
  db: Db | Tx,
  agreement: Rules,
  places: readonly SignerRow[],
  day: string,
): Promise<Seat[]> {
  return seatsAt(db, places, { day, allowsSubstitute: agreement.allows_substitute })
}

/** The place that this person fills or filled: as the text names them, or as the unit's successor. */
export async function seatOf(db: Db | Tx, actor: Actor, agreement: Rules, now: Date): Promise<Seat | undefined> {
  const rules = { day: dayOf(now), allowsSubstitute: agreement.allows_substitute }
  return seatFor(db, actor, await signersOf(db, agreement.id), rules)
}

export async function demandSeat(db: Db | Tx, actor: Actor, agreement: Rules, now: Date): Promise<Seat> {
  const seat = await seatOf(db, actor, agreement, now)
  if (seat === undefined) throw new Forbidden()
  return seat
}
