import { describe, expect, test } from 'vitest'
import { plannedBy, spreadEvenly } from './spread-plan.ts'

const year = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
const quarters = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']

describe('a plan spread over the year', () => {
  test('grows evenly when figures add up, and ends with the whole plan', () => {
    const spread = spreadEvenly({ accumulation: 'flow', measure: 'count' }, '100', quarters)
    expect(spread.map(({ planned }) => planned)).toEqual(['25', '50', '75', '100'])
  })

  test('counts whole things wherever the plan does', () => {
    const spread = spreadEvenly({ accumulation: 'running', measure: 'count' }, '10', quarters.slice(1))
    expect(spread.map(({ planned }) => planned)).toEqual(['3', '7', '10'])
    const money = spreadEvenly({ accumulation: 'flow', measure: 'money' }, '10.5', quarters)
    expect(money.map(({ planned }) => planned)).toEqual(['2.625', '5.25', '7.875', '10.5'])
  })

  test('is the same at every time when the figure is a level', () => {
    const spread = spreadEvenly({ accumulation: 'level', measure: 'percent' }, '90', quarters)
    expect(new Set(spread.map(({ planned }) => planned))).toEqual(new Set(['90']))
  })
})

describe('what is due by a day', () => {
  const flow = { accumulation: 'flow', measure: 'count' } as const

  test('is the last milestone passed, where someone set milestones', () => {
    const milestones = [
      { by_on: '2023-03-31', planned: '10' },
      { by_on: '2023-06-30', planned: '60' },
    ]
    const due = (day: string) => plannedBy(flow, { planned: '100', milestones, due_on: null }, year, day)
    expect([due('2023-03-30'), due('2023-03-31'), due('2023-07-15')]).toEqual(['0', '10', '60'])
  })

  test('is an even share of the year otherwise, and all of it from its last day on', () => {
    const due = (day: string, due_on: string | null = null) =>
      plannedBy(flow, { planned: '365', milestones: [], due_on }, year, day)
    expect([due('2023-01-01'), due('2023-12-31'), due('2024-02-01')]).toEqual(['1', '365', '365'])
    expect(due('2023-06-30', '2023-06-30')).toBe('365')
  })

  test('is nothing before the deadline of what is done at one stroke', () => {
    const due = (day: string) =>
      plannedBy(
        { accumulation: 'level', measure: 'yes_no' },
        { planned: '1', milestones: [], due_on: '2023-10-31' },
        year,
        day,
      )
    expect([due('2023-10-30'), due('2023-10-31')]).toEqual([null, '1'])
  })

  test('is unknown without a plan', () => {
    expect(plannedBy(flow, { planned: null, milestones: [], due_on: null }, year, '2023-06-30')).toBeNull()
  })
})
