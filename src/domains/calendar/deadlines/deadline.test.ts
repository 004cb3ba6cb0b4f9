import { describe, expect, test } from 'vitest'
import { asksToday, monthsBetween, weeksOf } from './deadline.ts'
import { checkDeadline, deadlineFields } from './deadline-form.ts'
import { z } from 'zod'

describe('a month as weeks', () => {
  test('begins on Monday, and days of neighbours are left blank', () => {
    const weeks = weeksOf('2023-02')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]).toEqual([null, null, '2023-02-01', '2023-02-02', '2023-02-03', '2023-02-04', '2023-02-05'])
    expect(weeks[4]).toEqual(['2023-02-27', '2023-02-28', null, null, null, null, null])
  })

  test('a school year has its months over the turn of the year', () => {
    expect(monthsBetween('2013-11', '2014-02')).toEqual(['2013-11', '2013-12', '2014-01', '2014-02'])
  })
})

test('a deadline asks from so many days before to the end of its last day', () => {
  const deadline = { asks_task: true, cancelled_at: null, ends_on: '2023-03-15' }
  const asks = (today: string, change = {}) => asksToday({ ...deadline, ...change }, { today, opensOn: '2023-02-13' })
  expect([asks('2023-02-12'), asks('2023-02-13'), asks('2023-03-15'), asks('2023-03-16')]).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(asks('2023-03-01', { cancelled_at: new Date(0) })).toBe(false)
  expect(asks('2023-03-01', { asks_task: false })).toBe(false)
})

describe('what is written', () => {
  const schema = z.object(deadlineFields)
  const form = { kind: 'event', title: 'Họp giao ban', startsOn: '15/03/2023', audience: 'members' }
  const year = { starts_on: '2023-01-01', ends_on: '2023-12-31', members: [] }
  const check = (change: object) => () => checkDeadline(schema.parse({ ...form, ...change }), year)

  test('a time is understood as people write it', () => {
    const timeOf = (startsAt: string) => schema.parse({ ...form, startsAt }).startsAt
    expect(
      ['8h', '8h30', '08:30', '8 giờ', ''].map((text) => schema.safeParse({ ...form, startsAt: text }).success),
    ).toEqual([true, true, true, false, true])
    expect([timeOf('8h'), timeOf('8h30'), timeOf('')]).toEqual(['08:00', '08:30', null])
  })

  test('days and times must fit, and lie in the year', () => {
    expect(check({ endsOn: '14/03/2023' })).toThrow('deadlines.endBeforeStart')
    expect(check({ endsAt: '10:00' })).toThrow('deadlines.timeWithoutStart')
    expect(check({ startsAt: '10:00', endsAt: '09:00' })).toThrow('deadlines.endTimeBeforeStart')
    expect(check({ startsAt: '10:00', endsAt: '09:00', endsOn: '16/03/2023' })).not.toThrow()
    expect(check({ startsOn: '01/01/2024' })).toThrow('deadlines.outsideYear')
    expect(check({ audience: 'unit' })).toThrow('deadlines.unitMissing')
  })
})
