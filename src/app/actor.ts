import { blocRolesOfAccount, membershipsOfUnits, officesOfUnits } from '#domains/blocs/queries.ts'
import { accountOf, findSession } from '#domains/identity/queries.ts'
import { secondFactorOf, secondFactorRules } from '#domains/identity/second-factor/queries.ts'
import { lacksSecondFactor, type FactorRole } from '#domains/identity/second-factor/second-factor.ts'
import { mandatesOfAccount } from '#domains/units/mandates/queries.ts'
import { unitsOfAccount } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

type Person = Pick<Actor, 'name' | 'locale' | 'tenantRoles' | 'session' | 'steppedUpAt' | 'actingUnit'> & {
  id: string
  hasSecondFactor: boolean
  secondFactorRoles: readonly FactorRole[]
}

/** Whoever keeps the accounts neither signs nor votes, whatever mandate a unit gave them. */
const heldBeside = (tenantRoles: Actor['tenantRoles'], mandates: Actor['mandates']): Actor['mandates'] =>
  tenantRoles.includes('administrator')
    ? mandates.map((mandate) => ({ ...mandate, maySign: false, mayVote: false }))
    : mandates

const isLeader = ({ role }: Actor['units'][number]) => role === 'leader'

/** What a person may do today, gathered from the domains. */
async function gatherActor(db: Db, person: Person, now: Date): Promise<Actor> {
  const today = dayOf(now)
  const { id: account, hasSecondFactor, secondFactorRoles, ...rest } = person
  const [units, mandates, blocRoles] = await Promise.all([
    unitsOfAccount(db, account, today),
    mandatesOfAccount(db, account, today),
    blocRolesOfAccount(db, account, today),
  ])
  const ids = [...new Set(units.map(({ unit }) => unit))]
  const [memberships, offices] = await Promise.all([membershipsOfUnits(db, ids, today), officesOfUnits(db, ids, today)])
  const actingUnit = ids.find((unit) => unit === person.actingUnit) ?? ids[0] ?? null
  const holder = { hasSecondFactor, tenantRoles: rest.tenantRoles, leadsUnit: units.some(isLeader) }
  const isLacking = lacksSecondFactor(holder, secondFactorRoles)
  return {
    ...rest,
    ...(isLacking && { lacksSecondFactor: true }),
    account,
    units,
    mandates: heldBeside(rest.tenantRoles, mandates),
    blocRoles,
    memberships,
    offices,
    actingUnit,
  }
}

/** The person behind a session's token. */
export async function actorOfSession(db: Db, token: string, now: Date): Promise<Actor | null> {
  const session = await findSession(db, token, now)
  if (session === undefined) return null
  const { id, name, locale, tenantRoles, session: key, steppedUpAt, actingUnit } = session
  const { hasSecondFactor, secondFactorRoles } = session
  const factor = { hasSecondFactor, secondFactorRoles }
  return gatherActor(db, { id, name, locale, tenantRoles, session: key, steppedUpAt, actingUnit, ...factor }, now)
}

/** A person without a session: for the operator's own commands, such as the sample story. */
export async function actorOfAccount(db: Db, account: string, now: Date): Promise<Actor> {
  const without = { session: null, actingUnit: null, hasSecondFactor: false, secondFactorRoles: [] }
  const { id, name, locale, tenantRoles } = found(await accountOf(db, account, now))
  return gatherActor(db, { id, name, locale, tenantRoles, ...without, steppedUpAt: now }, now)
}

/** The person for whom a program acts, before its token narrows what they may. */
export async function actorBehindToken(db: Db, account: string, now: Date): Promise<Actor> {
  const { id, name, locale, tenantRoles } = found(await accountOf(db, account, now))
  const hasSecondFactor = (await secondFactorOf(db, account)) !== undefined
  const rules = [...(await secondFactorRules(db))].filter(([, from]) => from <= dayOf(now))
  const factor = { hasSecondFactor, secondFactorRoles: rules.map(([role]) => role) }
  const without = { session: null, actingUnit: null, steppedUpAt: null }
  return gatherActor(db, { id, name, locale, tenantRoles, ...without, ...factor }, now)
}
