import { units, type SeedUnit } from '../../../db/seed/nam-dinh.ts'
import { acceptInvitation } from '#domains/identity/people/accept-invitation.ts'
import { createFirstAdministrator } from '#domains/identity/people/first-administrator.ts'
import { grantTenantRole } from '#domains/identity/people/grant-tenant-role.ts'
import { openAccount } from '#domains/identity/people/open-account.ts'
import { openPasswords } from '#domains/identity/password/password.ts'
import { addUnit } from '#domains/units/add-unit.ts'
import { addUnitRole } from '#domains/units/people/add-unit-role.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { actorOfAccount } from '../actor.ts'
import {
  administrator,
  authority,
  leaderOf,
  officer,
  samplePassword,
  secretary,
  type SamplePerson,
} from './sample-people.ts'

export interface Told {
  db: Db
  now: Date
  /** Accounts by login. */
  accounts: Map<string, string>
  /** Units by their key in the story. */
  units: Map<string, string>
}

const passwords = openPasswords()

/** Who a sample person is now, with all roles gathered so far. */
export async function actorNamed(told: Told, login: string): Promise<Actor> {
  const account = told.accounts.get(login)
  if (account === undefined) throw new Error(`the sample story has nobody called ${login}`)
  return actorOfAccount(told.db, account, told.now)
}

async function accept(told: Told, { login }: SamplePerson, invited: { account: string; code: string | null }) {
  const input = { code: invited.code ?? '', password: samplePassword, again: samplePassword }
  await acceptInvitation(told.db, input, { now: told.now, passwords, device: '' })
  told.accounts.set(login, invited.account)
}

async function tellAdministrator(told: Told) {
  const { name: fullName, login } = administrator
  await accept(
    told,
    administrator,
    await createFirstAdministrator(told.db, { fullName, login, email: undefined }, told.now),
  )
}

async function invite(told: Told, person: SamplePerson) {
  const actor = await actorNamed(told, administrator.login)
  const input = { fullName: person.name, login: person.login, way: 'slip', isSample: true, email: undefined } as const
  await accept(told, person, await openAccount(told.db, actor, input, { now: told.now, origin: '' }))
}

async function tellUnit(told: Told, unit: SeedUnit) {
  const actor = await actorNamed(told, authority.login)
  const input = {
    fullName: unit.full,
    shortName: unit.short,
    level: 'tinh',
    fromOn: '2018-01-01',
    document: '',
    anotherUnit: false,
  }
  told.units.set(unit.key, await addUnit(told.db, actor, input, told.now))
}

async function tellRole(told: Told, person: SamplePerson, unit: string, role: 'leader' | 'officer') {
  const actor = await actorNamed(told, authority.login)
  const account = told.accounts.get(person.login) ?? ''
  const input = { unit: told.units.get(unit) ?? '', account, role, fromOn: '2023-01-01' }
  await addUnitRole(told.db, actor, input, told.now)
}

/** The administrator and the authority's officer, with whom every tenant begins. */
export async function tellKeepers(told: Told): Promise<void> {
  await tellAdministrator(told)
  await invite(told, authority)
  const granting = { account: told.accounts.get(authority.login) ?? '', role: 'authority' } as const
  await grantTenantRole(told.db, await actorNamed(told, administrator.login), granting, told.now)
}

/** The people of the story, each invited and accepted as in life, and the six units they work for. */
export async function tellPeople(told: Told): Promise<void> {
  await tellKeepers(told)
  for (const unit of units) {
    await tellUnit(told, unit)
    await invite(told, leaderOf(unit))
    await tellRole(told, leaderOf(unit), unit.key, 'leader')
  }
  for (const person of [officer, secretary]) {
    await invite(told, person)
    await tellRole(told, person, person.unit, 'officer')
  }
}
