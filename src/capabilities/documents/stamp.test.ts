import { afterAll, expect, test } from 'vitest'
import { placedWords, runOnPdf, wordsOf } from './pdf.fixture.ts'
import { RenderError } from './render-error.ts'
import { createRenderer } from './render-pdf.ts'
import type { Stamp } from './stamp.ts'

const renderer = createRenderer({ children: 1 })
afterAll(() => renderer.close())

const stamp: Stamp = {
  language: 'vi',
  width: 225,
  height: 79,
  signer: 'Nguyễn Thị Ngọc Ánh',
  lines: ['Chủ tịch', 'Ủy ban MTTQ Việt Nam tỉnh'],
  signedAt: '2023-12-31T17:30:05.123Z',
  serial: '4f:a2:b3:c4:d5:e6:f7:08',
}

test('a stamp says who, when by the clock of Hà Nội, and by which certificate', async () => {
  const words = wordsOf(await renderer.renderStamp({ ...stamp, mark: 'Ký mẫu' }))
  expect(words).toContain('Nguyễn Thị Ngọc Ánh')
  expect(words).toContain('Chủ tịch Ủy ban MTTQ Việt Nam tỉnh')
  expect(words).toContain('Ký ngày 01/01/2024 00:30:05 +07:00')
  expect(words).toContain('Chữ ký nội bộ · Chứng thư số 4FA2B3…F708')
  expect(words).toContain('KÝ MẪU')
})

test('a stamp is one page of the size asked for, clean PDF/A-2 without tags of its own', async () => {
  const pdf = await renderer.renderStamp(stamp)
  const info = runOnPdf('pdfinfo', ['FILE'], pdf)
  expect(info).toMatch(/Pages:\s+1\n/u)
  expect(info).toMatch(/Page size:\s+225 x 79 pts/u)
  expect(info).toMatch(/Tagged:\s+no/u)
  expect(runOnPdf('pdfinfo', ['-meta', 'FILE'], pdf)).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(runOnPdf('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax or stream encoding errors found')
})

test('a long name wraps and shrinks and every word stays inside the frame', async () => {
  const long = {
    ...stamp,
    width: 140,
    signer: 'Công Tằng Tôn Nữ Thị Ngọc Ánh Nguyệt Ngưỡng Khuếch Trương Quỳnh Hương',
    lines: [
      'Phó Chủ tịch Thường trực phụ trách thi đua, khen thưởng',
      `Hội ${'Bảo trợ người khuyết tật '.repeat(6)}`,
      'M'.repeat(60),
    ],
    mark: 'Ký mẫu',
  }
  const pdf = await renderer.renderStamp(long)
  const words = placedWords(pdf)
  expect(words.length).toBeGreaterThan(40)
  for (const { rect } of words) {
    expect(rect[0]).toBeGreaterThan(2)
    expect(rect[1]).toBeGreaterThan(0)
    expect(rect[2]).toBeLessThan(138)
    expect(rect[3]).toBeLessThan(79)
  }
})

test('a stamp of a pen says that it is a record: the day on paper, the scan and the witnesses, all inside the frame', async () => {
  const pen = {
    signedOn: '2026-11-23',
    scan: 'ab'.repeat(32),
    witnesses: ['Nguyễn Thị Ngọc Ánh (Liên hiệp các hội KHKT tỉnh)', 'Phạm Nguyễn Quỳnh Giang (Hội Chữ thập đỏ tỉnh)'],
  }
  const pdf = await renderer.renderStamp({
    ...stamp,
    width: 145,
    signer: 'Công Tằng Tôn Nữ Thị Ngọc Ánh',
    mark: 'Ký mẫu',
    pen,
  })
  const words = wordsOf(pdf).replaceAll(/\s+/g, ' ')
  expect(words).toContain('Đã ký trên giấy ngày 23/11/2026')
  expect(words).toContain('Bản quét SHA-256 abababababababab…')
  expect(words).toContain(`Người làm chứng: ${pen.witnesses.join(', ')}`)
  expect(words).toContain('Hệ thống ghi nhận chữ ký trên giấy')
  expect(words).not.toContain('Chứng thư số')
  for (const { rect } of placedWords(pdf)) {
    expect(rect[0]).toBeGreaterThan(2)
    expect(rect[2]).toBeLessThan(143)
    expect(rect[3]).toBeLessThan(79)
  }
})

test('a stamp that cannot hold its words, or has no real moment, is refused', async () => {
  const tooMuch = renderer.renderStamp({
    ...stamp,
    width: 60,
    height: 30,
    lines: Array.from({ length: 40 }, () => 'Ủy ban nhân dân'),
  })
  await expect(tooMuch).rejects.toMatchObject({ problem: { kind: 'stampTooSmall' } })
  await expect(renderer.renderStamp({ ...stamp, signedAt: 'hôm qua' })).rejects.toBeInstanceOf(RenderError)
})
