import { beforeAll, expect, test } from 'vitest'
import { makeCast, morning, type Cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { factsOfYear } from '#domains/facts/queries.ts'
import { standingFacts } from '#domains/facts/fact.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { postTargetFacts } from './post-target-facts.ts'

let db: Db
let cast: Cast
let unit: string

async function addTarget(code: string, position: number) {
  const id = newId()
  const kind = {
    measure: 'count',
    accumulation: 'flow',
    roll_up: 'sum',
    frequency: 'month',
    state: 'in_force',
  } as const
  const made = { created_by: cast.an.account, created_at: morning, changed_at: morning }
  const words = { code, position, name: 'Kết nạp hội viên mới', measure_unit: 'hội viên' }
  await db
    .insertInto('target')
    .values({ id, bloc_year_id: cast.blocYear, ...kind, ...words, ...made })
    .execute()
  return id
}

async function addReport(month: string, day: string, sentOn: string | null, values: Record<string, string | null>) {
  const [period, report] = [newId(), newId()]
  const span = { starts_on: `${month}-01`, ends_on: day, due_on: `${month}-25` }
  await db
    .insertInto('report_period')
    .values({ id: period, bloc_year_id: cast.blocYear, frequency: 'month', ...span })
    .execute()
  if (sentOn === null) return
  const sent = {
    first_sent_on: sentOn,
    sent_on: sentOn,
    sent_by: cast.binh.account,
    sent_at: morning,
    state: 'sent' as const,
  }
  await db
    .insertInto('progress_report')
    .values({ id: report, period_id: period, unit_id: unit, ...sent })
    .execute()
  const by = { entered_by: cast.binh.account, entered_at: morning }
  const rows = Object.entries(values).map(([target_id, value]) => ({ report_id: report, target_id, value, ...by }))
  await db.insertInto('progress_entry').values(rows).execute()
}

beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  unit = cast.units[0] ?? ''
})

test('what a unit declared and what was verified stand apart, with the report that says so', async () => {
  const [given, missing, outside] = [await addTarget('A', 1), await addTarget('B', 2), await addTarget('C', 3)]
  const seats = [given, missing].map((target_id) => ({ target_id, unit_id: unit, planned: '10' }))
  await db.insertInto('target_assignment').values(seats).execute()
  await db.insertInto('target_assignment').values({ target_id: outside, unit_id: unit, is_assigned: false }).execute()
  await addReport('2023-01', '2023-01-31', '2023-01-20', { [given]: '3' })
  await addReport('2023-02', '2023-02-28', '2023-02-26', { [given]: '0', [missing]: null })
  await addReport('2023-03', '2023-03-31', null, {})
  const source = { kind: 'progress', id: newId() }
  const base = { blocYear: cast.blocYear, unit, source }
  const now = new Date('2023-03-28T08:00:00+07:00')
  await db.transaction().execute((tx) => postTargetFacts(tx, { ...base, standing: 'declared' }, now))
  await db.transaction().execute((tx) => postTargetFacts(tx, { ...base, standing: 'verified' }, now))

  const facts = await factsOfYear(db, cast.blocYear, { unit })
  const told = (standing: string) =>
    facts
      .filter((fact) => fact.standing === standing)
      .map(({ key, value, isAssigned }) => `${key} ${value} ${isAssigned ? '' : 'not assigned'}`.trim())
  expect(told('declared')).toEqual([
    'report.month.late 1',
    'report.month.missing 1',
    'report.month.sent 2',
    'target.A 3',
    'target.B null',
    'target.C null not assigned',
  ])
  expect(told('verified')).toContain('target.A null')
  expect(facts[0]).toMatchObject({ source, postedAt: now, measure: 'báo cáo' })
  expect(new Set(standingFacts(facts).map(({ standing }) => standing))).toEqual(new Set(['verified']))
  expect(await factsOfYear(db, cast.blocYear, { unit, prefix: 'target.' })).toHaveLength(6)
})
