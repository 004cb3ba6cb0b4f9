import mammoth from 'mammoth'
import { afterAll, expect, test } from 'vitest'
import { gallery } from '../gallery.ts'
import { paperOf, runOnPdf } from '../pdf.fixture.ts'
import type { Block, Paper } from '../paper.ts'
import { createRenderer } from '../render-pdf.ts'
import { writeDocx } from './write-docx.ts'

const renderer = createRenderer({ children: 1 })
afterAll(() => renderer.close())

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="90" height="40" y="40"/><text x="4" y="16">Cột</text></svg>'

/** One block of every kind, with what is hard about each. */
const everything: Block[] = [
  { kind: 'bases', lines: ['Căn cứ Luật Thi đua, khen thưởng', 'Căn cứ Quy chế hoạt động của khối'] },
  { kind: 'heading', level: 1, number: 'I.', text: 'TÌNH HÌNH CHUNG' },
  { kind: 'heading', level: 2, number: '1.', text: 'Kết quả' },
  { kind: 'heading', level: 3, number: 'a)', text: 'Về quỹ' },
  { kind: 'paragraph', text: [{ text: 'Thu được ' }, { text: '1.234,5 triệu đồng', bold: true }, { text: '.\nĐủ.' }] },
  { kind: 'paragraph', text: 'Ở giữa trang', align: 'center' },
  { kind: 'clauses', clauses: [{ number: '1.', text: 'Điều một', clauses: [{ number: 'a)', text: 'điểm a' }] }] },
  {
    kind: 'table',
    columns: [
      { title: 'Đơn vị', width: 3 },
      { title: 'Thực hiện', width: 1, align: 'right' },
    ],
    rows: [
      ['Hội Nông dân tỉnh', '85,5 %'],
      ['Tỉnh Đoàn', 'chưa có số liệu'],
    ],
  },
  { kind: 'parties', parties: [{ number: '1.', name: 'Hội Phụ nữ tỉnh', representative: 'Bà Ánh', post: 'Chủ tịch' }] },
  { kind: 'picture', svg: drawing, alt: 'Quỹ tăng từ 42 lên 395', caption: 'Hình 1. Quỹ theo tháng' },
  {
    kind: 'group',
    blocks: [
      { kind: 'paragraph', text: 'Cùng trang' },
      { kind: 'paragraph', text: 'với nhau' },
    ],
  },
]

const papers: Record<string, Paper> = {
  ...gallery,
  everything: paperOf(everything, { about: 'Sáu tháng đầu năm 2023', recipients: ['Như trên', 'Lưu: VT'] }),
}

const joined = (text: string) => text.replaceAll(/\s+/gu, '')

/** Lines of cells that stand beside each other are printed by turns: the words of one keep their order. */
function readsInOrder(line: string, words: readonly string[]): boolean {
  let at = 0
  return line.split(/\s+/u).every((word) => {
    at = words.indexOf(word, at) + 1
    return at > 0
  })
}

async function wordText(docx: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(docx) })).value
}

test.each(Object.entries(papers))(
  'the Word file of the %s says block for block what its PDF says',
  async (_, paper) => {
    const [{ pdf }, docx] = [await renderer.renderPdf(paper), await writeDocx(paper, renderer)]
    const printed = runOnPdf('pdftotext', ['-raw', 'FILE', '-'], pdf)
    const inWord = await wordText(docx)
    const words = printed.split(/\s+/u)
    const lines = inWord.split('\n').filter((line) => line.trim() !== '')
    expect(
      lines.filter((line) => !joined(printed).includes(joined(line)) && !readsInOrder(line.trim(), words)),
    ).toEqual([])
    // The mark, page numbers and the foot stand outside the text of a Word file, the words of a drawing in its picture.
    const outside = `Cột ${paper.mark?.toLocaleUpperCase('vi') ?? ''}`
    const isOutside = (word: string) => /^\d+$|^·$/u.test(word) || outside.includes(word)
    const foot = /SHA-256|Mã kiểm tra|^[\da-f\s]{8,}$|Dấu mốc|^[!-~\s]{20,}$/u
    const said = joined(inWord)
    const left = printed
      .split('\n')
      .filter((line) => !foot.test(line))
      .flatMap((line) => line.split(/\s+/u))
    expect(left.filter((word) => !said.includes(word) && !isOutside(word))).toEqual([])
  },
)

test('headings, repeated heads of tables and words for a picture are what a reader of the file hears', async () => {
  const docx = Buffer.from(await writeDocx(paperOf(everything), renderer))
  const { value } = await mammoth.convertToHtml({ buffer: docx })
  expect(value).toContain('<h1><strong>I. TÌNH HÌNH CHUNG</strong></h1>')
  expect(value).toMatch(/<thead><tr><th><p><strong>Đơn vị<\/strong>/)
  expect(value).toMatch(/<img alt="Quỹ tăng từ 42 lên 395" src="data:image\/png;base64,/)
})

test('letters that came apart are written as one', async () => {
  const docx = await writeDocx(paperOf([{ kind: 'paragraph', text: 'Nguyễn'.normalize('NFD') }]), renderer)
  expect(await wordText(docx)).toContain('Nguyễn')
})

test('what a paper must not be is refused before it is written', async () => {
  const picture: Block = { kind: 'picture', svg: drawing, alt: '' }
  await expect(writeDocx(paperOf([picture]), renderer)).rejects.toThrow('blocks[0]')
})
