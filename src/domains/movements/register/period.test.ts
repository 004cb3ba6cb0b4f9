import { expect, test } from 'vitest'
import { readPeriod, splitTitle, writePeriod } from './period.ts'

const period = (fromOn: string | null, toOn: string | null, byYears = true) => ({ byYears, fromOn, toOn })

test.each([
  ['giai đoạn 2021-2025', '2021-01-01', '2025-12-31'],
  ['giai đoạn 2019 - 2025', '2019-01-01', '2025-12-31'],
  ['Giai đoạn 2021–2025', '2021-01-01', '2025-12-31'],
  ['2021 — 2025', '2021-01-01', '2025-12-31'],
  ['từ năm 2021 đến năm 2025', '2021-01-01', '2025-12-31'],
  ['năm 2023', '2023-01-01', '2023-12-31'],
  ['2023', '2023-01-01', '2023-12-31'],
])('%s is a period in years', (written, from, to) => {
  expect(readPeriod(written)).toEqual(period(from, to))
})

test('a period may be said in days, may have no end, and may be unknown', () => {
  expect(readPeriod('1/3/2023 - 30/11/2023')).toEqual(period('2023-03-01', '2023-11-30', false))
  expect(readPeriod('từ 01/03/2023')).toEqual(period('2023-03-01', null, false))
  expect(readPeriod('từ năm 2021')).toEqual(period('2021-01-01', null))
  expect(readPeriod(' ')).toEqual(period(null, null))
})

test.each(['2025-2021', '31/02/2023', 'năm nay', '2021-25', 'giai đoạn', '30/11/2023 - 1/3/2023'])(
  '%s is no period',
  (written) => {
    expect(readPeriod(written)).toBeUndefined()
  },
)

test.each([
  ['Đẩy mạnh cải cách hành chính tỉnh Nam Định giai đoạn 2021-2025', 'Đẩy mạnh cải cách hành chính tỉnh Nam Định'],
  [
    '“Vì người nghèo - Không để ai bị bỏ lại phía sau”, giai đoạn 2021-2025',
    'Vì người nghèo - Không để ai bị bỏ lại phía sau',
  ],
  ['“Toàn dân bảo vệ an ninh tổ quốc...', 'Toàn dân bảo vệ an ninh tổ quốc'],
  ['Dân vận khéo', 'Dân vận khéo'],
])('the title of %s stands alone', (written, title) => {
  expect(splitTitle(written).title).toBe(title)
})

test('a title gives its period away', () => {
  expect(splitTitle('“Văn hóa công sở”, giai đoạn 2019 - 2025').period).toEqual(period('2019-01-01', '2025-12-31'))
  expect(splitTitle('Dân vận khéo').period).toBeUndefined()
})

test.each([
  [period('2021-01-01', '2025-12-31'), '2021–2025'],
  [period('2023-01-01', '2023-12-31'), '2023'],
  [period('2021-01-01', null), '2021–'],
  [period('2023-03-01', '2023-11-30', false), '01/03/2023–30/11/2023'],
  [period(null, null), ''],
])('%j is written', (given, written) => {
  expect(writePeriod(given)).toBe(written)
})
