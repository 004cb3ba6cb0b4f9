import type { Actor, MandateHeld } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { maySignAs } from './access.ts'
import type { MandateState } from './mandate.ts'

const columns = [
  'mandate.id',
  'mandate.unit_id',
  'mandate.account_id',
  'mandate.post',
  'mandate.may_act',
  'mandate.may_sign',
  'mandate.may_vote',
  'mandate.from_on',
  'mandate.to_on',
  'mandate.document_name',
  'mandate.document_sha256',
  'mandate.state',
  'mandate.asked_by',
  'mandate.asked_at',
  'mandate.decided_by',
  'mandate.decided_at',
  'mandate.decision_reason',
  'mandate.ended_on',
  'mandate.ended_reason',
  'mandate.is_sample',
] as const

const mandates = (db: Db) =>
  db
    .selectFrom('mandate')
    .innerJoin('account', 'account.id', 'mandate.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([...columns, 'person.full_name as person'])

export type MandateRow = Awaited<ReturnType<ReturnType<typeof mandates>['executeTakeFirstOrThrow']>>

export async function mandateById(db: Db, mandate: string): Promise<MandateRow> {
  return found(await mandates(db).where('mandate.id', '=', mandate).executeTakeFirst())
}

/** Every mandate that a unit ever asked for, the newest first. */
export async function mandatesOfUnit(db: Db, unit: string): Promise<MandateRow[]> {
  return mandates(db).where('mandate.unit_id', '=', unit).orderBy('mandate.asked_at', 'desc').execute()
}

/** Mandates confirmed at some time, of several units, the newest first: what the members of a bloc see. */
export async function mandatesOfUnits(db: Db, units: readonly string[]): Promise<MandateRow[]> {
  if (units.length === 0) return []
  return mandates(db)
    .where('mandate.unit_id', 'in', [...units])
    .where('mandate.state', 'in', ['confirmed', 'ended'])
    .orderBy('mandate.decided_at', 'desc')
    .orderBy('mandate.id', 'desc')
    .execute()
}

/** The authority's list; the one waiting longest comes first among those asked, else the newest. */
export async function mandatesInState(db: Db, state: MandateState, { page = 1, size = 20 } = {}) {
  const rows = await mandates(db)
    .where('mandate.state', '=', state)
    .select((select) => select.fn.countAll<number>().over().as('total'))
    .orderBy('mandate.asked_at', state === 'asked' ? 'asc' : 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { mandates: rows as MandateRow[], total: rows[0]?.total ?? 0 }
}

/** Confirmed and in force on the day; one that was ended holds no more from `ended_on` on. */
const inForce = (db: Db, day: string) =>
  mandates(db)
    .where('mandate.state', 'in', ['confirmed', 'ended'])
    .where('mandate.from_on', '<=', day)
    .where('mandate.to_on', '>=', day)
    .where((where) => where.or([where('mandate.ended_on', 'is', null), where('mandate.ended_on', '>', day)]))
    .orderBy('mandate.decided_at', 'desc')
    .orderBy('mandate.id', 'desc')

/** The mandates that a person holds on a day: a part of the `Actor`. */
export async function mandatesOfAccount(db: Db, account: string, day: string): Promise<MandateHeld[]> {
  const rows = await inForce(db, day).where('mandate.account_id', '=', account).execute()
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit_id,
    post: row.post,
    mayAct: row.may_act,
    maySign: row.may_sign,
    mayVote: row.may_vote,
  }))
}

/** Which of these mandates still allow to sign on a day. */
async function signingMandates(db: Db, mandates: readonly string[], day: string): Promise<Set<string>> {
  if (mandates.length === 0) return new Set()
  const held = inForce(db, day)
    .where('mandate.may_sign', '=', true)
    .where('mandate.id', 'in', [...mandates])
  return new Set((await held.execute()).map(({ id }) => id))
}

/** Who signs for each unit on a day: of several in force, the one confirmed last. */
export async function signersOf(db: Db, units: readonly string[], day: string): Promise<Map<string, MandateRow>> {
  if (units.length === 0) return new Map()
  const rows = await inForce(db, day)
    .where('mandate.may_sign', '=', true)
    .where('mandate.unit_id', 'in', [...units])
    .execute()
  return new Map(rows.toReversed().map((row) => [row.unit_id, row]))
}

export async function signerOf(db: Db, unit: string, day: string): Promise<MandateRow | undefined> {
  return (await signersOf(db, [unit], day)).get(unit)
}

/** A place in a fixed text, with the person whom the text names. */
export interface NamedPlace {
  unit_id: string
  mandate_id: string
  account_id: string
  signer_name: string
  signer_post: string
}

/** By whom a place is filled, and under which mandate. */
export interface Signer {
  mandate: string
  account: string
  name: string
  post: string
}

/** A place with the person who may fill it now. */
export interface SeatAt<Place extends NamedPlace> {
  place: Place
  signer: Signer
  /** Not the person whom the text names: that one's mandate is over, this one's was confirmed. */
  isSubstitute: boolean
}

interface SeatRules {
  day: string
  /** The text lets a successor sign for the person it names. */
  allowsSubstitute: boolean
}

const named = <Place extends NamedPlace>(place: Place): SeatAt<Place> => ({
  place,
  signer: { mandate: place.mandate_id, account: place.account_id, name: place.signer_name, post: place.signer_post },
  isSubstitute: false,
})

const substituted = <Place extends NamedPlace>(place: Place, row: MandateRow): SeatAt<Place> => ({
  place,
  signer: { mandate: row.id, account: row.account_id, name: row.person, post: row.post },
  isSubstitute: true,
})

/**
 * Who may fill each of these places on a day: whom the text names, while that mandate holds; after it, where the text
 * allows it, the holder of the unit's confirmed mandate. A place of nobody is left out.
 */
export async function seatsAt<Place extends NamedPlace>(
  db: Db,
  places: readonly Place[],
  { day, allowsSubstitute }: SeatRules,
): Promise<SeatAt<Place>[]> {
  const mandates = places.map((place) => place.mandate_id)
  const held = await signingMandates(db, mandates, day)
  const left = places.filter((place) => !held.has(place.mandate_id))
  const units = allowsSubstitute ? left.map((place) => place.unit_id) : []
  const successors = await signersOf(db, units, day)
  return places.flatMap((place) => {
    if (held.has(place.mandate_id)) return [named(place)]
    const successor = successors.get(place.unit_id)
    return successor === undefined ? [] : [substituted(place, successor)]
  })
}

/** The place that this person fills or filled: as the text names them, or as the unit's successor. */
export async function seatFor<Place extends NamedPlace>(
  db: Db,
  actor: Actor,
  places: readonly Place[],
  rules: SeatRules,
): Promise<SeatAt<Place> | undefined> {
  const own = places.find((place) => place.account_id === actor.account && maySignAs(actor, place.mandate_id))
  if (own !== undefined) return named(own)
  const ofOwnUnits = places.filter((place) => actor.mandates.some((held) => held.unit === place.unit_id))
  const seats = await seatsAt(db, ofOwnUnits, rules)
  return seats.find(({ signer }) => signer.account === actor.account && maySignAs(actor, signer.mandate))
}
