import { constantFrom, array, asyncProperty, assert, option, record, integer } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeCast, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import type { Formula, Target } from '../target.ts'
import type { Value } from '../value.ts'
import { computed, figureOfEntries, noFigure, percentOfPlan, rollUp, rollUpPlans, type Figure } from './figure.ts'
import { figuresOf } from './queries.ts'

const part = (value: Value, weight = '1', asOf: string | null = '2023-03-31') => ({
  value,
  weight,
  asOf: value === null ? null : asOf,
})

describe('figures that roll up', () => {
  test('add exactly, and what is missing is not zero', () => {
    const parts = [part('0.1'), part('0.2'), part(null)]
    expect(rollUp({ roll_up: 'sum', measure: 'count' }, parts).value).toBe('0.3')
    expect(rollUp({ roll_up: 'sum', measure: 'count' }, [part(null), part(null)])).toEqual(noFigure)
    expect(rollUp({ roll_up: 'sum', measure: 'count' }, [part('0'), part(null)]).value).toBe('0')
  })

  test('weigh a mean only by those who reported', () => {
    const parts = [part('90', '3'), part('80', '1'), part(null, '100')]
    expect(rollUp({ roll_up: 'weighted_mean', measure: 'percent' }, parts).value).toBe('87.5')
  })

  test('are a yes of all, a no as soon as one says so, and else not known', () => {
    const all = { roll_up: 'all_of', measure: 'yes_no' } as const
    expect(rollUp(all, [part('1'), part('1')]).value).toBe('1')
    expect(rollUp(all, [part('1'), part(null)]).value).toBeNull()
    expect(rollUp(all, [part('0'), part(null)]).value).toBe('0')
  })

  test('are the newest one, or of days the latest', () => {
    const parts = [part('7', '1', '2023-06-30'), part('9', '1', '2023-03-31')]
    expect(rollUp({ roll_up: 'last', measure: 'count' }, parts)).toEqual({ value: '7', asOf: '2023-06-30' })
    expect(rollUp({ roll_up: 'last', measure: 'day' }, parts).value).toBe('9')
    expect(rollUpPlans({ roll_up: 'last', measure: 'count' }, [part('7'), part('9')])).toBeNull()
  })
})

describe('a computed figure', () => {
  test('is a ratio of two, or of all that add up, and missing with any of them', () => {
    const of = (kind: Formula['kind'], ...values: Value[]) =>
      computed(
        { kind, of: [] },
        values.map((one) => part(one)),
      ).value
    expect(of('ratio', '2', '3')).toBe('66.666667')
    expect(of('ratio', '2', '0')).toBeNull()
    expect(of('sum', '0.1', '0.2', '5')).toBe('5.3')
    expect(of('difference', '10', '3', '2')).toBe('5')
    expect(of('sum', '1', null)).toBeNull()
  })
})

describe('per cent of a plan', () => {
  const of = (measure: Target['measure'], direction: Target['direction'], value: Value, planned: Value) =>
    percentOfPlan({ measure, direction }, value, planned)

  test('grows with the value where more is better', () => {
    expect([of('count', 'more', '45', '60'), of('count', 'more', '0', '60')]).toEqual(['75', '0'])
  })

  test('is full within the plan where less is better, and falls beyond it', () => {
    expect([of('count', 'less', '4', '5'), of('count', 'less', '10', '5')]).toEqual(['100', '50'])
    expect([of('count', 'less', '0', '0'), of('count', 'less', '1', '0')]).toEqual(['100', '0'])
  })

  test('is reached or not for a class, a day, a yes', () => {
    expect([of('class', 'more', '2', '3'), of('class', 'more', '3', '3')]).toEqual(['0', '100'])
    expect([of('day', 'less', '19600', '19650'), of('day', 'less', '19651', '19650')]).toEqual(['100', '0'])
    expect([of('yes_no', 'more', '1', '1'), of('yes_no', 'more', '0', '1')]).toEqual(['100', '0'])
  })

  test('is missing with the value or the plan', () => {
    expect([of('count', 'more', null, '5'), of('count', 'more', '5', null)]).toEqual([null, null])
  })
})

test('a figure that grows by itself is the newest, one that flows is added up', () => {
  const entries = [
    { endsOn: '2023-02-28', value: '5' },
    { endsOn: '2023-01-31', value: '2.5' },
    { endsOn: '2023-03-31', value: null },
    { endsOn: '2023-04-30', value: '100' },
  ]
  expect(figureOfEntries('flow', entries, '2023-03-31')).toEqual({ value: '7.5', asOf: '2023-02-28' })
  expect(figureOfEntries('level', entries, '2023-03-31')).toEqual({ value: '5', asOf: '2023-02-28' })
  expect(figureOfEntries('level', entries, '2022-12-31')).toEqual(noFigure)
})

const ends = ['2023-01-31', '2023-02-28', '2023-03-31']
const number = integer({ min: -3_000, max: 90_000 }).map((value) => String(value / 1000))
const figure = option(number, { nil: null, freq: 3 })
const seat = record({
  isAssigned: constantFrom(true, true, true, false),
  weight: option(constantFrom('0', '1', '2.5', '30'), { nil: null }),
  planned: figure,
  entries: array(figure, { minLength: 3, maxLength: 3 }),
})
const plainTarget = record({
  measure: constantFrom<Target['measure']>('count', 'percent', 'money', 'yes_no', 'day'),
  direction: constantFrom<Target['direction']>('more', 'less'),
  accumulation: constantFrom<Target['accumulation']>('flow', 'running', 'level'),
  roll_up: constantFrom<Target['roll_up']>('sum', 'weighted_mean', 'last', 'min', 'all_of'),
  seats: array(seat, { minLength: 8, maxLength: 8 }),
})
type Plain = (typeof plainTarget extends { generate: (...given: never[]) => { value: infer Made } } ? Made : never) & {
  formula: Formula | null
}
const kinds = constantFrom<Formula['kind']>('ratio', 'sum', 'difference')
const story = record({
  targets: array(plainTarget, { minLength: 3, maxLength: 6 }),
  kind: kinds,
  computed: plainTarget,
})

let db: Db
let cast: Cast
let seats: { unit: string; parent: string | null }[]
let reports: Map<string, string>

beforeAll(async () => {
  ;({ db } = await testDatabase())
  cast = await makeCast(db)
  const below = [newId(), newId()]
  await db
    .insertInto('unit')
    .values(below.map((id) => ({ id, level_code: 'tinh' })))
    .execute()
  const parent = cast.units[0] ?? ''
  seats = [...cast.units.map((unit) => ({ unit, parent: null })), ...below.map((unit) => ({ unit, parent }))]
  reports = new Map()
  for (const [index, ends_on] of ends.entries()) {
    const period = newId()
    const starts_on = `2023-0${index + 1}-01`
    const place = { bloc_year_id: cast.blocYear, frequency: 'month' as const, starts_on, ends_on, due_on: ends_on }
    await db
      .insertInto('report_period')
      .values({ id: period, ...place })
      .execute()
    for (const { unit } of seats) {
      const id = newId()
      const sent = { state: 'sent' as const, sent_at: new Date(`${ends_on}T08:00:00Z`), sent_by: cast.an.account }
      await db
        .insertInto('progress_report')
        .values({ id, period_id: period, unit_id: unit, ...sent })
        .execute()
      reports.set(`${unit} ${ends_on}`, id)
    }
  }
})

async function keep(target: Plain, position: number) {
  const id = newId()
  const { measure, direction, accumulation, roll_up, formula } = target
  const at = new Date('2023-01-05T08:00:00Z')
  await db
    .insertInto('target')
    .values({
      id,
      measure,
      direction,
      accumulation,
      roll_up,
      position,
      code: `C${position}`,
      name: 'Chỉ tiêu',
      bloc_year_id: cast.blocYear,
      frequency: 'month',
      state: 'in_force',
      created_by: cast.an.account,
      created_at: at,
      changed_at: at,
      formula: formula === null ? null : JSON.stringify(formula),
    })
    .execute()
  for (const [index, { unit, parent }] of seats.entries()) {
    const seat = target.seats[index]
    if (seat === undefined) throw new Error('each unit has a seat')
    const { isAssigned, weight, planned } = seat
    const share = { is_assigned: isAssigned, weight, planned: isAssigned ? planned : null, parent_unit_id: parent }
    await db
      .insertInto('target_assignment')
      .values({ target_id: id, unit_id: unit, ...share })
      .execute()
  }
  const values = seats.flatMap(({ unit }, index) =>
    ends.map((endsOn, period) => ({
      report_id: reports.get(`${unit} ${endsOn}`) ?? '',
      target_id: id,
      value: target.seats[index]?.entries[period] ?? null,
      entered_by: cast.an.account,
      entered_at: at,
    })),
  )
  await db.insertInto('progress_entry').values(values).execute()
  return id
}

async function forget() {
  const ours = db.selectFrom('target').select('id').where('bloc_year_id', '=', cast.blocYear)
  await db.deleteFrom('progress_entry').where('target_id', 'in', ours).execute()
  await db
    .deleteFrom('target_assignment')
    .where('target_id', 'in', ours)
    .where('parent_unit_id', 'is not', null)
    .execute()
  await db.deleteFrom('target_assignment').where('target_id', 'in', ours).execute()
  await db.deleteFrom('target').where('bloc_year_id', '=', cast.blocYear).execute()
}

type Levels = Map<string, Figure>

/** The same by the pure rules: own figures first, then sub-units, then the bloc under 'bloc'. */
function levelsOf(target: Plain): Levels {
  const assigned = seats.flatMap((place, index) => {
    const seat = target.seats[index]
    return seat?.isAssigned === true ? [{ ...place, ...seat, weight: seat.weight ?? '1' }] : []
  })
  const own = (entries: readonly Value[]) =>
    target.formula === null
      ? figureOfEntries(
          target.accumulation,
          entries.map((value, index) => ({ value, endsOn: ends[index] ?? '' })),
          '2023-03-31',
        )
      : noFigure
  const leaves = assigned.map((seat) => ({ ...seat, ...own(seat.entries) }))
  const parts = leaves.map((leaf) => {
    const below = leaves.filter(({ parent }) => parent === leaf.unit)
    return leaf.value === null ? { ...leaf, ...rollUp(target, below) } : leaf
  })
  const whole = rollUp(
    target,
    parts.filter(({ parent }) => parent === null),
  )
  const levels: Levels = new Map(parts.map(({ unit, value, asOf }) => [unit, { value, asOf }]))
  return parts.some(({ parent }) => parent === null) ? levels.set('bloc', whole) : levels
}

const planOf = (target: Plain, key: string): Value => {
  const assigned = seats.flatMap((place, index) => {
    const seat = target.seats[index]
    return seat?.isAssigned === true ? [{ ...place, value: seat.planned, weight: seat.weight ?? '1' }] : []
  })
  if (key !== 'bloc') return assigned.find(({ unit }) => unit === key)?.value ?? null
  return rollUpPlans(
    target,
    assigned.filter(({ parent }) => parent === null),
  )
}

test('one query over whole years answers as the pure rules do', async () => {
  const agrees = asyncProperty(story, async ({ targets, kind, computed: made }) => {
    const plain = targets.map((target) => ({ ...target, formula: null }))
    const formula = { kind, of: ['C1', 'C2'] }
    const all: Plain[] = [...plain, { ...made, formula }]
    const ids: string[] = []
    for (const [index, target] of all.entries()) ids.push(await keep(target, index + 1))
    const rows = await figuresOf(db, { blocYears: [cast.blocYear], until: '2023-03-31', standing: 'declared' })
    await forget()

    const levels = plain.map(levelsOf)
    const computedLevels = new Map(
      [...levelsOf({ ...made, formula })].map(([key]) => {
        const members = [levels[0]?.get(key) ?? noFigure, levels[1]?.get(key) ?? noFigure]
        return [key, computed(formula, members)] as const
      }),
    )
    const expected = [...levels, computedLevels].flatMap((level, index) =>
      [...level].map(([key, { value, asOf }]) => {
        const target = all[index]
        const planned = target === undefined ? null : planOf(target, key)
        const percent = target === undefined ? null : percentOfPlan(target, value, planned)
        return [`${index} ${key}`, value, asOf, planned, percent].join(' | ')
      }),
    )
    const found = rows.map((row) => {
      const key = `${ids.indexOf(row.target_id)} ${row.unit_id ?? 'bloc'}`
      return [key, row.value, row.as_of, row.planned, row.percent].join(' | ')
    })
    expect(found.toSorted()).toEqual(expected.toSorted())
  })
  await expect(assert(agrees, { numRuns: 25 })).resolves.toBeUndefined()
})

test('a unit that has not reported is told of, and one without the target is not counted', async () => {
  const some = { isAssigned: true, weight: null, planned: '10', entries: ['4', null, null] }
  const none = { ...some, entries: [null, null, null] }
  const outside = { ...some, isAssigned: false, planned: null }
  const base = { measure: 'count', direction: 'more', accumulation: 'flow', roll_up: 'sum', formula: null } as const
  const id = await keep({ ...base, seats: [some, some, some, some, none, outside, outside, outside] }, 1)
  const rows = await figuresOf(db, {
    blocYears: [cast.blocYear],
    until: '2023-03-31',
    standing: 'declared',
    level: 'bloc',
  })
  const verified = await figuresOf(db, {
    blocYears: [cast.blocYear],
    until: '2023-03-31',
    standing: 'verified',
    level: 'bloc',
  })
  await forget()
  expect(rows).toEqual([
    {
      bloc_year_id: cast.blocYear,
      target_id: id,
      unit_id: null,
      parent_unit_id: null,
      value: '16',
      planned: '50',
      percent: '32',
      as_of: '2023-01-31',
      periods_reported: 0,
      periods_over: 3,
      units_reporting: 4,
      units_assigned: 5,
    },
  ])
  expect(verified[0]).toMatchObject({ value: null, percent: null, units_reporting: 0 })
})
