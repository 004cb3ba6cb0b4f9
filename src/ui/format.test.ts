import { describe, expect, test } from 'vitest'
import { dayOf, daysBetween, deadline, formatBytes, formatDay, formatDayMonth, formatLongDay } from './format.ts'
import { formatMoment, formatNumber, formatPercent, formatPeriod, formatTime } from './format.ts'

describe('days', () => {
  test('a day is written day, month, year', () => {
    expect(formatDay('2023-10-02')).toBe('02/10/2023')
    expect(formatDayMonth('2023-10-02')).toBe('02/10')
    expect(formatPeriod('2021-01-01', '2025-12-31')).toBe('từ 01/01/2021 đến 31/12/2025')
  })

  test('a long day carries a zero below ten and in January and February only', () => {
    expect(formatLongDay('2023-10-02')).toBe('Thứ Hai, ngày 02 tháng 10 năm 2023')
    expect(formatLongDay('2023-02-23')).toBe('Thứ Năm, ngày 23 tháng 02 năm 2023')
    expect(formatLongDay('2023-03-05')).toBe('Chủ Nhật, ngày 05 tháng 3 năm 2023')
    expect(formatLongDay('2023-10-02', 'en')).toBe('Monday, 2 October 2023')
  })

  test('the day turns at midnight in Vietnam, not in Greenwich', () => {
    expect(dayOf('2023-10-02T16:59:59Z')).toBe('2023-10-02')
    expect(dayOf('2023-10-02T17:00:00Z')).toBe('2023-10-03')
    expect(formatTime(new Date('2023-10-02T17:03:00Z'))).toBe('00:03')
    expect(formatMoment('2023-10-02T07:03:00Z')).toBe('14:03, 02/10/2023')
  })
})

describe('numbers', () => {
  test('groups carry a point and decimals a comma', () => {
    expect(formatNumber(2400)).toBe('2.400')
    expect(formatNumber(91.5)).toBe('91,5')
    expect(formatNumber(7.5, 'vi', 2)).toBe('7,50')
    expect(formatNumber(2400.5, 'en')).toBe('2,400.5')
    expect(formatPercent('75.0', 'vi', 1)).toBe('75,0\u00a0%')
  })

  test('a decimal string keeps every digit', () => {
    expect(formatNumber('12345678901234567890.12')).toBe('12.345.678.901.234.567.890,12')
    expect(formatNumber(9_007_199_254_740_993n)).toBe('9.007.199.254.740.993')
  })

  test('sizes of files are read at a glance', () => {
    expect(formatBytes(0)).toBe('0\u00a0byte')
    expect(formatBytes(52_300)).toBe('52\u00a0kB')
    expect(formatBytes(1_530_000)).toBe('1,5\u00a0MB')
  })
})

describe('deadlines', () => {
  test('the last day itself is not late', () => {
    expect(deadline('2023-10-05', '2023-10-05')).toEqual({ state: 'soon', text: 'hạn hôm nay' })
    expect(deadline('2023-10-05', '2023-10-06')).toEqual({ state: 'late', text: 'quá hạn 1 ngày' })
  })

  test('a week or less is soon', () => {
    expect(deadline('2023-10-05', '2023-10-02')).toEqual({ state: 'soon', text: 'còn 3 ngày' })
    expect(deadline('2023-10-10', '2023-10-02')).toEqual({ state: 'open', text: 'còn 8 ngày' })
    expect(deadline('2023-10-03', '2023-10-02', 'en').text).toBe('1 day left')
  })

  test('days are counted over the turn of the year and leap days', () => {
    expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61)
  })
})
