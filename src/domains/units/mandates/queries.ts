import type { MandateHeld } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
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
export async function signingMandates(db: Db, mandates: readonly string[], day: string): Promise<Set<string>> {
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
