import { deflateSync } from 'node:zlib'
import { assert, letrec, oneof, property, string, boolean, integer, array, constant, dictionary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAccounted } from '../difference/accounted.ts'
import { addObject, appendRevision, startDraft } from './append.ts'
import { openPdf, openRevision, resolve } from './file.ts'
import { catalogOf } from './pages.ts'
import { PdfSyntaxError, readValue } from './parse.ts'
import { dict, name, readText, ref, textString, withEntries } from './value.ts'
import type { PdfValue } from './value.ts'
import { writeValue } from './write.ts'

const read = (text: string) => readValue({ text, at: 0 })
const written = (value: PdfValue) => writeValue(value).toString('latin1')

describe('a value', () => {
  test('is read as the standard writes it', () => {
    expect(read('[1 -2.5 .5 +3 true null /A#20B 4 0 R]')).toEqual([1, -2.5, 0.5, 3, true, null, name('A B'), ref(4)])
    expect(read('<</A<</B(x)>>%c\n/C[]>>')).toEqual(
      dict({ A: dict({ B: { kind: 'string', bytes: Buffer.from('x'), at: { start: 8, end: 11 } } }), C: [] }),
    )
    const text = read(String.raw`(a\(b\)(c)\101\n\
)`)
    expect(readText(text)).toBe('a(b)(c)A\n')
  })

  test('that two readers may read in two ways is not read', () => {
    for (const text of [
      '<</A 1/A 2>>',
      '[0-1]',
      '[1.2.3]',
      '[null5]',
      '[true/A 4x]',
      '(open',
      '<0g>',
      '[1',
      '<</A',
      'nonsense',
      ''.padEnd(200, '['),
    ]) {
      expect(() => read(text)).toThrow(PdfSyntaxError)
    }
  })

  test('written and read again is the same', () => {
    const { value } = letrec<{ value: PdfValue }>((tie) => ({
      value: oneof(
        { maxDepth: 4 },
        boolean(),
        integer({ min: -1e9, max: 1e9 }),
        constant(null),
        string({ minLength: 1, unit: 'binary-ascii' }).map(name),
        integer({ min: 1, max: 1e6 }).map((num) => ref(num)),
        array(tie('value')),
        dictionary(string({ minLength: 1, unit: 'grapheme-ascii' }), tie('value')).map(dict),
      ),
    }))
    assert(
      property(value, (one) => {
        expect(read(written(one))).toEqual(one)
      }),
    )
  })

  test('of text keeps every letter', () => {
    for (const text of ['Plain (text) \\', 'Nguyễn Thị Ngọc Ánh', 'đổi mới 2026', '\r\n']) {
      expect(readText(read(written(textString(text))))).toBe(text)
    }
  })
})

/** A file of the given objects, the first one its catalog. */
function build(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n'
  const lines = objects.map((object, index) => {
    const line = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return line
  })
  const table = `xref\n0 ${lines.length + 1}\n0000000000 65535 f \n${lines.join('')}`
  const trailer = `trailer\n<</Size ${lines.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

describe('a file', () => {
  test('grows by revisions and can be seen as it was', () => {
    const base = build(['<</Type/Catalog/Lang(vi)>>'])
    const draft = startDraft(openPdf(base))
    const added = addObject(draft, name('New'))
    const { ref: root, dict: catalog } = catalogOf(draft.file)
    draft.objects.set(root.num, withEntries(catalog, { Lang: textString('en') }))
    const { bytes, offsets } = appendRevision(draft)
    expect(Buffer.from(bytes).subarray(0, base.length).equals(base)).toBe(true)
    const now = openPdf(bytes)
    expect(readText(catalogOf(now).dict.get('Lang'))).toBe('en')
    expect(resolve(now, ref(added))).toEqual(name('New'))
    expect(Buffer.from(bytes).toString('latin1', offsets.get(added))).toMatch(/^2 0 obj\n\/New/)
    const then = openRevision(now, base.length)
    expect(readText(catalogOf(then).dict.get('Lang'))).toBe('vi')
    expect(resolve(then, ref(added))).toBeNull()
  })

  test('with an object elsewhere than its table says is refused', () => {
    const base = build(['<</Type/Catalog>>', '(two)']).toString('latin1').replace('2 0 obj', '3 0 obj')
    expect(() => resolve(openPdf(Buffer.from(base, 'latin1')), ref(2))).toThrow(PdfSyntaxError)
  })

  test('as it was holds nothing that reaches beyond its end', () => {
    const head = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n'
    const second = `2 0 obj (`
    const line = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`
    const at = head.length + second.length
    const table = `xref\n1 2\n${line(9)}${line(head.length)}trailer\n<</Size 3/Root 1 0 R>>\n`
    const inner = `${head}${second}${table}startxref\n${at}\n%%EOF\n`
    const last = `${inner}) endobj\n`
    const whole = `${last}${table}startxref\n${last.length}\n%%EOF\n`
    const file = openPdf(Buffer.from(whole, 'latin1'))
    expect(readText(resolve(file, ref(2)))).toContain('startxref')
    expect(() => resolve(openRevision(file, inner.length), ref(2))).toThrow('outside its revision')
  })

  const packed = (objects: string, head: string, n: number) => {
    const data = deflateSync(Buffer.from(head + objects)).toString('latin1')
    const stream = `<</Type/ObjStm/N ${n}/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data}\nendstream`
    const base = `%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n2 0 obj\n`
    const place = base.length - '2 0 obj\n'.length
    const rows = [
      [1, 9, 0],
      [1, place, 0],
      [2, 2, 0],
      [2, 2, 1],
    ]
    const table = Buffer.concat(
      rows.map(([kind = 0, one = 0, two = 0]) => Buffer.from([kind, one >> 8, one & 255, two])),
    )
    const body = `${base}${stream}\nendobj\n`
    const xref = `5 0 obj\n<</Type/XRef/W[1 2 1]/Index[1 4]/Size 6/Root 1 0 R/Length ${table.length}>>\nstream\n`
    const end = `\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`
    return Buffer.from(body + xref + table.toString('latin1') + end, 'latin1')
  }

  test('with compressed objects is read', () => {
    const file = openPdf(packed('/One [2]', '3 0 4 5 ', 2))
    expect([resolve(file, ref(3)), resolve(file, ref(4))]).toEqual([name('One'), [2]])
  })

  test('with compressed objects inside one another is refused', () => {
    const file = openPdf(packed('[[[1]]] ', '3 0 4 1 ', 2))
    expect(() => resolve(file, ref(3))).toThrow('objects overlap')
  })

  test('with the same object twice in a stream, or a stream unpacked by what stands elsewhere, is refused', () => {
    const twice = openPdf(packed('/One /Two', '3 0 3 5 ', 2))
    expect(() => resolve(twice, ref(3))).toThrow('twice in a stream')
    const elsewhere = packed('/One [2]', '3 0 4 5 ', 2).toString('latin1')
    const away = elsewhere.replace('/Filter/FlateDecode', '/Filter/FlateDecode/DecodeParms 9 0 R')
    const moved = away.replace(/startxref\n(\d+)/, (_, at: string) => `startxref\n${Number(at) + 18}`)
    expect(() => resolve(openPdf(Buffer.from(moved, 'latin1')), ref(3))).toThrow('parameters in another object')
  })

  /** Two readers of different age: what a table frees, the stream beside it may still hold. */
  const hybrid = (base: Buffer, lines: (offset: number) => string) => {
    const packing = `3 0 obj\n<</Type/ObjStm/N 1/First 4/Length 8>>\nstream\n2 0 /New\nendstream\nendobj\n`
    const beside = base.length + packing.length
    const row = Buffer.from([2, 3, 0]).toString('latin1')
    const stream = `4 0 obj\n<</Type/XRef/W[1 1 1]/Index[2 1]/Size 5/Length 3>>\nstream\n${row}\nendstream\nendobj\n`
    const at = beside + stream.length
    const trailer = `trailer\n<</Size 5/Root 1 0 R/Prev ${base.lastIndexOf('xref\n0')}/XRefStm ${beside}>>\n`
    const table = `xref\n${lines(base.length)}${trailer}startxref\n${at}\n%%EOF\n`
    return Buffer.concat([base, Buffer.from(packing + stream + table, 'latin1')])
  }
  const entry = (offset: number, kind: string) => `${String(offset).padStart(10, '0')} 00000 ${kind} \n`

  test('of both kinds of table is read as new readers do, and its bytes are accounted for', () => {
    const base = build(['<</Type/Catalog>>', '/Old', '/Other'])
    const lines = (packing: number) => `2 2\n${entry(0, 'f')}${entry(packing, 'n')}`
    const file = openPdf(hybrid(base, lines))
    expect(resolve(file, ref(2))).toEqual(name('New'))
    expect(resolve(openRevision(file, base.length), ref(2))).toEqual(name('Old'))
    expect(isAccounted(file, base.length)).toBe(true)
  })

  test('that frees an object holds it no more, and names no object twice', () => {
    const base = build(['<</Type/Catalog>>', '/Old', '/Other'])
    const freed = openPdf(hybrid(base, (packing) => `1 1\n${entry(0, 'f')}3 1\n${entry(packing, 'n')}`))
    expect(resolve(freed, ref(1))).toBeNull()
    const twice = hybrid(base, (packing) => `3 1\n${entry(packing, 'n')}3 1\n${entry(9, 'n')}`)
    expect(() => openPdf(twice)).toThrow('twice in a table')
  })

  test('that unfolds without end is refused', () => {
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024)).toString('latin1')
    const head = `%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 2 1]/Size 9/Root 1 0 R/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`
    const bytes = Buffer.from(`${head}${bomb}\nendstream\nendobj\nstartxref\n9\n%%EOF\n`, 'latin1')
    expect(() => openPdf(bytes)).toThrow(PdfSyntaxError)
  })
})
