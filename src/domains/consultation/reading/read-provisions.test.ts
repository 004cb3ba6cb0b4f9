import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { isHeading, textOf } from './provision.ts'
import { readProvisions } from './read-provisions.ts'

const law = `QUỐC HỘI
Luật số: .../2023/QH15
LUẬT
MẪU VỀ SINH HOẠT CỘNG ĐỒNG
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về sinh hoạt cộng đồng ở
thôn, tổ dân phố.
Điều 2. Đối tượng áp dụng
1. Hộ gia đình.
2. Tổ chức gồm:
a) Ủy ban Mặt trận Tổ quốc;
b) Các đoàn thể.
Điều 1 của Luật này được áp dụng trước.
Chương II
NỘI DUNG
Mục 1. HỌP
Điều 3
Cuộc họp của cộng đồng
1. Mỗi quý một lần.
Điều 3a. Họp bất thường khi có một phần ba số hộ đề nghị.
Mục 2
BẦU
Điều 4. Sửa đổi Điều 10 của Luật khác như sau:
“Điều 10. Nhiệm kỳ
Điều 11. Phụ cấp
5. Trưởng thôn.”
Điều 5: Hiệu lực thi hành
Luật này có hiệu lực từ ngày 01 tháng 01 năm 2024.
TM. QUỐC HỘI
CHỦ TỊCH
Nguyễn Văn A`

test('a law is read into chapters, sections and articles with their numbers and titles', () => {
  const { preamble, provisions, doubts } = readProvisions(law)
  expect(preamble).toContain('Căn cứ Hiến pháp')
  expect(provisions.map(({ kind, number, title }) => `${kind} ${number} ${title}`)).toEqual([
    'chapter I QUY ĐỊNH CHUNG',
    'article 1 Phạm vi điều chỉnh',
    'article 2 Đối tượng áp dụng',
    'chapter II NỘI DUNG',
    'section 1 HỌP',
    'article 3 Cuộc họp của cộng đồng',
    'article 3a Họp bất thường khi có một phần ba số hộ đề nghị.',
    'section 2 BẦU',
    'article 4 Sửa đổi Điều 10 của Luật khác như sau:',
    'article 5 Hiệu lực thi hành',
  ])
  expect(provisions[1]?.body).toBe('Luật này quy định về sinh hoạt cộng đồng ở thôn, tổ dân phố.')
  expect(provisions[2]?.body).toContain('Điều 1 của Luật này được áp dụng trước.')
  expect(provisions[8]?.body).toContain('Điều 11. Phụ cấp')
  expect(provisions[9]?.body).toBe('Luật này có hiệu lực từ ngày 01 tháng 01 năm 2024.')
  expect(doubts).toEqual([])
})

test('numbers that are left out or stand twice are doubted, of articles, clauses and points', () => {
  const { doubts } = readProvisions(
    'Điều 1. Một\n1. Khoản một.\n3. Khoản ba.\nĐiều 3. Ba\n1. Một:\na) A;\nc) C.\nĐiều 3. Ba\nĐiều 4.',
  )
  expect(doubts.map(({ kind, index, found, expected }) => [kind, index, found, expected])).toEqual([
    ['clauseGap', 0, '3', '2'],
    ['gap', 1, '3', '2'],
    ['pointGap', 1, 'c', 'b'],
    ['repeated', 2, '3', ''],
    ['empty', 3, '4', ''],
  ])
})

test('a quote that is never closed swallows nothing and is said', () => {
  const { provisions, doubts } = readProvisions('Điều 1. Sửa như sau:\n“Điều 9. Chín\nĐiều 2. Hai\nHết.')
  expect(provisions.map(({ number }) => number)).toEqual(['1', '2'])
  expect(doubts.map(({ kind }) => kind)).toEqual(['unclosedQuote'])
})

test('a plan without articles is divided by its Roman numbers, and a plain text is one piece', () => {
  const plan = readProvisions(
    'KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Nâng cao.\n2. Đổi mới.\nII. NỘI DUNG\n1. Một.\nIV. KINH PHÍ\nKhông.',
  )
  expect(plan.provisions.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['item I', 'item II', 'item IV'])
  expect(plan.doubts).toMatchObject([{ kind: 'gap', index: 2, expected: '3' }])
  const text = readProvisions('Kính gửi các đơn vị.\nĐề nghị góp ý.')
  expect(text).toMatchObject({ provisions: [{ kind: 'whole' }], doubts: [{ kind: 'noArticles' }] })
})

test('whatever is sent, each word stands somewhere and something can be commented on', () => {
  const piece = constantFrom(
    'Điều 1.',
    'Điều 2. Tên',
    'Chương I',
    'TÊN CHƯƠNG',
    '1. Một;',
    'a) Điểm',
    'chữ thường',
    '“',
    '”',
  )
  assert(
    property(array(piece, { minLength: 1 }), (lines) => {
      const { preamble, provisions } = readProvisions(lines.join('\n'))
      expect(provisions.some((provision) => !isHeading(provision))).toBe(true)
      const kept = [preamble, ...provisions.map(textOf)].join(' ')
      for (const word of ['Tên', 'Một;', 'thường']) {
        expect(kept.split(word)).toHaveLength(lines.join(' ').split(word).length)
      }
    }),
    { numRuns: 60 },
  )
})
