import { describe, expect, test } from 'vitest'
import { datesInClause } from './clause-dates.ts'

const year = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
const read = (text: string) => datesInClause(text, year)

describe('the dates of a clause', () => {
  test('a day of every month is twelve days, the last of a month where it has no such day', () => {
    const [date] = read('Các đơn vị gửi báo cáo về khối trưởng trước ngày 25 hằng tháng.')
    expect(date).toMatchObject({ words: 'trước ngày 25 hằng tháng', isBefore: true })
    expect(date?.days).toHaveLength(12)
    expect(date?.days[0]).toEqual({ day: '2023-01-25', suffix: 'tháng 1/2023' })
    expect(read('Họp ngày 31 hàng tháng')[0]?.days[1]?.day).toBe('2023-02-28')
  })

  test('a day without a year is of the bloc-year, written in any of the usual ways', () => {
    for (const written of ['15/6', 'ngày 15/6', '15/6/2023', 'ngày 15 tháng 6', 'ngày 15 tháng 6 năm 2023', '15-6']) {
      expect(read(`Sơ kết chậm nhất ${written}.`).map(({ days }) => days)).toEqual([
        [{ day: '2023-06-15', suffix: '' }],
      ])
    }
  })

  test('a quarter is its last day, every quarter four of them', () => {
    expect(read('Tổ chức xong trong quý II')[0]?.days).toEqual([{ day: '2023-06-30', suffix: 'quý II/2023' }])
    expect(read('Họp giao ban mỗi quý một lần')[0]?.days.map(({ day }) => day)).toEqual([
      '2023-03-31',
      '2023-06-30',
      '2023-09-30',
      '2023-12-31',
    ])
  })

  test('a school year has each day in the year in which it falls', () => {
    const school = { starts_on: '2013-09-01', ends_on: '2014-08-31' }
    expect(datesInClause('Nộp trước ngày 15/11.', school)[0]?.days[0]?.day).toBe('2013-11-15')
    expect(datesInClause('Nộp trước ngày 15/5.', school)[0]?.days[0]?.day).toBe('2014-05-15')
    expect(datesInClause('Báo cáo ngày 20 hằng tháng', school)[0]?.days.map(({ day }) => day)).toContain('2014-01-20')
  })

  test('dates of papers and anniversaries, days that do not exist or lie in other years are none', () => {
    for (const text of [
      'Theo Nghị định số 91/2017/NĐ-CP ngày 31/7/2017',
      'Kỷ niệm 93 năm ngày thành lập Đảng 3/2',
      'Nộp ngày 31/02',
      'Nộp ngày 45 hằng tháng',
      'Xong trước 15/6/2025',
      'Đạt 85/100 điểm, 1.234 hội viên',
    ]) {
      expect([text, read(text)]).toEqual([text, []])
    }
  })

  test('two dates in one clause each have their own sentence', () => {
    const dates = read('- Báo cáo sáu tháng trước ngày 15/6; báo cáo năm trước ngày 15/11.')
    expect(dates.map(({ title }) => title)).toEqual([
      'Báo cáo sáu tháng trước ngày 15/6',
      'báo cáo năm trước ngày 15/11',
    ])
  })
})
