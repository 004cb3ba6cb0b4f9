import type { Db, Tx } from '#platform/database/database.ts'
import { mandateById, type MandateRow } from '../mandates/queries.ts'
import { namesOn, unitsOfAccount } from '../queries.ts'

/** The accounts that lead one of these units on a day and can sign in. */
export async function leadersOfUnits(db: Db | Tx, units: readonly string[], day: string): Promise<string[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('unit_role')
    .innerJoin('account', 'account.id', 'unit_role.account_id')
    .select('account.id')
    .distinct()
    .where('unit_role.unit_id', 'in', [...units])
    .where('unit_role.role', '=', 'leader')
    .where('account.state', '=', 'active')
    .where('unit_role.from_on', '<=', day)
    .where((where) => where.or([where('unit_role.to_on', 'is', null), where('unit_role.to_on', '>=', day)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** Mandates that the person holds, will hold, or would hold if they were confirmed. */
export async function openMandatesOf(db: Db | Tx, account: string, day: string): Promise<MandateRow[]> {
  const rows = await db
    .selectFrom('mandate')
    .select('id')
    .where('account_id', '=', account)
    .where('to_on', '>=', day)
    .where((where) =>
      where.or([
        where('state', 'in', ['asked', 'confirmed']),
        where.and([where('state', '=', 'ended'), where('ended_on', '>', day)]),
      ]),
    )
    .orderBy('asked_at')
    .execute()
  return Promise.all(rows.map(({ id }) => mandateById(db, id)))
}

/** What a person does for units today and from today on: roles and mandates, with the units' names. */
export async function workOf(db: Db | Tx, account: string, day: string) {
  const roles = await unitsOfAccount(db, account, day)
  const mandates = await openMandatesOf(db, account, day)
  const names = await namesOn(db, [...roles.map(({ unit }) => unit), ...mandates.map((one) => one.unit_id)], day)
  const nameOf = (unit: string) => names.get(unit)?.short_name ?? ''
  return {
    roles: roles.map(({ role, unit }) => ({ role, unit: nameOf(unit) })),
    mandates: mandates.map(({ post, unit_id: unit, state }) => ({ post, unit: nameOf(unit), state })),
  }
}
