import { loadPlain, openPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf, pagesOf } from '../pdf/pages.ts'
import { addObject } from '../pdf/append.ts'
import { dict, isKind, name, raw, ref, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { writeValue } from '../pdf/write.ts'
import { layField } from './attacks-on-signatures.ts'
import { append, editFirstPage, form, whiteBox } from './edit.ts'
import type { Attack } from './edit.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const pad = (at: number) => String(at).padStart(10, '0')
const evil = (num: number) => `${num} 0 obj\n<</Length ${whiteBox.length}>>\nstream\n${whiteBox}\nendstream\nendobj\n`

/** The number and place of the first page's drawing. */
function contentsOf(file: PdfFile): { num: number; offset: number } {
  const contents = pagesOf(file)[0]?.dict.get('Contents')
  const num = isKind(contents, 'ref') ? contents.num : 0
  const entry = file.entries.get(num)
  if (entry?.kind !== 'plain') throw new Error('no plain drawing')
  return { num, offset: entry.offset }
}

const last = (file: PdfFile) => file.sections[0]?.offset ?? 0
const row = (num: number, at: number) => `${num} 1\n${pad(at)} 00000 n \n`

const trailerOf = (file: PdfFile, entries: Record<string, PdfValue>) =>
  `trailer\n${writeValue(withEntries(file.trailer, entries)).toString('latin1')}\n`

/** Another drawing in one revision, the signed one again in the next: who looks for objects takes the other. */
const goBackTo =
  (gap: string): Attack =>
  (pdf) => {
    const file = openPdf(pdf)
    const { num, offset } = contentsOf(file)
    const body = evil(num)
    const table = pdf.length + body.length
    const one = `${body}xref\n${row(num, pdf.length)}${trailerOf(file, { Prev: last(file) })}startxref\n${table}\n%%EOF\n`
    const again = pdf.length + one.length
    const two = `xref\n${row(num, offset)}${trailerOf(file, { Prev: table })}startxref\n${again}\n${gap}%%EOF\n`
    return Buffer.concat([pdf, latin(one + two)])
  }

/** A table that frees the drawing, and a stream beside it that keeps it: readers disagree which one counts. */
const hybrid =
  (beside: 'direct' | 'indirect'): Attack =>
  (pdf) => {
    const file = openPdf(pdf)
    const { num, offset } = contentsOf(file)
    const next = Number(file.trailer.get('Size'))
    const data = Buffer.alloc(9)
    data.writeUInt8(1, 0)
    data.writeUIntBE(offset, 1, 6)
    const entries = { ...Object.fromEntries(file.trailer), Prev: last(file), Size: next + 2 }
    const own = { Type: name('XRef'), W: [1, 6, 2], Index: [num, 1] }
    const stream = { kind: 'stream', dict: dict({ ...entries, ...own }), data } as const
    const start = pdf.length
    const parts = Buffer.concat([latin(`${next} 0 obj\n`), writeValue(stream), latin('\nendobj\n')])
    const kept = latin(`${next + 1} 0 obj\n${start}\nendobj\n`)
    const at = start + parts.length + kept.length
    const named = beside === 'direct' ? start : raw(`${next + 1} 0 R`)
    const freed = beside === 'direct' ? `${num} 1\n0000000000 00001 f \n` : ''
    const rows = `${freed}${row(next, start)}${row(next + 1, start + parts.length)}`
    const trailer = trailerOf(file, { Prev: last(file), Size: next + 2, XRefStm: named })
    return Buffer.concat([pdf, parts, kept, latin(`xref\n${rows}${trailer}startxref\n${at}\n%%EOF\n`)])
  }

/** The first page once more as it is, but for how one value is spelled. */
const respell =
  (change: (page: PdfDict) => Record<string, PdfValue>): Attack =>
  (pdf) =>
    editFirstPage((_, page) => change(page.dict))(pdf)

const overlay = (flags: string) =>
  layField({ entries: (draft) => ({ F: raw(flags), AP: dict({ N: form(draft, '0 0 150 60 re f') }) }) })

/** What stands in the file as it was, but numbers run into one another that some readers part and some do not. */
const respellBox: Attack = respell((page) => {
  const box = page.get('MediaBox')
  const [, , right, top] = Array.isArray(box) ? (box as number[]) : []
  return { MediaBox: raw(`[0-0 ${String(right)} ${String(top)}]`) }
})

const shrinkSize: Attack = (pdf) => {
  const file = openPdf(pdf)
  const table = `xref\n0 0\n${trailerOf(file, { Prev: last(file), Size: 3 })}`
  return Buffer.concat([pdf, latin(`${table}startxref\n${pdf.length}\n%%EOF\n`)])
}

/** A catalog of the forger's that nothing leads to, for readers that look for one. */
const spareCatalog: Attack = (pdf) => append(pdf, (draft) => addObject(draft, new Map(catalogOf(draft.file).dict)))

/** The drawing written again, its length now in an object that not every reader finds in time. */
const awayLength: Attack = (pdf) => {
  const file = openPdf(pdf)
  const { num, offset } = contentsOf(file)
  const { value, until } = loadPlain(file, offset)
  if (!isKind(value, 'stream')) throw new Error('no stream')
  const next = Number(file.trailer.get('Size'))
  const text = file.text.slice(offset, until).replace(/\/Length\s+\d+/, `/Length ${next} 0 R`)
  const body = latin(`${text}\n`)
  const kept = `${next} 0 obj\n${value.data.length}\nendobj\n`
  const at = pdf.length + body.length + kept.length
  const rows = `${row(num, pdf.length)}${row(next, pdf.length + body.length)}`
  const trailer = trailerOf(file, { Prev: last(file), Size: next + 1 })
  return Buffer.concat([pdf, body, latin(`${kept}xref\n${rows}${trailer}startxref\n${at}\n%%EOF\n`)])
}

/** The drawing written again as it is, but for one space. */
const glueHead: Attack = (pdf) => {
  const file = openPdf(pdf)
  const { num, offset } = contentsOf(file)
  const body = latin(`${file.text.slice(offset, loadPlain(file, offset).until).replace(' obj', 'obj')}\n`)
  const rest = `xref\n${row(num, pdf.length)}${trailerOf(file, { Prev: last(file) })}`
  return Buffer.concat([pdf, body, latin(`${rest}startxref\n${pdf.length + body.length}\n%%EOF\n`)])
}

const line = layField({
  rect: [100, 100, 100, 500],
  entries: (draft) => {
    const entries = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 0, 842], Resources: dict({}) }
    const drawn = { kind: 'stream', dict: dict(entries), data: latin('0 0 595 842 re f') } as const
    return { AP: dict({ N: ref(addObject(draft, drawn)) }) }
  },
})

/** Two readers see two things, and only one of them is what was signed. */
export const disagreements: Readonly<Record<string, Attack>> = {
  'another drawing, and a table that goes back to the signed one': goBackTo(''),
  'the same, with the way to the table out of reach': goBackTo('\n'.repeat(1500)),
  'a table that frees what the stream beside it keeps': hybrid('direct'),
  'a stream beside a table that an object names': hybrid('indirect'),
  'a table for fewer objects than there are': shrinkSize,
  'a second catalog that nothing leads to': spareCatalog,
  'a length that is kept elsewhere': awayLength,
  'numbers that run into one another': respellBox,
  'a number that runs into the word behind it': glueHead,
  'a field that is a line': line,
  'a hidden field, the flag of which is written with a point': overlay('2.0'),
  'a hidden field, the flag of which is larger than readers count': overlay('4294967298'),
  'a field that shows on paper alone': overlay('36'),
  'nothing, in the place of what the page inherits': respell(() => ({ Rotate: null })),
}
