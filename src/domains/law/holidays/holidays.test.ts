import { expect, test } from 'vitest'
import { makeCast, morning } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { holidays as seed } from '../../../../db/seed/holidays.ts'
import { confirmHolidays } from './confirm-holidays.ts'
import { keepHoliday } from './keep-holiday.ts'
import { daysOffBetween, holidaysBetween } from './queries.ts'
import { removeHoliday } from './remove-holiday.ts'

const kings = { day: '2027-04-16', kind: 'off', name: 'Giỗ Tổ Hùng Vương', source: '' } as const

test('holidays are kept, confirmed by another, and taken back, by the administrator and the authority alone', async () => {
  const { db } = await testDatabase()
  const cast = await makeCast(db)
  await expect(keepHoliday(db, cast.an, kings, morning)).rejects.toThrow('not-allowed')
  await keepHoliday(db, cast.dung, kings, morning)
  await keepHoliday(db, cast.dung, { ...kings, day: '2027-04-17', kind: 'worked', name: 'Làm bù' }, morning)
  const year = { year: '2027', source: 'Thông báo của Bộ Nội vụ' }
  await expect(confirmHolidays(db, cast.dung, year, morning)).rejects.toThrow('not-allowed')
  await expect(confirmHolidays(db, cast.an, year, morning)).rejects.toThrow('not-allowed')
  const twice = await Promise.allSettled([
    confirmHolidays(db, cast.em, year, morning),
    confirmHolidays(db, cast.em, year, morning),
  ])
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])

  const { off, worked } = await daysOffBetween(db, '2027-01-01', '2027-12-31')
  expect([[...off], [...worked]]).toEqual([['2027-04-16'], ['2027-04-17']])
  await keepHoliday(db, cast.em, { ...kings, name: 'Giỗ Tổ' }, morning)
  expect(await holidaysBetween(db, '2027-04-16', '2027-04-16')).toMatchObject([{ name: 'Giỗ Tổ', confirmed_at: null }])

  await expect(removeHoliday(db, cast.an, kings, morning)).rejects.toThrow('not-allowed')
  await removeHoliday(db, cast.dung, kings, morning)
  await expect(removeHoliday(db, cast.dung, kings, morning)).rejects.toThrow('gone')
})

test('a week-end is off anyway, and only a week-end is worked in exchange', async () => {
  const { db } = await testDatabase()
  const { dung } = await makeCast(db)
  await expect(keepHoliday(db, dung, { ...kings, day: '2027-04-17' }, morning)).rejects.toThrow('isWeekend')
  await expect(keepHoliday(db, dung, { ...kings, kind: 'worked' }, morning)).rejects.toThrow('notWeekend')
  const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())
  expect(seed.filter(({ day, kind }) => isWeekend(day) !== (kind === 'worked'))).toEqual([])
})
