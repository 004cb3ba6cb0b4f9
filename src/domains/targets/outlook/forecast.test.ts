import { expect, test } from 'vitest'
import { forecastOf, type Course } from './forecast.ts'
import { lastYearOf } from './last-year.ts'

const year = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
const points = (...values: readonly string[]) =>
  values.map((value, index) => ({ on: ['2023-01-31', '2023-02-28', '2023-03-14'][index] ?? '2023-12-31', value }))

const course = (given: Partial<Course>): Course => ({
  measure: 'count',
  accumulation: 'flow',
  points: [],
  year,
  planned: '1200',
  dueByMilestone: null,
  lastYear: null,
  ...given,
})

test('what adds up goes on at the pace of the days that have passed', () => {
  // 146 in 73 of 365 days.
  const after73days = course({ points: points('50', '46', '50') })
  expect(forecastOf(after73days)).toEqual({ value: '730', method: 'elapsed' })
  expect(forecastOf({ ...after73days, accumulation: 'running', points: points('50', '96', '146') })).toEqual({
    value: '730',
    method: 'elapsed',
  })
})

test('where milestones spread the plan by hand, the share of what was due holds for all', () => {
  expect(forecastOf(course({ points: points('30', '30'), dueByMilestone: '80' }))).toEqual({
    value: '900',
    method: 'milestones',
  })
  expect(forecastOf(course({ points: points('0', '0'), dueByMilestone: '0' }))?.method).toBe('elapsed')
})

test('as the year before went: the share that had come by the same day then', () => {
  const before = { starts_on: '2022-01-01', ends_on: '2022-12-31' }
  const then = [
    { endsOn: '2022-01-31', value: '10' },
    { endsOn: '2022-02-28', value: '30' },
    { endsOn: '2022-12-31', value: '160' },
  ]
  const lastYear = lastYearOf('flow', then, { year, before, day: '2023-02-28' })
  expect(lastYear).toEqual({ soFar: '40', whole: '200' })
  const now = { points: points('20', '30'), lastYear }
  expect(forecastOf(course(now))).toEqual({ value: '250', method: 'lastYear' })
  expect(forecastOf(course({ ...now, dueByMilestone: '100' }))?.method).toBe('milestones')
  expect(forecastOf(course({ ...now, lastYear: { soFar: '0', whole: '200' } }))?.method).toBe('elapsed')
  expect(lastYearOf('running', then, { year, before, day: '2023-02-28' })).toEqual({ soFar: '30', whole: '160' })
  // The end of February is the end of February, also after a leap year.
  const leap = [
    { endsOn: '2024-02-29', value: '7' },
    { endsOn: '2024-12-31', value: '9' },
  ]
  const later = {
    year: { starts_on: '2025-01-01', ends_on: '2025-12-31' },
    before: { starts_on: '2024-01-01', ends_on: '2024-12-31' },
    day: '2025-02-28',
  }
  expect(lastYearOf('flow', leap, later)?.soFar).toBe('7')
  expect(lastYearOf('flow', then.slice(0, 2), { year, before, day: '2023-02-28' })).toBeNull()
  expect(
    lastYearOf('flow', then, { year, before: { ...before, starts_on: '2021-09-01' }, day: '2023-02-28' }),
  ).toBeNull()
})

test('a level stays as it last was, and a share is no sum', () => {
  expect(forecastOf(course({ measure: 'percent', accumulation: 'level', points: points('81.5') }))).toEqual({
    value: '81.5',
    method: 'lastValue',
  })
  expect(forecastOf(course({ measure: 'class', accumulation: 'level', points: points('2', '3') }))?.value).toBe('3')
})

test('from one period nothing is carried on, and from none nothing at all', () => {
  expect(forecastOf(course({ points: points('50') }))).toBeUndefined()
  expect(forecastOf(course({}))).toBeUndefined()
})

test('at the end of the year the figure is what it is', () => {
  const last = [...points('50', '46'), { on: '2023-12-31', value: '4.5' }]
  expect(forecastOf(course({ measure: 'money', points: last }))).toEqual({ value: '100.5', method: 'lastValue' })
})

test('nothing achieved is a forecast of nothing, not a gap', () => {
  expect(forecastOf(course({ points: points('0', '0') }))).toEqual({ value: '0', method: 'elapsed' })
})
