import type { CellValue } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { makeWorkbook } from '#capabilities/spreadsheets/testing/workbook.ts'
import { scoreTables } from '../../../../db/seed/score-tables.ts'
import { checkTable } from '../table/check-table.ts'
import type { CriterionInput } from '../table/criterion.ts'
import { scoreTable } from '../table/score-table.ts'
import type { TableVersion } from '../tables/queries.ts'
import { writeTableSheet } from '../tables/table-sheet.ts'
import { wordsOf } from '../tables/table-content.ts'
import { nodesOf } from '../tables/table-tree.ts'
import type { DraftTable } from './draft-of-rows.ts'
import { readTableWorkbook } from './read-table-workbook.ts'

type Rows = readonly (readonly CellValue[])[]

const read = async (rows: Rows, merged: readonly string[] = []) =>
  readTableWorkbook(await makeWorkbook(rows, { merged }))

/** Code and title of every node, drawn in by its level. */
const outline = ({ content }: DraftTable) =>
  nodesOf(content.sections).map(
    ({ node, place }) => `${'  '.repeat(place.length - 1)}${node.code} ${wordsOf(node.title)}`,
  )

const nodeOf = ({ content }: DraftTable, code: string): CriterionInput => {
  const found = nodesOf(content.sections).find(({ node }) => node.code === code)
  if (found === undefined) throw new Error(`no ${code} among ${outline({ content, doubts: [], title: '' }).join(', ')}`)
  return found.node
}

const said = ({ doubts }: DraftTable) => doubts.map(({ says, row }) => `${row ?? '–'} ${says}`)

/** Whatever was read is a table whose tree has no error of its own. */
function isTable({ content }: DraftTable): boolean {
  const table = scoreTable.parse({ format: 'giao-uoc/score-table@1', code: 'x', title: 'x', version: '1', ...content })
  return checkTable(table).every(({ severity }) => severity !== 'error')
}

describe('a workbook as officials keep it', () => {
  test('with merged headings in two rows, roman, arabic, letters and dashes becomes a tree with its points', async () => {
    const draft = await read(
      [
        ['BẢNG ĐIỂM THI ĐUA KHỐI NĂM 2023'],
        ['(Kèm theo Kế hoạch số 01/KH-KTĐ)'],
        ['STT', 'Nội dung tiêu chí', 'Điểm', null, null, 'Minh chứng'],
        [null, null, 'Chuẩn', 'Thưởng', 'Trừ', null],
        [1, 2, 3, 4, 5, 6],
        ['I', 'Thực hiện nhiệm vụ chính trị', 10],
        [1, 'Xây dựng kế hoạch năm', '4đ', null, null, 'Số, ngày văn bản'],
        ['1.1', 'Ban hành trong tháng 01', '2,5 điểm'],
        ['1.2', 'Có phân công cụ thể', 1.5],
        [2, 'Tuyên truyền', 6],
        ['a', 'Tin, bài trên trang của đơn vị', '03'],
        ['b', 'Hội nghị tuyên truyền', '3', '+0,5/hội nghị; tối đa 1', null],
        [],
        ['II', 'Chấp hành pháp luật', 5],
        [1, 'Không có đơn thư vượt cấp', 5, null, '-0,25/lần'],
        [null, 'Tổng cộng', 15],
        [null, 'NGƯỜI LẬP BIỂU'],
      ],
      ['C3:E3', 'A3:A4', 'B3:B4', 'F3:F4', 'A1:F1'],
    )
    expect(outline(draft)).toEqual([
      'I Thực hiện nhiệm vụ chính trị',
      '  1 Xây dựng kế hoạch năm',
      '    1.1 Ban hành trong tháng 01',
      '    1.2 Có phân công cụ thể',
      '  2 Tuyên truyền',
      '    a Tin, bài trên trang của đơn vị',
      '    b Hội nghị tuyên truyền',
      'II Chấp hành pháp luật',
      '  II.1 Không có đơn thư vượt cấp',
    ])
    expect(said(draft)).toEqual([])
    expect([nodeOf(draft, '1.1').max, nodeOf(draft, 'a').max, draft.content.baseTotal]).toEqual([2.5, 3, 15])
    expect(nodeOf(draft, '1').evidence).toBe('Số, ngày văn bản')
    expect(nodeOf(draft, 'b')).toMatchObject({
      maxBonus: 1,
      rules: [{ rule: 'judged' }, { rule: 'per_case', column: 'bonus', points: 0.5, atMost: 1 }],
    })
    expect(nodeOf(draft, 'II.1').rules?.[1]).toMatchObject({ rule: 'per_case', column: 'penalty', points: -0.25 })
    expect(draft.title).toBe('BẢNG ĐIỂM THI ĐUA KHỐI NĂM 2023')
    expect(isTable(draft)).toBe(true)
  })

  test('says row by row what it is unsure of: levels, sums, signs, codes that became days, words beside points', async () => {
    const draft = await read([
      ['TT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm thưởng', 'Điểm trừ'],
      ['I', 'Phần một', 10],
      ['1', 'Mục một', 4],
      ['3', 'Mục ba', 4],
      ['II', 'Phần hai', 5],
      ['1', 'Khen thưởng', 5, '-1', null],
      [new Date('2023-02-01T00:00:00Z'), 'Mục bị đổi thành ngày', '2 (theo hướng dẫn)'],
      [null, 'có ghi thêm một dòng giải thích'],
      ['CÁC ĐIỂM CỘNG KHÁC'],
      ['-', 'Việc khác', null, '1'],
      [null, 'Cộng', 30],
    ])
    const doubts = said(draft)
    expect(doubts).toContain('4 numberSkips')
    expect(doubts).toContain('2 sumDiffers')
    expect(doubts).toContain('6 penaltyInBonus')
    expect(doubts).toContain('7 codeWasDay')
    expect(doubts).toContain('7 pointsUnclear')
    expect(doubts).toContain('8 joined')
    expect(doubts).toContain('9 noNumber')
    expect(doubts).toContain('11 totalDiffers')
    expect(isTable(draft)).toBe(true)
  })

  test('gives rules only where the words are plain: tiers in rows or in a cell, yes or no, so much a case', async () => {
    const draft = await read([
      ['Số TT', 'Nội dung', 'Thang điểm'],
      ['A', 'KẾT QUẢ', 24],
      ['1)', 'Tỷ lệ học chuyên đề', 5],
      [null, '- Từ 98% trở lên: 5 điểm', null],
      [null, '- Từ 97% đến dưới 98%: 4 điểm', null],
      [null, '- Dưới 97%', '0'],
      ['2)', 'Số mô hình\n- Từ 3 mô hình trở lên: 4 điểm\n- Đạt 2 mô hình: 2,5 điểm\n- Dưới 2 mô hình: 0 điểm', 4],
      ['3)', 'Xây dựng kế hoạch', 5],
      [null, '+ Có kế hoạch', 5],
      [null, '+ Không có kế hoạch', 0],
      ['4)', 'Gửi báo cáo đúng hạn; mỗi lần chậm trừ 0,5 điểm, tối đa 2 điểm', 5],
      ['5)', 'Chất lượng tham mưu', 5],
    ])
    const twice = await read([
      ['TT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm trừ'],
      ['1', 'Không có đơn thư vượt cấp; mỗi đơn trừ 1 điểm', 5, '-1/đơn'],
    ])
    expect(nodeOf(twice, '1').rules).toMatchObject([{ rule: 'fixed' }, { rule: 'per_case', points: -1 }])
    expect(outline(draft).length).toBe(6)
    expect(nodeOf(draft, '1').rules).toMatchObject([
      {
        rule: 'tiers',
        tiers: [
          { from: 98, points: 5 },
          { from: 97, below: 98, points: 4 },
          { below: 97, points: 0 },
        ],
      },
    ])
    expect(nodeOf(draft, '2').rules).toMatchObject([{ rule: 'tiers', tiers: [{ from: 3 }, { is: 2 }, { below: 2 }] }])
    expect(nodeOf(draft, '3').rules).toMatchObject([{ rule: 'pass' }])
    expect(nodeOf(draft, '4').rules).toMatchObject([
      { rule: 'fixed', points: 5 },
      { rule: 'per_case', column: 'penalty', points: -0.5, atMost: 2 },
    ])
    expect(nodeOf(draft, '5').rules).toEqual([{ rule: 'judged' }])
    expect(Object.values(draft.content.facts ?? {}).map(({ type }) => type)).toEqual([
      'number',
      'number',
      'yes_no',
      'number',
    ])
    expect(said(draft)).toEqual([])
    expect(isTable(draft)).toBe(true)
  })

  test('is refused in words when it holds no table, and of several sheets the largest is read', async () => {
    await expect(read([['Danh sách'], ['Một'], ['Hai']])).rejects.toMatchObject({ key: 'tableImport.noHeadings' })
    const noWorkbook = readTableWorkbook(new TextEncoder().encode('%PDF-1.7'))
    await expect(noWorkbook).rejects.toMatchObject({ key: 'sheet.notAWorkbook' })
  })
})

describe('a table written as a workbook', () => {
  test('comes back with the same codes, titles and points', async () => {
    for (const { table } of scoreTables) {
      const version = { content: table, title: wordsOf(table.title), number: 1 } as TableVersion
      const draft = await readTableWorkbook(await writeTableSheet(version, 'vi'))
      const told = (content: { sections: CriterionInput[] }) =>
        nodesOf(content.sections).map(({ node, place }) => [place.join('.'), node.code, node.title])
      expect(told(draft.content)).toEqual(told(table))
      expect(String(draft.content.baseTotal)).toBe('100')
      expect(said(draft)).toEqual([])
    }
  })
})
