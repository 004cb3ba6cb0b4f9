import { decodeStream } from '../pdf/decode.ts'
import { resolve, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { pagesOf } from '../pdf/pages.ts'
import type { Page, SignatureField } from '../pdf/pages.ts'
import { isArray, isKind, numberOf } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { at } from './change.ts'
import { note } from './walk.ts'
import type { Walk } from './walk.ts'

type Box = readonly [number, number, number, number]

export function boxOf(file: PdfFile, value: PdfValue | undefined): Box | null {
  const found = resolve(file, value)
  const sides = (isArray(found) ? found : []).slice(0, 4).flatMap((side) => numberOf(resolve(file, side)) ?? [])
  if (sides.length < 4) return null
  const [a = 0, b = 0, c = 0, d = 0] = sides
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

const areaOf = ([left, bottom, right, top]: Box) => (right - left) * (top - bottom)

/**
 * Whether a widget can show anything: all but those whose place is a point, since a line is seen. One without a readable
 * place counts as seen. Flags that hide it are not believed: some show on paper, and readers differ in what they take
 * for flags.
 */
export function isVisible(file: PdfFile, widget: PdfDict): boolean {
  const box = boxOf(file, widget.get('Rect'))
  return widget.has('Rect') && (box === null || box[0] !== box[2] || box[1] !== box[3])
}

/** Its place was judged on the page that it names; on another one it would cover what nobody looked at. */
export function belongsOn(file: PdfFile, num: number, page: number): boolean {
  const widget = resolveDict(file, { kind: 'ref', num, gen: 0 })
  const named = widget?.get('P')
  return !widget || !isKind(named, 'ref') || named.num === page || !isVisible(file, widget)
}

/** Nothing is drawn: no picture, or an empty one, and no border or ground of its own. */
function isBlank(file: PdfFile, widget: PdfDict): boolean {
  const marks = resolveDict(file, widget.get('MK'))
  if (marks?.has('BG') || marks?.has('BC')) return false
  const picture = resolve(file, resolveDict(file, widget.get('AP'))?.get('N'))
  if (picture === null) return true
  return isKind(picture, 'stream') && decodeStream(picture, file.shared.budget).toString('latin1').trim() === ''
}

interface Where {
  readonly page: number | null
  /** A signature before it says what may come: then nobody prepares a place to be seen. */
  readonly certified: boolean
}

/** A visible place that was not prepared may cover what was signed: only small, signed, and beside all others. */
export function demandPlaceForNew(walk: Walk, field: SignatureField, { page, certified }: Where): void {
  for (const { ref, dict } of field.widgets) {
    const silent = !isVisible(walk.fresh, dict) || (isBlank(walk.fresh, dict) && !field.dict.has('V'))
    if (silent) continue
    if (certified) note(walk, at('forbidden', page), ref.num)
    else if (!field.dict.has('V') || !isBeside(walk, dict)) note(walk, at('annotation', page), ref.num)
  }
}

const largestShare = 0.2
const flagsThatGrow = 8 | 16

function isBeside({ fresh, old }: Walk, widget: PdfDict): boolean {
  const page = pageOf(fresh, widget)
  const box = boxOf(fresh, widget.get('Rect'))
  if (!page || !box || !isSmall(fresh, page, box)) return false
  const flags = widget.get('F') ?? 0
  if (typeof flags !== 'number' || (flags & flagsThatGrow) !== 0) return false
  return annotationsOf(old, page.ref.num).every((other) => !overlaps(box, other))
}

function pageOf(file: PdfFile, widget: PdfDict): Page | undefined {
  const pointer = widget.get('P')
  return pagesOf(file).find(({ ref }) => isKind(pointer, 'ref') && pointer.num === ref.num)
}

function isSmall(file: PdfFile, page: Page, box: Box): boolean {
  const sheet = boxOf(file, page.dict.get('MediaBox') ?? page.inherited.get('MediaBox'))
  return sheet !== null && areaOf(box) <= areaOf(sheet) * largestShare
}

function annotationsOf(file: PdfFile, page: number): Box[] {
  const dict = pagesOf(file).find(({ ref }) => ref.num === page)?.dict
  const found = resolve(file, dict?.get('Annots'))
  return (isArray(found) ? found : []).flatMap((one) => {
    const box = boxOf(file, resolveDict(file, one)?.get('Rect'))
    return box && areaOf(box) > 0 ? [box] : []
  })
}

const overlaps = (one: Box, other: Box) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
