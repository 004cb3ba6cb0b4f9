import { describe, expect, test } from 'vitest'
import { readPromise } from './read-promise.ts'

const read = (text: string, details: Record<string, string> = {}) => {
  const { draft, doubts, unit } = readPromise({ text, details })
  const { measure, planned, measureUnit, direction } = draft
  return { told: `${measure} ${planned} ${measureUnit} ${direction}`.replace(/ +/g, ' '), doubts, unit }
}

describe('a clause read as a target', () => {
  test.each([
    ['Tỷ lệ hội viên học chuyên đề đạt từ 90% trở lên.', 'percent 90 more'],
    ['Giải quyết đúng hạn ít nhất 95,5 % hồ sơ', 'percent 95.5 more'],
    ['Mỗi cơ sở kết nạp ít nhất 3 hội viên mới', 'count 3 hội viên more'],
    ['Vận động từ 1.250 triệu đồng trở lên cho quỹ', 'money 1250 more'],
    ['Vận động trên 1,5 tỷ đồng', 'money 1500 more'],
    ['Đơn thư vượt cấp không quá 2 vụ', 'count 2 vụ less'],
    ['Hoàn thành đại hội trước ngày 30/11/2023', 'day 19691 less'],
    ['Xây mới ít nhất 12 nhà đại đoàn kết', 'count 12 nhà đại đoàn more'],
  ])('%s', (text, told) => expect(read(text)).toMatchObject({ told, doubts: [] }))

  test('says when there is no number, several, or no way to tell what is better', () => {
    expect(read('Có tổ đại diện ở mỗi cơ sở trong năm 2023')).toMatchObject({
      told: 'yes_no 1 more',
      doubts: ['noNumber'],
    })
    expect(read('Đạt từ 90% trở lên, giúp ít nhất 5 hộ').doubts).toEqual(['severalNumbers'])
    expect(read('Đạt 90%').doubts).toEqual(['noDirection'])
  })

  test('believes the details of the clause before its words', () => {
    const details = { plan: 'từ 85 trở lên', measure: '%', unit: 'một đơn vị' }
    expect(read('Tỷ lệ chi hội vững mạnh năm 2023', details)).toEqual({
      told: 'percent 85 more',
      doubts: ['oneUnit'],
      unit: 'một đơn vị',
    })
  })

  test('takes no year, article or period for a plan', () => {
    expect(read('Thực hiện kế hoạch năm 2023 theo Quyết định 12/2022, giai đoạn 2021-2025').doubts).toEqual([
      'noNumber',
    ])
  })

  test('cuts a long clause and says so', () => {
    const { draft, doubts } = readPromise({ text: 'Rất dài. '.repeat(60), details: {} })
    expect(draft.name.length).toBeLessThanOrEqual(300)
    expect(doubts).toContain('shortened')
  })
})
