import { expect, test } from 'vitest'
import { dayWithin, nextInTurn, usualDays, yearLabel, yearSlug } from './bloc-year.ts'

test('a year is named after its days, a school year after both years', () => {
  expect(yearSlug('calendar', '2023-01-01', '2023-12-31')).toBe('2023')
  expect(yearSlug('school', '2013-09-05', '2014-05-31')).toBe('2013-2014')
  expect(yearLabel('2013-2014')).toBe('2013–2014')
})

test('days that make no such year have no name', () => {
  expect(yearSlug('calendar', '2023-09-01', '2024-08-31')).toBeUndefined()
  expect(yearSlug('school', '2023-01-01', '2023-12-31')).toBeUndefined()
  expect(yearSlug('calendar', '2023-12-31', '2023-01-01')).toBeUndefined()
})

test('the usual days of a year make its name', () => {
  for (const kind of ['calendar', 'school'] as const) {
    const { startsOn, endsOn } = usualDays(kind, 2024)
    expect(yearSlug(kind, startsOn, endsOn)?.slice(0, 4)).toBe('2024')
  }
})

test('a year is seen as on its first day before it and as on its last day after it', () => {
  const year = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
  expect(['2022-12-12', '2023-07-01', '2026-11-23'].map((day) => dayWithin(day, year))).toEqual([
    '2023-01-01',
    '2023-07-01',
    '2023-12-31',
  ])
})

test('the office goes round in official order', () => {
  const members = (head: number) =>
    [0, 1, 2].map((index) => ({ index, office: index === head ? ('head' as const) : null }))
  expect(nextInTurn(members(0))?.index).toBe(1)
  expect(nextInTurn(members(2))?.index).toBe(0)
  expect(nextInTurn(members(-1))).toBeUndefined()
})
