import { afterAll, describe, expect, test } from 'vitest'
import { cells, paperOf, paragraph, placedWords, textOf } from './pdf.fixture.ts'
import { createRenderer } from './render-pdf.ts'

const renderer = createRenderer({ children: 1 })
afterAll(() => renderer.close())

const closing = [
  { field: 'head', caption: ['Khối trưởng'], post: 'Chủ tịch Hội', signer: 'Phạm Thị Nguyệt Ngưỡng' },
  { field: 'witness', caption: ['Chứng kiến'] },
]

function print(count: number, columns: 2 | 3, before = 3) {
  const text = Array.from({ length: before }, () => paragraph('Các đơn vị thống nhất. '.repeat(12)))
  return renderer.renderPdf(paperOf(text, { signatures: { columns, cells: cells(count), closing } }))
}

type Placed = { page: number; rect: readonly [number, number, number, number] }

function overlap(a: Placed, b: Placed) {
  const [left, bottom, right, top] = a.rect
  return a.page === b.page && left < b.rect[2] && b.rect[0] < right && bottom < b.rect[3] && b.rect[1] < top
}

describe.each([
  [2, 2],
  [6, 2],
  [7, 3],
  [20, 2],
  [20, 3],
] as const)('%i signers in %i columns', (count, columns) => {
  test('have one box each, in order, inside the margins of a page, none over another', async () => {
    const { boxes, pages } = await print(count, columns)
    expect(boxes.map(({ field }) => field)).toEqual([...cells(count), ...closing].map(({ field }) => field))
    for (const { page, rect } of boxes) {
      expect(page).toBeLessThanOrEqual(pages)
      expect(rect[0]).toBeGreaterThanOrEqual(85)
      expect(rect[1]).toBeGreaterThan(56)
      expect(rect[2]).toBeLessThan(553)
      expect(rect[3]).toBeLessThan(786)
      expect(rect[3] - rect[1]).toBeCloseTo(79.37, 1)
    }
    for (const [index, box] of boxes.entries()) {
      expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([])
    }
  })
})

test('a box lies in the empty room between the caption and the name of its own cell', async () => {
  const { pdf, boxes } = await print(5, 2)
  const words = placedWords(pdf)
  for (const box of boxes.filter(({ field }) => field.startsWith('unit'))) {
    const [left, bottom, right, top] = box.rect
    const near = (from: number, to: number) => (placed: (typeof words)[number]) =>
      overlap({ page: box.page, rect: [left, from, right, to] }, placed)
    expect(words.filter(near(bottom + 3, top - 3))).toEqual([])
    expect(words.filter(near(top, top + 14)).map(({ word }) => word)).toEqual(['CHỦ', 'TỊCH'])
    expect(words.filter(near(bottom - 14, bottom)).map(({ word }) => word)).toEqual(['Nguyễn', 'Thị', 'Ngọc', 'Ánh'])
  }
})

test('a cell stays whole wherever the page ends', async () => {
  for (let before = 0; before < 12; before += 1) {
    const { pdf, boxes } = await print(4, 2, before)
    const pages = textOf(pdf).split('\f')
    for (const { field, page } of boxes.filter((box) => box.field.startsWith('unit'))) {
      const number = field.replace('unit-', '')
      expect(pages[page - 1]).toMatch(new RegExp(`SỐ ${number}\\b`, 'u'))
    }
    for (const page of pages) {
      expect(page.split('Nguyễn Thị Ngọc Ánh').length).toBe(page.split(/SỐ \d/u).length)
    }
  }
})

test('the heading of the grid stands on the page of its first cell', async () => {
  for (let before = 0; before < 12; before += 1) {
    const text = Array.from({ length: before }, () => paragraph('Các đơn vị thống nhất. '.repeat(12)))
    const signatures = { heading: 'Đại diện các đơn vị', columns: 2 as const, cells: cells(2), closing: [] }
    const { pdf, boxes } = await renderer.renderPdf(paperOf(text, { signatures }))
    expect(textOf(pdf).split('\f')[(boxes[0]?.page ?? 0) - 1]).toContain('ĐẠI DIỆN CÁC ĐƠN VỊ')
  }
})
