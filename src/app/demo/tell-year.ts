import {
  halves,
  late,
  missing,
  monthly,
  plans,
  quarterly,
  returned,
  sessions,
  yearEnd,
} from '../../../db/seed/nam-dinh-year.ts'
import { deputyUnit, headUnit, units } from '../../../db/seed/nam-dinh.ts'
import { logKinds, targets as template } from '../../../db/seed/year-template.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { addLogEntry } from '#domains/movements/log/add-log-entry.ts'
import { startLog } from '#domains/movements/log/start-log.ts'
import { addTemplate } from '#domains/targets/cards/add-target.ts'
import { adoptTargets } from '#domains/targets/cards/adopt-targets.ts'
import { writePlan } from '#domains/targets/cards/write-plan.ts'
import { openPeriods } from '#domains/targets/periods/open-periods.ts'
import type { Period } from '#domains/targets/periods/period.ts'
import { periodsOf } from '#domains/targets/periods/queries.ts'
import { targetsOf } from '#domains/targets/queries.ts'
import { returnReport } from '#domains/targets/reporting/return-report.ts'
import { saveEntries } from '#domains/targets/reporting/save-entries.ts'
import { sendReport } from '#domains/targets/reporting/send-report.ts'
import { verifyReport } from '#domains/targets/reporting/verify-report.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import { newId } from '#platform/id.ts'
import { announce } from '../announce.ts'
import { leaderOf } from './sample-people.ts'
import { actorNamed, type Told } from './tell-people.ts'

/** A working morning of a day in the story. */
export const at = (day: string) => new Date(`${day}T08:30:00+07:00`)
const registeredOn = '2023-01-05'

/** The sample bloc's year while it is told. */
export interface Story extends Told {
  year: BlocYearRow
  /** The leaders, by the key of their unit. */
  leaders: ReadonlyMap<string, Actor>
  /** Ids of targets by their codes. */
  targets: ReadonlyMap<string, string>
}

export const keys = units.map(({ key }) => key)

export function leader({ leaders }: Pick<Story, 'leaders'>, key: string): Actor {
  const actor = leaders.get(key)
  if (actor === undefined) throw new Error(`the sample story has no unit ${key}`)
  return actor
}

async function leadersOf(told: Told): Promise<Map<string, Actor>> {
  const all = new Map<string, Actor>()
  for (const unit of units) all.set(unit.key, await actorNamed(told, leaderOf(unit).login))
  return all
}

export const unitOf = (told: Told, key: string) => told.units.get(key) ?? ''

/** The template taken over, with each unit's plan where the template leaves it open, and put in force. */
async function tellTargets(told: Told, year: BlocYearRow, head: Actor) {
  const now = at(registeredOn)
  await startLog(told.db, head, { blocYear: year.id, from: 'template' }, { now, template: logKinds })
  await addTemplate(told.db, head, year.id, { template, now })
  for (const target of await targetsOf(told.db, year.id)) {
    const planned = plans[target.code]
    if (planned === undefined) continue
    const rows = keys.map((key) => ({
      unit: unitOf(told, key),
      isAssigned: planned[key] !== null,
      baseline: null,
      planned: planned[key] ?? null,
      weight: null,
      dueOn: null,
    }))
    await writePlan(told.db, head, { id: target.id, version: target.version, rows }, now)
  }
  await adoptTargets(told.db, head, year.id, { now, announce })
  const frequencies = ['month', 'quarter', 'half_year', 'year'] as const
  await openPeriods(told.db, head, { blocYear: year.id, frequencies: [...frequencies], rules: {} }, now)
}

interface Sending {
  period: Period
  unit: string
  figures: Readonly<Record<string, string>>
  on: string
  lateReason?: string
}

async function versionOf({ db, ...told }: Story, { period, unit }: Sending): Promise<number> {
  const { version } = await db
    .selectFrom('progress_report')
    .select('version')
    .where('period_id', '=', period.id)
    .where('unit_id', '=', unitOf({ db, ...told }, unit))
    .executeTakeFirstOrThrow()
  return version
}

/** Typed and sent by the unit. */
async function send(story: Story, { period, unit, figures, on, lateReason = '' }: Sending) {
  const report = { period: period.id, unit: unitOf(story, unit) }
  const cells = Object.entries(figures).map(([code, text]) => ({
    target: story.targets.get(code) ?? '',
    text,
    isMeant: true,
    version: 0,
  }))
  const actor = leader(story, unit)
  await saveEntries(story.db, actor, { ...report, cells }, at(on))
  const reasons = { lateReason, missingNote: '' }
  await sendReport(story.db, actor, { ...report, ...reasons }, { now: at(on), announce })
}

/** The head's reports are read by the deputy, all others by the head. */
async function verify(story: Story, sending: Sending) {
  const judge = leader(story, sending.unit === headUnit ? deputyUnit : headUnit)
  const report = { period: sending.period.id, unit: unitOf(story, sending.unit) }
  const input = { ...report, version: await versionOf(story, sending) }
  await verifyReport(story.db, judge, input, { now: at(addDays(sending.on, 3)), announce })
}

async function returnOnce(story: Story, sending: Sending) {
  const report = { period: sending.period.id, unit: unitOf(story, sending.unit) }
  const now = at(addDays(sending.on, 1))
  const input = { ...report, reason: returned.reason }
  await returnReport(story.db, leader(story, headUnit), input, { now, announce })
  const again = at(addDays(sending.on, 2))
  const reasons = { lateReason: '', missingNote: '' }
  await sendReport(story.db, leader(story, sending.unit), { ...report, ...reasons }, { now: again, announce })
}

const periodsIn = (periods: readonly Period[], frequency: Period['frequency']) =>
  periods
    .filter((period) => period.frequency === frequency)
    .toSorted((one, other) => one.starts_on.localeCompare(other.starts_on))

function figuresOf(typed: typeof monthly, unit: string, index: number): Record<string, string> {
  const said = Object.entries(typed).map(([code, byUnit]) => [code, byUnit[unit]?.[index]] as const)
  return Object.fromEntries(said.filter((one): one is readonly [string, string] => one[1] !== undefined))
}

/** One session log entry a month, from which the target of sessions counts. */
async function tellSessions(story: Story, unit: string, index: number, period: Period) {
  const count = sessions[unit]?.[index] ?? '0'
  const onDay = addDays(period.starts_on, 13)
  const entry = { id: newId(), blocYear: story.year.id, unit: unitOf(story, unit), kind: 'propaganda', onDay }
  const text = `Tuyên truyền chủ trương, pháp luật tới đoàn viên, hội viên (${count} buổi).`
  const values = { sessions: count, people: String(Number(count) * 85) }
  await addLogEntry(story.db, leader(story, unit), { ...entry, text, values }, at(onDay))
}

const happens = (unit: string, index: number, what: { unit: string; month: number }) =>
  unit === what.unit && index + 1 === what.month

async function tellMonth(story: Story, period: Period, index: number) {
  for (const [place, unit] of keys.entries()) {
    await tellSessions(story, unit, index, period)
    if (happens(unit, index, missing)) continue
    const delay = happens(unit, index, late)
      ? { days: 3, lateReason: late.reason }
      : { days: -1 - (place % 3), lateReason: '' }
    const on = addDays(period.due_on, delay.days)
    const sending = { period, unit, figures: figuresOf(monthly, unit, index), on, lateReason: delay.lateReason }
    await send(story, sending)
    if (happens(unit, index, returned)) await returnOnce(story, sending)
    await verify(story, sending)
  }
}

async function tellLonger(story: Story, period: Period, figuresFor: (unit: string) => Record<string, string>) {
  for (const unit of keys) {
    const sending = { period, unit, figures: figuresFor(unit), on: addDays(period.due_on, -1) }
    await send(story, sending)
    await verify(story, sending)
  }
}

async function tellReports(story: Story) {
  const periods = await periodsOf(story.db, story.year.id)
  for (const [index, period] of periodsIn(periods, 'month').entries()) await tellMonth(story, period, index)
  for (const [index, period] of periodsIn(periods, 'quarter').entries()) {
    await tellLonger(story, period, (unit) => figuresOf(quarterly, unit, index))
  }
  for (const [index, period] of periodsIn(periods, 'half_year').entries()) {
    const same = Object.entries(halves).map(([code, typed]) => [code, typed[index] ?? ''] as const)
    await tellLonger(story, period, () => Object.fromEntries(same))
  }
  for (const period of periodsIn(periods, 'year')) {
    await tellLonger(story, period, (unit) =>
      Object.fromEntries(Object.entries(yearEnd).map(([code, byUnit]) => [code, byUnit[unit] ?? ''])),
    )
  }
}

/** The year from registering targets to the last report, by the commands of the screens, each on its day. */
export async function tellYear(told: Told, year: BlocYearRow): Promise<Story> {
  const leaders = await leadersOf(told)
  const story = { ...told, year, leaders, targets: new Map<string, string>() }
  await tellTargets(told, year, leader(story, headUnit))
  for (const { id, code } of await targetsOf(told.db, year.id)) story.targets.set(code, id)
  await tellReports(story)
  return story
}
