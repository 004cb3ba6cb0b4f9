import { describe, expect, test } from 'vitest'
import { dayOf } from '#platform/clock.ts'
import {
  dueDay,
  layPeriods,
  periodCan,
  periodSlug,
  readPeriodSlug,
  reopenedFor,
  stateOn,
  takesFigures,
  usualDueRules,
} from './period.ts'

const year2023 = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
const ofYear = (starts_on: string, ends_on: string) => ({ starts_on, ends_on })

describe('the periods of a year', () => {
  test('a calendar year has twelve months, four quarters, two halves and itself', () => {
    expect(layPeriods(year2023, 'month')).toHaveLength(12)
    expect(layPeriods(year2023, 'month')[1]).toEqual(ofYear('2023-02-01', '2023-02-28'))
    expect(layPeriods(year2023, 'quarter')[3]).toEqual(ofYear('2023-10-01', '2023-12-31'))
    expect(layPeriods(year2023, 'half_year')).toEqual([
      ofYear('2023-01-01', '2023-06-30'),
      ofYear('2023-07-01', '2023-12-31'),
    ])
    expect(layPeriods(year2023, 'year')).toEqual([year2023])
  })

  test('a school year has quarters of its own', () => {
    const school = ofYear('2013-09-01', '2014-08-31')
    expect(layPeriods(school, 'quarter').map((span) => span.starts_on)).toEqual([
      '2013-09-01',
      '2013-12-01',
      '2014-03-01',
      '2014-06-01',
    ])
    expect(layPeriods(school, 'month').at(-1)).toEqual(ofYear('2014-08-01', '2014-08-31'))
  })

  test('a year that begins and ends within a month has shorter ends, without gap or overlap', () => {
    const odd = ofYear('2023-03-16', '2023-11-20')
    const months = layPeriods(odd, 'month')
    expect(months[0]).toEqual(ofYear('2023-03-16', '2023-03-31'))
    expect(months.at(-1)).toEqual(ofYear('2023-11-01', '2023-11-20'))
    expect(months).toHaveLength(9)
    expect(layPeriods(odd, 'half_year')).toEqual([
      ofYear('2023-03-16', '2023-08-31'),
      ofYear('2023-09-01', '2023-11-20'),
    ])
  })

  test('a single day at either end goes with its neighbour', () => {
    const months = layPeriods(ofYear('2023-01-31', '2023-04-01'), 'month')
    expect(months).toEqual([ofYear('2023-01-31', '2023-02-28'), ofYear('2023-03-01', '2023-04-01')])
  })
})

describe('the day on which a report is due', () => {
  const february = ofYear('2023-02-01', '2023-02-28')

  test('is a day of the last month, or counted from the end', () => {
    expect(dueDay(february, usualDueRules.month)).toBe('2023-02-25')
    expect(dueDay(february, { kind: 'day_of_month', number: 31 })).toBe('2023-02-28')
    expect(dueDay(february, { kind: 'days_after', number: 5 })).toBe('2023-03-05')
    expect(dueDay(ofYear('2023-01-01', '2023-06-30'), usualDueRules.half_year)).toBe('2023-06-15')
  })

  test('never lies before the period', () => {
    expect(dueDay(ofYear('2023-03-28', '2023-03-31'), usualDueRules.month)).toBe('2023-03-31')
  })
})

describe('a period', () => {
  const march = { state: 'ahead' as const, starts_on: '2023-03-01' }

  test('opens by itself at midnight in Vietnam, not a minute before', () => {
    expect(stateOn(march, dayOf(new Date('2023-02-28T23:59:00+07:00')))).toBe('ahead')
    expect(stateOn(march, dayOf(new Date('2023-03-01T00:01:00+07:00')))).toBe('open')
  })

  test('is closed by hand, and opens again only by a reopening', () => {
    expect(periodCan('close', march, '2023-02-28')).toBe(false)
    expect(periodCan('close', march, '2023-03-01')).toBe(true)
    const closed = { ...march, state: 'closed' as const }
    expect(stateOn(closed, '2023-03-31')).toBe('closed')
    expect(periodCan('change', closed, '2023-03-31')).toBe(false)
    expect(periodCan('reopen', closed, '2023-03-31')).toBe(true)
  })

  test('that was reopened takes figures of that unit until the last day', () => {
    const closed = { ...march, state: 'closed' as const }
    const agreed = { unit_id: 'ldld', until_on: '2023-05-10', state: 'agreed' as const }
    const asked = { unit_id: null, until_on: '2023-06-10', state: 'asked' as const }
    const on = (unit: string, moment: string) =>
      takesFigures(closed, [agreed, asked], { unit, today: dayOf(new Date(moment)) })
    expect(on('ldld', '2023-05-10T23:59:00+07:00')).toBe(true)
    expect(on('ldld', '2023-05-11T00:01:00+07:00')).toBe(false)
    expect(on('ccb', '2023-05-10T12:00:00+07:00')).toBe(false)
    expect(reopenedFor([agreed, { ...agreed, until_on: '2023-05-20' }], 'ldld', '2023-05-01')?.until_on).toBe(
      '2023-05-20',
    )
  })

  test('stands in an address by its kind and first day', () => {
    expect(periodSlug({ frequency: 'half_year', starts_on: '2023-07-01' })).toBe('nua-nam-2023-07-01')
    expect(readPeriodSlug('nua-nam-2023-07-01')).toEqual({ frequency: 'half_year', starts_on: '2023-07-01' })
    expect(readPeriodSlug('thang-2023-02-31')).toBeUndefined()
    expect(readPeriodSlug('tuan-2023-02-01')).toBeUndefined()
    expect(readPeriodSlug('')).toBeUndefined()
  })
})
