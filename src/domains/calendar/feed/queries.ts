import { accountOf } from '#domains/identity/queries.ts'
import { membershipsOfUnits, officesOfUnits, yearById } from '#domains/blocs/queries.ts'
import { unitsOfAccount } from '#domains/units/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { deadlinesOf, type DeadlineRow } from '../deadlines/queries.ts'
import { tasksOf, type TaskRow } from '../queries.ts'
import { hashToken } from './issue-feed.ts'

/** When the person's secret address was made, if there is one. */
export async function feedOf(db: Db, account: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row?.made_at
}

interface Part {
  units: readonly string[]
  /** Bloc-years that a unit of the person leads. */
  leads: ReadonlySet<string>
}

/** What is for another unit alone, or for the head where another leads, is not in a person's calendar. */
function concerns({ units, leads }: Part, row: DeadlineRow): boolean {
  if (row.audience === 'members') return true
  if (leads.has(row.bloc_year_id)) return row.audience !== 'authority'
  return row.audience === 'unit' && units.includes(row.unit_id ?? '')
}

/** Tasks of no bloc-year; those of one have their days in its calendar. */
const isDatedElsewhere = (task: TaskRow): task is TaskRow & { due_on: string } =>
  task.bloc === null && task.due_on !== null

/** What the owner of a secret address would see: the calendars of their bloc-years, and dated tasks beside them. */
export async function feedByToken(db: Db, token: string, now: Date) {
  const owner = await db
    .selectFrom('calendar_feed')
    .select('account_id')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  const account = owner && (await accountOf(db, owner.account_id, now))
  if (account === undefined || account.state !== 'active') return undefined
  const day = dayOf(now)
  const held = await unitsOfAccount(db, account.id, day)
  const units = held.map(({ unit }) => unit)
  const years = [...new Set((await membershipsOfUnits(db, units, day)).map(({ blocYear }) => blocYear))]
  const heads = (await officesOfUnits(db, units, day)).filter(({ office }) => office === 'head')
  const part = { units, leads: new Set(heads.map(({ blocYear }) => blocYear)) }
  const blocs = new Map(
    await Promise.all(years.map(async (year) => [year, (await yearById(db, year)).bloc.short_name] as const)),
  )
  const deadlines = (await deadlinesOf(db, years)).filter((row) => concerns(part, row))
  const tasks = await tasksOf(db, { account: account.id, units: held, tenantRoles: account.tenantRoles })
  return {
    locale: account.locale,
    deadlines: deadlines.map((row) => ({ ...row, bloc: blocs.get(row.bloc_year_id) ?? '' })),
    tasks: tasks.filter(isDatedElsewhere),
  }
}
