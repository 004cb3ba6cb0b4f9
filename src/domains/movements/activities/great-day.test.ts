import { expect, test } from 'vitest'
import { greatDaysWithin, isDayOfMonth } from './great-day.ts'

const great = (month: number, day: number, name: string, ended_on: string | null = null) => ({
  id: name,
  month,
  day,
  name,
  organisation: '',
  remind_days: 21,
  is_local: false,
  ended_on,
})
const days = [great(9, 2, 'Quốc khánh'), great(2, 3, 'Ngày thành lập Đảng'), great(2, 29, 'Ngày nhuận')]

test('great days stand in their order, on the first and the last day of a year too', () => {
  const year = { startsOn: '2023-02-03', endsOn: '2023-09-02' }
  expect(greatDaysWithin(days, year).map(({ on }) => on)).toEqual(['2023-02-03', '2023-02-28', '2023-09-02'])
})

test('a school year has the days of both its halves', () => {
  const year = { startsOn: '2023-09-01', endsOn: '2024-08-31' }
  expect(greatDaysWithin(days, year).map(({ on }) => on)).toEqual(['2023-09-02', '2024-02-03', '2024-02-29'])
})

test('one that is kept no longer is not among those after its end', () => {
  const ended = [great(3, 1, 'Ngày hội cũ', '2023-06-01')]
  expect(greatDaysWithin(ended, { startsOn: '2023-01-01', endsOn: '2024-12-31' }).map(({ on }) => on)).toEqual([
    '2023-03-01',
  ])
})

test('there is no 31/04, and a 29/02 in some years', () => {
  expect([isDayOfMonth(4, 31), isDayOfMonth(2, 29), isDayOfMonth(2, 30)]).toEqual([false, true, false])
})
