import { bloc, deputyUnit, headUnit, units } from '../../../db/seed/nam-dinh.ts'
import { admitMember } from '#domains/blocs/members/admit-member.ts'
import { appointOffice } from '#domains/blocs/members/appoint-office.ts'
import { foundBloc } from '#domains/blocs/found-bloc.ts'
import { nameSecretary } from '#domains/blocs/members/name-secretary.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { startYear } from '#domains/blocs/start-year.ts'
import { announce } from '../announce.ts'
import { authority, leaderOf, secretary } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

const unitOf = (told: Told, key: string) => told.units.get(key) ?? ''

async function tellMembers(told: Told, year: BlocYearRow) {
  const actor = await actorNamed(told, authority.login)
  const fromOn = year.starts_on
  for (const unit of units) {
    const member = { blocYear: year.id, unit: unitOf(told, unit.key), fromOn, document: '' }
    await admitMember(told.db, actor, member, told.now)
  }
  for (const [office, key] of [
    ['head', headUnit],
    ['deputy', deputyUnit],
  ] as const) {
    const term = { blocYear: year.id, unit: unitOf(told, key), office, fromOn, document: '' }
    await appointOffice(told.db, actor, term, { now: told.now, announce })
  }
}

async function tellSecretary(told: Told, year: BlocYearRow) {
  const head = units.find((unit) => unit.key === headUnit)
  if (head === undefined) return
  const actor = await actorNamed(told, leaderOf(head).login)
  const account = told.accounts.get(secretary.login) ?? ''
  await nameSecretary(told.db, actor, { blocYear: year.id, account }, told.now)
}

const calendarYear = (year: number) => ({
  kind: 'calendar' as const,
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
  moveDates: false,
})

/** The bloc as the province founded it, its year 2023 with six members, head and deputy. */
export async function tellBloc(told: Told): Promise<BlocYearRow> {
  const actor = await actorNamed(told, authority.login)
  const founded = await foundBloc(told.db, actor, bloc, told.now)
  const { id } = await told.db.selectFrom('bloc').select('id').where('slug', '=', founded).executeTakeFirstOrThrow()
  const input = { ...calendarYear(2023), bloc: id, head: undefined }
  const year = await startYear(told.db, actor, input, { now: told.now, announce })
  await tellMembers(told, year)
  await tellSecretary(told, year)
  return year
}

/** The next year, started from 2023 with the same members in the same order and the same head. */
export async function tellNextYear(told: Told, year: BlocYearRow): Promise<BlocYearRow> {
  const actor = await actorNamed(told, authority.login)
  const input = { ...calendarYear(2024), bloc: year.bloc.id, head: unitOf(told, headUnit) }
  return startYear(told.db, actor, input, { now: told.now, announce })
}
