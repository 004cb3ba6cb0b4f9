import { expect, test } from 'vitest'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

const none = { off: new Set<string>(), worked: new Set<string>() }

test('a week-end is no working day, a holiday neither, a Saturday that is worked is one', () => {
  expect(workingDaysBetween('2023-04-28', '2023-05-04', none)).toBe(4)
  const days = { off: new Set(['2023-05-01', '2023-05-02', '2023-05-03']), worked: new Set(['2023-04-29']) }
  expect(workingDaysBetween('2023-04-28', '2023-05-04', days)).toBe(2)
  expect(workingDaysBetween('2023-05-04', '2023-04-28', days)).toBe(-2)
  expect(workingDaysBetween('2023-05-04', '2023-05-04', days)).toBe(0)
})

test('so many working days after a day is what lies so many working days away', () => {
  const days = { off: new Set(['2023-09-01', '2023-09-04']), worked: new Set<string>() }
  expect(addWorkingDays('2023-08-31', 1, days)).toBe('2023-09-05')
  for (const count of [1, 2, 5, 10]) {
    expect(workingDaysBetween('2023-08-25', addWorkingDays('2023-08-25', count, days), days)).toBe(count)
  }
})
