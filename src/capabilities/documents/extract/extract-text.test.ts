import { Buffer } from 'node:buffer'
import { zipSync, strToU8, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { guardZip } from '#platform/zip-guard.ts'
import { paperOf, paragraph } from '../pdf.fixture.ts'
import { createRenderer } from '../render-pdf.ts'
import { extractApart } from './extract-apart.ts'
import { extractText } from './extract-text.ts'

const sentence = 'Khối thi đua các trường nghề tỉnh ký giao ước thi đua năm 2024, các đơn vị đã thống nhất nội dung.'

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await extractText(bytes)
  return 'refusal' in result ? result.refusal.code : 'read'
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const result = await extractText(bytes)
  return 'text' in result ? result.text : result.refusal.code
}

const documentXml = (words: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`

function docx(words: string, more: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(documentXml(words)),
    ...more,
  })
}

/** A page that draws `content`; nothing else. */
function pdf(content: string, trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return strToU8(
    `${body}xref\n0 5\n0000000000 65535 f \n${table}trailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF`,
  )
}

const encrypted = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`

describe('plain text', () => {
  test('is read in UTF-8 with and without a mark, and in both orders of UTF-16', async () => {
    const wide = Buffer.from(sentence, 'utf16le')
    const swapped = Buffer.from(wide).swap16()
    const files = [
      Buffer.from(sentence),
      Buffer.from(`\ufeff${sentence}`),
      Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]),
      wide,
    ]
    expect(await Promise.all(files.map(textOf))).toEqual(files.map(() => sentence))
  })

  test('comes out composed, however it was typed', async () => {
    expect(await textOf(Buffer.from(sentence.normalize('NFD')))).toBe(sentence)
  })

  test('of the old TCVN3 fonts becomes Unicode, kept as bytes or saved as UTF-8', async () => {
    const old = 'Khèi thi ®ua c¸c tr­êng nghÒ tØnh ®· ký giao ­íc thi ®ua n¨m 2024'
    const modern = 'Khối thi đua các trường nghề tỉnh đã ký giao ước thi đua năm 2024'
    expect(await textOf(Buffer.from(old, 'latin1'))).toBe(modern)
    expect(await textOf(Buffer.from(old))).toBe(modern)
  })

  test('of the old VNI fonts becomes Unicode', async () => {
    const old = 'Khoái thi ñua caùc tröôøng ngheà tænh ñaõ kyù giao öôùc thi ñua naêm 2024'
    const modern = 'Khối thi đua các trường nghề tỉnh đã ký giao ước thi đua năm 2024'
    expect(await textOf(Buffer.from(old, 'latin1'))).toBe(modern)
  })

  test('in Windows-1258 becomes Unicode', async () => {
    // "các đơn vị đã ký giao ước thi đua của năm và tại tỉnh" with the code page's own letters and combining marks.
    const bytes = Buffer.from(
      'c\u00e1c \u00f0\u00f5n vi\u00f2 \u00f0a\u00de k\u00fd giao \u00fd\u00f5\u00ecc thi \u00f0ua cu\u00d2a n\u00e3m v\u00e0 ta\u00f2i ti\u00d2nh',
      'latin1',
    )
    expect(await textOf(bytes)).toMatch(/^các đơn vị đã k\S giao ước thi đua của năm và tại tỉnh$/u)
  })

  test('that mixes encodings is refused, not guessed', async () => {
    const mixed = Buffer.concat([
      Buffer.from(sentence),
      Buffer.from([0xe1, 0xc7, 0xff]),
      Buffer.from(sentence, 'utf16le'),
    ])
    expect(await codeOf(mixed)).toBe('unknown_encoding')
    const even = Buffer.concat([Buffer.from(`${sentence} `.repeat(4)), Buffer.from(sentence.repeat(6), 'utf16le')])
    expect(await codeOf(even)).toBe('unknown_encoding')
    expect(await codeOf(even.subarray(1))).toBe('unknown_encoding')
    expect(await codeOf(Buffer.from(Buffer.from(sentence).toString('latin1')))).toBe('unknown_encoding')
  })

  test('that is empty or blank is refused', async () => {
    expect(await codeOf(new Uint8Array())).toBe('empty')
    expect(await codeOf(Buffer.from(' \n '))).toBe('empty')
  })
})

describe('a Word file', () => {
  test('gives its words', async () => {
    expect(await textOf(docx(sentence))).toBe(sentence)
  })

  test('that inflates hundreds of times is refused before any library opens it', async () => {
    const bomb = docx(sentence, { 'word/media/a.bin': [new Uint8Array(60 * 1024 * 1024), { level: 1 }] })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await codeOf(bomb)).toBe('unsafe_archive')
  })

  test('with thousands of entries or a name that climbs out is refused', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => [`word/${index}.xml`, new Uint8Array(1)]),
    )
    expect(guardZip(docx(sentence, many))).toEqual({ ok: false, reason: 'too_many_entries' })
    expect(guardZip(docx(sentence, { '../../etc/cron.d/x': strToU8('x') }))).toEqual({ ok: false, reason: 'bad_name' })
  })

  test('whose directory lies about its sizes is still measured by what comes out', () => {
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(60 * 1024 * 1024), { level: 1 }] })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const directory = view.getUint32(bomb.length - 6, true)
    view.setUint32(directory + 24, 10, true)
    expect(guardZip(bomb)).toEqual({ ok: false, reason: 'too_large' })
  })

  test('cut in the middle is damaged; another kind of package is not a document', async () => {
    expect(await codeOf(docx(sentence).subarray(0, 300))).toBe('damaged')
    expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe('not_a_document')
    expect(await codeOf(docx('</w:t><broken'))).toBe('damaged')
  })

  test('of the old kind is refused with advice, and one under a password says so', async () => {
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect(await codeOf(ole)).toBe('old_word')
    expect(await codeOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
  })
})

describe('a PDF', () => {
  test('printed by this program gives back its words', async () => {
    const renderer = createRenderer({ children: 1 })
    try {
      const { pdf: bytes } = await renderer.renderPdf(paperOf([paragraph(sentence)]))
      expect((await textOf(bytes)).replace(/\s+/gu, ' ')).toContain('ký giao ước thi đua năm 2024')
    } finally {
      renderer.close()
    }
  })

  test('with drawings only is told to be a scan', async () => {
    expect(await codeOf(pdf('0 0 200 200 re f'))).toBe('scanned')
  })

  test('under a password is refused', async () => {
    expect(await codeOf(pdf('0 0 9 9 re f', encrypted))).toBe('encrypted')
  })

  test('that is broken is refused', async () => {
    expect(await codeOf(strToU8('%PDF-1.7\nnothing more'))).toBe('damaged')
  })
})

test('a file of 50 MB is refused without being looked at', async () => {
  expect(await codeOf(new Uint8Array(50 * 1024 * 1024))).toBe('too_large')
})

test('pictures, web pages and rich text are refused', async () => {
  expect(await codeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('scanned')
  expect(await codeOf(strToU8('<!DOCTYPE html><p>x'))).toBe('not_a_document')
  expect(await codeOf(strToU8('{\\rtf1 x}'))).toBe('not_a_document')
  expect(await codeOf(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]))).toBe('not_a_document')
})

test('a parser that takes too long is stopped', async () => {
  expect(await extractApart({ kind: 'docx', content: docx(sentence) }, 1)).toBe('stopped')
})
