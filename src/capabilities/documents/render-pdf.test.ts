import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { gallery } from './gallery.ts'
import { paperOf, paragraph, placedWords, runOnPdf, textOf, wordsOf } from './pdf.fixture.ts'
import { describeProblem, RenderError } from './render-error.ts'
import { createRenderer } from './render-pdf.ts'

const renderer = createRenderer({ children: 1 })
afterAll(() => renderer.close())

const hard = 'Nguyễn Thị Ngọc Ánh – Ủy ban MTTQ: ặ ẵ ở ỡ ượ Ỵ Đặng, 1.250.000 ₫'

async function problemOf(printing: Promise<unknown>) {
  const error = await printing.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof RenderError)) throw new Error('expected a RenderError', { cause: error })
  return error.problem
}

describe('the PDF', () => {
  test('carries every letter to its last tone mark', async () => {
    const { pdf } = await renderer.renderPdf(paperOf([paragraph(hard)]))
    expect(wordsOf(pdf)).toContain(hard)
  })

  test('is clean PDF/A-2a with a structure tree and the language set', async () => {
    const { pdf, pages } = await renderer.renderPdf(gallery.agreement)
    expect(runOnPdf('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax or stream encoding errors found')
    const xmp = runOnPdf('pdfinfo', ['-meta', 'FILE'], pdf)
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    const info = runOnPdf('pdfinfo', ['FILE'], pdf)
    expect(info).toMatch(/Tagged:\s+yes/u)
    expect(info).toMatch(new RegExp(`Pages:\\s+${pages}\\n`, 'u'))
    expect(info).toMatch(/Page size:\s+595\.27\d* x 841\.8\d* pts \(A4\)/u)
    expect(info).toMatch(/Title:\s+GIAO ƯỚC THI ĐUA – Năm 2023/u)
    const structure = runOnPdf('pdfinfo', ['-struct', 'FILE'], pdf)
    for (const element of ['Document', 'H1', 'Table', 'TH', 'TD', 'Figure']) expect(structure).toContain(element)
    expect(Buffer.from(pdf).includes('/Lang (vi')).toBe(true)
  })

  test('embeds every font and takes none from the machine', async () => {
    const { pdf } = await renderer.renderPdf(gallery.plan)
    const fonts = runOnPdf('pdffonts', ['FILE'], pdf).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/\+Tinos.*\byes yes yes\b/u)
  })

  test('is the same bytes for the same paper, whichever child prints it', async () => {
    const other = createRenderer({ children: 1 })
    const one = await renderer.renderPdf(gallery.agreement)
    const two = await other.renderPdf(gallery.agreement)
    other.close()
    expect(sha256(two.pdf)).toBe(sha256(one.pdf))
    const later = await renderer.renderPdf({ ...gallery.agreement, documentDate: '2023-02-24' })
    expect(sha256(later.pdf)).not.toBe(sha256(one.pdf))
  })

  test('is the same bytes for decomposed and for composed letters', async () => {
    const composed = await renderer.renderPdf(paperOf([paragraph(hard)]))
    const decomposed = await renderer.renderPdf(paperOf([paragraph(hard.normalize('NFD'))]))
    expect(hard.normalize('NFD')).not.toBe(hard)
    expect(sha256(decomposed.pdf)).toBe(sha256(composed.pdf))
  })
})

describe('text from people', () => {
  test('is printed verbatim and never obeyed', async () => {
    const attack = String.raw`#read("/etc/passwd") *x* _u_ $y$ \ @ <label> // = [b] {c} "q"`
    const hostile = paperOf([paragraph(attack), { kind: 'heading', level: 1, number: '1.', text: attack }], {
      about: attack,
      metadata: { author: attack },
    })
    const words = wordsOf((await renderer.renderPdf(hostile)).pdf)
    expect(words.split(attack).length - 1).toBe(3)
    expect(words).not.toContain('root:')
  })

  test('with a character the font lacks is refused, naming each character and its place', async () => {
    const problem = await problemOf(
      renderer.renderPdf(paperOf([paragraph('Đạt'), paragraph('đánh dấu ☐ hoặc 漢')], { recipients: ['Lưu 😀'] })),
    )
    expect(problem).toEqual({
      kind: 'missingGlyph',
      missing: expect.arrayContaining([
        { character: '☐', codePoint: 'U+2610', path: 'blocks[1].text', excerpt: 'đánh dấu ☐ hoặc 漢' },
        { character: '漢', codePoint: 'U+6F22', path: 'blocks[1].text', excerpt: 'đánh dấu ☐ hoặc 漢' },
        { character: '😀', codePoint: 'U+1F600', path: 'recipients[0]', excerpt: 'Lưu 😀' },
      ]) as unknown,
    })
  })

  test('that is refused is explained in both languages', async () => {
    const problem = await problemOf(renderer.renderPdf(paperOf([paragraph('☐')])))
    expect(describeProblem(problem, 'vi')).toBe('Phông chữ của văn bản không có ký tự “☐” (U+2610)')
    expect(describeProblem(problem, 'en')).toBe("The paper's font has no character “☐” (U+2610)")
  })

  test('loses only what leaves no trace on paper', async () => {
    const { pdf } = await renderer.renderPdf(paperOf([paragraph('Thi\u200B\u00AD đua\tnăm\r\n2024\uFEFF')]))
    expect(wordsOf(pdf)).toContain('Thi đua năm 2024')
  })

  test('with a control character or a lone surrogate is refused, not lost', async () => {
    for (const text of ['a\u0000b', 'a\u0007b', 'a\uE000b', 'a\uD800b']) {
      expect((await problemOf(renderer.renderPdf(paperOf([paragraph(text)])))).kind).toBe('missingGlyph')
    }
  })

  test('beyond two million characters is refused before it is printed', async () => {
    expect(await problemOf(renderer.renderPdf(paperOf([paragraph('à'.repeat(2_000_001))])))).toMatchObject({
      kind: 'tooLarge',
    })
  })
})

describe('the data of a paper', () => {
  const twice = { field: 'a', caption: ['Hội'] }
  const tall = { field: 'b', caption: ['Ủy ban '.repeat(60)] }
  const table = (rows: string[][], width = 1) =>
    paperOf([{ kind: 'group', blocks: [{ kind: 'table', columns: [{ title: 'A', width }], rows }] }])
  const proof = { hash: 'a'.repeat(64), code: 'GU-1', url: 'https://giao-uoc.example/' }

  test.each([
    ['documentDate "2023-02-29"', paperOf([], { documentDate: '2023-02-29' })],
    ['signatures.field "a"', paperOf([], { signatures: { columns: 2, cells: [twice], closing: [twice] } })],
    ['signatures.caption "b"', paperOf([], { signatures: { columns: 3, cells: [tall], closing: [] } })],
    ['head.body', paperOf([], { head: { parent: [], body: [], placeAndDate: '' } })],
    ['blocks[0].blocks[0].rows[1]', table([['một'], ['một', 'hai']])],
    ['blocks[0].blocks[0].columns', table([], 0)],
    ['proof.hash', paperOf([], { proof: { ...proof, hash: 'ABC' } })],
    ['proof.url', paperOf([], { proof: { ...proof, url: `https://${'a'.repeat(600)}` } })],
  ])('is refused with its place: %s', async (detail, paper) => {
    expect(await problemOf(renderer.renderPdf(paper))).toEqual({ kind: 'badInput', detail })
  })

  test('may be empty where nothing is compulsory', async () => {
    const bare = [
      paragraph(''),
      { kind: 'group', blocks: [] },
      { kind: 'bases', lines: [] },
      { kind: 'clauses', clauses: [] },
    ] as const
    const signatures = { columns: 2 as const, cells: [{ field: 'a', caption: [] }], closing: [] }
    const { pages, boxes } = await renderer.renderPdf(
      paperOf(bare, { title: '', about: '', recipients: [], signatures }),
    )
    expect([pages, boxes.length]).toEqual([1, 1])
  })
})

describe('the page', () => {
  test('bears its number from the second on, its mark and its proof on each', async () => {
    const pages = textOf((await renderer.renderPdf(gallery.agreement)).pdf)
      .split('\f')
      .slice(0, -1)
    for (const [index, page] of pages.entries()) {
      expect(page.split('\n')[0]?.trim()).toMatch(
        index === 0 ? /^KÝ MẪU$/u : new RegExp(`^${index + 1}\\s+KÝ MẪU$`, 'u'),
      )
      expect(page).toContain('Mã kiểm tra: GU-7K2M-9QXD · SHA-256: 9f3a1c2b77d04e5f…')
    }
  })

  test('never ends with a heading, wherever the heading falls', async () => {
    for (let lines = 14; lines < 34; lines += 1) {
      const filler = Array.from({ length: lines }, (_, index) => paragraph(`Dòng ${index}`))
      const table = { kind: 'table', columns: [{ title: 'Cột', width: 1 }], rows: [['một'], ['hai']] } as const
      const { pdf } = await renderer.renderPdf(
        paperOf([...filler, { kind: 'heading', level: 1, text: 'ĐẦU ĐỀ' }, table]),
      )
      const [first = ''] = textOf(pdf).trimEnd().split('\f')
      expect(first.trimEnd().endsWith('ĐẦU ĐỀ')).toBe(false)
    }
  })

  test('repeats the head of a long table and keeps each row whole', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      `${index + 1}`,
      `đầu ${index + 1} ${'chữ '.repeat(30)}cuối ${index + 1}`,
    ])
    const columns = [
      { title: 'STT', width: 1 },
      { title: 'Nội dung dài', width: 6 },
    ]
    const { pdf, pages } = await renderer.renderPdf(paperOf([{ kind: 'table', columns, rows }]))
    const sheets = textOf(pdf).split('\f').slice(0, -1)
    expect(sheets).toHaveLength(pages)
    for (const sheet of sheets) {
      expect(sheet).toContain('Nội dung dài')
      expect(count(sheet, 'đầu ')).toBe(count(sheet, 'cuối '))
    }
  })

  test('lets a row or a group break that is taller than a page, and loses nothing of it', async () => {
    const long = `${'chữ '.repeat(3000)}hết`
    const columns = [{ title: 'A', width: 1 }]
    const { pdf, pages } = await renderer.renderPdf(
      paperOf([
        { kind: 'table', columns, rows: [[long]] },
        { kind: 'group', blocks: [paragraph(long)] },
      ]),
    )
    expect(pages).toBeGreaterThan(6)
    expect(count(wordsOf(pdf), 'chữ ')).toBe(6000)
  })

  test('breaks a word wider than its column, so that nothing leaves the margins', async () => {
    const word = 'Ẫ'.repeat(110)
    const columns = [
      { title: word, width: 1 },
      { title: 'B', width: 5 },
    ]
    const { pdf } = await renderer.renderPdf(
      paperOf([paragraph(word), { kind: 'table', columns, rows: [[word, word]] }], {
        title: word,
        about: word,
        head: { parent: [word], body: [word], number: word, placeAndDate: word },
        signatures: { columns: 3, cells: [{ field: 'a', caption: [word], post: word, signer: word }], closing: [] },
        recipients: [word],
        proof: { hash: 'a'.repeat(64), code: 'GU-1', url: `https://giao-uoc.example/${'a'.repeat(400)}` },
      }),
    )
    for (const { rect } of placedWords(pdf)) {
      expect(rect[0]).toBeGreaterThan(84)
      expect(rect[2]).toBeLessThan(554)
      expect(rect[1]).toBeGreaterThan(24)
      expect(rect[3]).toBeLessThan(842)
    }
    expect(count(wordsOf(pdf), 'Ẫ')).toBe(110 * 14)
  })

  test('follows two hundred clauses to the last', async () => {
    const clauses = Array.from({ length: 200 }, (_, index) => ({
      number: `${index + 1}.`,
      text: 'Thực hiện đúng hạn. '.repeat(25),
    }))
    const { pdf, pages } = await renderer.renderPdf(paperOf([{ kind: 'clauses', clauses }]))
    expect(pages).toBeGreaterThan(25)
    expect(wordsOf(pdf)).toContain('200. Thực hiện')
  })
})

function sha256(bytes: Uint8Array) {
  return createHash('sha256').update(bytes).digest('hex')
}

function count(text: string, part: string) {
  return text.split(part).length - 1
}
