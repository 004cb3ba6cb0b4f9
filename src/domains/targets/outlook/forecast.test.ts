import { expect, test } from 'vitest'
import { forecastOf, type Course } from './forecast.ts'

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
