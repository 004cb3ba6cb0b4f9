import { blocRolesOfAccount, membershipsOfUnits, officesOfUnits } from '#domains/blocs/queries.ts'
import { accountOf, findSession } from '#domains/identity/queries.ts'
import { mandatesOfAccount } from '#domains/units/mandates/queries.ts'
import { unitsOfAccount } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

type Person = Pick<Actor, 'name' | 'locale' | 'tenantRoles' | 'session' | 'steppedUpAt' | 'actingUnit'> & { id: string }

/** What a person may do today, gathered from the domains. */
async function gatherActor(db: Db, person: Person, now: Date): Promise<Actor> {
  const today = dayOf(now)
  const { id: account, ...rest } = person
  const [units, mandates, blocRoles] = await Promise.all([
    unitsOfAccount(db, account, today),
    mandatesOfAccount(db, account, today),
    blocRolesOfAccount(db, account, today),
  ])
  const ids = [...new Set(units.map(({ unit }) => unit))]
  const [memberships, offices] = await Promise.all([membershipsOfUnits(db, ids, today), officesOfUnits(db, ids, today)])
  const actingUnit = ids.find((unit) => unit === person.actingUnit) ?? ids[0] ?? null
  return { ...rest, account, units, mandates, blocRoles, memberships, offices, actingUnit }
}

/** The person behind a session's token. */
export async function actorOfSession(db: Db, token: string, now: Date): Promise<Actor | null> {
  const session = await findSession(db, token, now)
  if (session === undefined) return null
  const { id, name, locale, tenantRoles, session: key, steppedUpAt, actingUnit } = session
  return gatherActor(db, { id, name, locale, tenantRoles, session: key, steppedUpAt, actingUnit }, now)
}

/** A person without a session: for the operator's own commands, such as the sample story. */
export async function actorOfAccount(db: Db, account: string, now: Date): Promise<Actor> {
  const { id, name, locale, tenantRoles } = found(await accountOf(db, account, now))
  return gatherActor(db, { id, name, locale, tenantRoles, session: null, steppedUpAt: now, actingUnit: null }, now)
}
