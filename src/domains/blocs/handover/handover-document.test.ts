import { expect, test } from 'vitest'
import { textOf } from '#capabilities/documents/pdf.fixture.ts'
import { testRenderer } from '../../../../test/signing.ts'
import type { CanonicalHandover } from './handover.ts'
import { handoverPaper } from './handover-document.ts'

const signer = { name: 'Lê Thị Thu An', post: 'Chủ tịch', mandate: 'm' }
const handover: CanonicalHandover = {
  format: 'giao-uoc/handover/1',
  id: 'h',
  version: 1,
  tenant: 'Tỉnh Nam Định',
  bloc: { id: 'b', code: 'K05', name: 'Khối thi đua Mặt trận Tổ quốc và các đoàn thể tỉnh' },
  year: '2023',
  handedOn: '2023-12-20',
  place: 'Nam Định',
  term: { from: '2023-01-01', to: '2023-12-19', next: '2023-12-20' },
  parties: {
    giving: { unit: 'g', name: 'Hội Liên hiệp Phụ nữ tỉnh', field: 'ben-giao', signer },
    receiving: {
      unit: 'r',
      name: 'Hội Nông dân tỉnh',
      field: 'ben-nhan',
      signer: { name: 'Vũ Đình Đạt', post: 'Chủ tịch', mandate: 'n' },
    },
  },
  openItems: [{ title: 'Soạn “Báo cáo tổng kết năm 2023”', dueOn: '2023-12-31' }],
  papers: [{ title: 'Giao ước thi đua năm 2023', state: 'đã ký', code: '0123456789AB', sha256: 'ab'.repeat(32) }],
  book: [
    {
      on: '2023-07-04',
      what: 'Hội CCB tỉnh đề nghị lùi hạn báo cáo sơ kết',
      concerned: 'Hội CCB tỉnh',
      follows: 'Nhận báo cáo trước 15/7',
      isDone: true,
    },
  ],
  flag: { state: 'handed', condition: 'nguyên vẹn, đủ cán và hộp', note: '' },
  others: ['Quy chế hoạt động của khối', 'Kỷ yếu các năm'],
  witness: 'Ban Thi đua - Khen thưởng tỉnh',
  isSample: false,
}

const proof = {
  hash: 'cd'.repeat(32),
  code: '0123456789AB',
  url: 'http://namdinh.test/kiem-tra/0123456789AB',
  checkpoint: 'gu1:abc',
}

test('the record prints as it was once looked at, with a field for each side and one for the witness', async () => {
  const { pdf, boxes } = await testRenderer().renderPdf(handoverPaper(handover, proof))
  expect(boxes.map(({ field }) => field)).toEqual(['ben-giao', 'ben-nhan', 'chung-kien'])
  await expect(textOf(pdf)).toMatchFileSnapshot('./golden/handover.txt')
})

test('a draft leaves blank what is not written yet, rather than saying today or no flag', async () => {
  const { pdf } = await testRenderer().renderPdf(handoverPaper(handover, null, ['day', 'place', 'flag']))
  const said = textOf(pdf)
  expect(said).toContain('ngày …… tháng …… năm ………, tại ……………')
  expect(said).toContain('Cờ luân lưu: ……………')
  expect(said).not.toContain('Cờ luân lưu đã bàn giao')
})
