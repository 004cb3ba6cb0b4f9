import { signersOf as signersOfUnits, signingMandates, type MandateRow } from '#domains/units/mandates/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Forbidden } from '#platform/errors.ts'
import { maySignAs } from '../access.ts'
import { signersOf, type AgreementRow, type SignerRow } from '../queries.ts'

/** By whom a place is filled, and under which mandate. */
export interface Signer {
  mandate: string
  account: string
  name: string
  post: string
}

/** A place with the person who may fill it now. */
export interface Seat {
  place: SignerRow
  signer: Signer
  /** Not the person whom the text names: that one's mandate is over, this one's was confirmed. */
  isSubstitute: boolean
}

type Rules = Pick<AgreementRow, 'id' | 'allows_substitute'>

const named = (place: SignerRow): Seat => ({
  place,
  signer: { mandate: place.mandate_id, account: place.account_id, name: place.signer_name, post: place.signer_post },
  isSubstitute: false,
})

const substituted = (place: SignerRow, { id, account_id, person, post }: MandateRow): Seat => ({
  place,
  signer: { mandate: id, account: account_id, name: person, post },
  isSubstitute: true,
})

/**
 * Who may fill each of these places on a day: whom the text names, while that mandate holds; after it, where the text
 * allows it, the holder of the unit's confirmed mandate. A place of nobody is left out.
 */
export async function seatsOn(
  db: Db | Tx,
  agreement: Rules,
  places: readonly SignerRow[],
  day: string,
): Promise<Seat[]> {
  const mandates = places.map((place) => place.mandate_id)
  const held = await signingMandates(db, mandates, day)
  const left = places.filter((place) => !held.has(place.mandate_id))
  const units = agreement.allows_substitute ? left.map((place) => place.unit_id) : []
  const successors = await signersOfUnits(db, units, day)
  return places.flatMap((place) => {
    if (held.has(place.mandate_id)) return [named(place)]
    const successor = successors.get(place.unit_id)
    return successor === undefined ? [] : [substituted(place, successor)]
  })
}

/** The place that this person fills or filled: as the text names them, or as the unit's successor. */
export async function seatOf(db: Db | Tx, actor: Actor, agreement: Rules, now: Date): Promise<Seat | undefined> {
  const places = await signersOf(db, agreement.id)
  const own = places.find((place) => place.account_id === actor.account && maySignAs(actor, place.mandate_id))
  if (own !== undefined) return named(own)
  const ofOwnUnits = places.filter((place) => actor.mandates.some((held) => held.unit === place.unit_id))
  const seats = await seatsOn(db, agreement, ofOwnUnits, dayOf(now))
  return seats.find(({ signer }) => signer.account === actor.account && maySignAs(actor, signer.mandate))
}

export async function demandSeat(db: Db | Tx, actor: Actor, agreement: Rules, now: Date): Promise<Seat> {
  const seat = await seatOf(db, actor, agreement, now)
  if (seat === undefined) throw new Forbidden()
  return seat
}
