import { addObject } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { decodeStream, freshBudget } from '../pdf/decode.ts'
import { openPdf, resolve } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pagesOf } from '../pdf/pages.ts'
import type { Page } from '../pdf/pages.ts'
import { dict, isArray, isDict, isKind, name, numberOf, ref } from '../pdf/value.ts'
import type { PdfDict, PdfStream, PdfValue } from '../pdf/value.ts'
import { SigningError } from './signing-error.ts'

/**
 * Takes the first page of a PDF over as a form of the given size (points), scaled to fit and centred.
 * Returns the number of the form.
 */
export function addStamp(draft: Draft, stamp: Uint8Array, size: { width: number; height: number }): number {
  try {
    const file = openPdf(stamp)
    const page = pagesOf(file)[0]
    if (!page) throw new SigningError('stamp.unreadable')
    return frame(draft, { content: copyPage(draft, file, page), box: boxOf(file, page), size })
  } catch (cause) {
    throw new SigningError('stamp.unreadable', { cause })
  }
}

type Box = readonly [number, number, number, number]

function boxOf(file: PdfFile, page: Page): Box {
  const found = resolve(file, page.dict.get('MediaBox') ?? page.inherited.get('MediaBox'))
  const sides = isArray(found) ? found.map((side) => numberOf(resolve(file, side))) : []
  const [left, bottom, right, top] = sides
  const numbers = [left, bottom, right, top].every((side) => typeof side === 'number')
  if (!numbers || Number(right) <= Number(left) || Number(top) <= Number(bottom))
    throw new SigningError('stamp.unreadable')
  return [Number(left), Number(bottom), Number(right), Number(top)]
}

function frame(
  draft: Draft,
  { content, box, size }: { content: number; box: Box; size: { width: number; height: number } },
): number {
  const [left, bottom, right, top] = box
  const scale = Math.min(size.width / (right - left), size.height / (top - bottom))
  const x = (size.width - (right - left) * scale) / 2 - left * scale
  const y = (size.height - (top - bottom) * scale) / 2 - bottom * scale
  const move = [scale, 0, 0, scale, x, y].map((part) => part.toFixed(5)).join(' ')
  const outer = form([0, 0, size.width, size.height], dict({ XObject: dict({ Stamp: ref(content) }) }))
  return addObject(draft, { kind: 'stream', dict: outer, data: Buffer.from(`q ${move} cm /Stamp Do Q`) })
}

function form(box: readonly number[], resources: PdfValue): PdfDict {
  return dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [...box], Resources: resources })
}

function copyPage(draft: Draft, file: PdfFile, page: Page): number {
  const copy = copier(draft, file)
  const resources = copy(page.dict.get('Resources') ?? page.inherited.get('Resources') ?? dict({}))
  const content = contentOf(file, page)
  const group = page.dict.get('Group')
  const entries = new Map([
    ...form(boxOf(file, page), resources),
    ...[...content.dict].filter(([key]) => key === 'Filter' || key === 'DecodeParms'),
    ...(group === undefined ? [] : [['Group', copy(group)] as const]),
  ])
  return addObject(draft, { kind: 'stream', dict: entries, data: content.data })
}

/** The drawing of a page; several pieces become one. */
function contentOf(file: PdfFile, page: Page): PdfStream {
  const found = resolve(file, page.dict.get('Contents'))
  if (isKind(found, 'stream')) return found
  const pieces = (isArray(found) ? found : [])
    .map((piece) => resolve(file, piece))
    .filter((piece) => isKind(piece, 'stream'))
  const budget = freshBudget()
  const data = Buffer.concat(pieces.flatMap((piece) => [decodeStream(piece, budget), Buffer.from('\n')]))
  return { kind: 'stream', dict: dict({}), data }
}

/** Copies values into the draft with all they refer to, each object once. */
function copier(draft: Draft, file: PdfFile): (value: PdfValue) => PdfValue {
  const copied = new Map<number, number>()
  const copyDict = (value: PdfDict): PdfDict => new Map([...value].map(([key, entry]) => [key, copy(entry)]))
  const copyRef = (num: number, value: PdfValue): PdfValue => {
    const known = copied.get(num)
    if (known !== undefined) return ref(known)
    const fresh = addObject(draft, null)
    copied.set(num, fresh)
    draft.objects.set(fresh, copy(resolve(file, value)))
    return ref(fresh)
  }
  const copy = (value: PdfValue): PdfValue => {
    if (isKind(value, 'ref')) return copyRef(value.num, value)
    if (isKind(value, 'stream')) return { ...value, dict: copyDict(value.dict) }
    if (isDict(value)) return copyDict(value)
    return isArray(value) ? value.map(copy) : value
  }
  return copy
}
