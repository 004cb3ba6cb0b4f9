import { Unzip, UnzipInflate, type UnzipFile } from 'fflate'

/** What the streaming reader does not tell of a sheet. */
export interface SheetMarks {
  hidden: Set<number>
  /** By row the columns, from 0, that lie under a merged cell. */
  covered: Map<number, Set<number>>
}

const sheetName = /^xl\/worksheets\/sheet(\d+)\.xml$/
const tag = /<row\b[^>]*>|<mergeCell\b[^>]*>/g
const mostMergedCells = 20_000
/** No tag that is looked for is longer. */
const longestTag = 2_000

const columnOf = (letters: string) =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function rangeOf(ref: string) {
  const range = /^(?<left>[A-Z]{1,3})(?<top>\d+):(?<right>[A-Z]{1,3})(?<bottom>\d+)$/.exec(ref)?.groups
  if (range === undefined) return undefined
  const [left, right] = [range['left'] ?? '', range['right'] ?? ''].map(columnOf)
  return {
    left: left ?? 0,
    right: Math.min(right ?? 0, 60),
    top: Number(range['top']),
    bottom: Number(range['bottom']),
  }
}

function markMerged(marks: SheetMarks, ref: string, budget: { left: number }) {
  const range = rangeOf(ref)
  if (range === undefined) return
  for (let row = range.top; row <= range.bottom && budget.left > 0; row++) {
    const columns = marks.covered.get(row) ?? new Set<number>()
    for (let column = range.left; column <= range.right; column++) columns.add(column)
    budget.left -= Math.max(1, range.right - range.left + 1)
    marks.covered.set(row, columns)
  }
}

function readTag(marks: SheetMarks, text: string, budget: { left: number }) {
  if (text.startsWith('<mergeCell')) return markMerged(marks, /\bref="([^"]+)"/.exec(text)?.[1] ?? '', budget)
  if (/\bhidden="(?:1|true)"/.test(text)) marks.hidden.add(Number(/\br="(\d+)"/.exec(text)?.[1] ?? 0))
}

/** Follows one sheet piece by piece; a tag that is cut by the end of a piece is read with the next one. */
function follow(file: UnzipFile): SheetMarks {
  const marks: SheetMarks = { hidden: new Set(), covered: new Map() }
  const decoder = new TextDecoder()
  const budget = { left: mostMergedCells }
  let rest = ''
  file.ondata = (error, chunk) => {
    if (error) throw error
    const text = rest + decoder.decode(chunk, { stream: true })
    for (const [found] of text.matchAll(tag)) readTag(marks, found, budget)
    const open = text.lastIndexOf('<')
    rest = text.includes('>', open) ? '' : text.slice(Math.max(open, text.length - longestTag))
  }
  file.start()
  return marks
}

/** Hidden rows and merged cells, by the number in the sheet's file name. */
export async function scanSheets(bytes: Uint8Array): Promise<ReadonlyMap<string, SheetMarks>> {
  const sheets = new Map<string, SheetMarks>()
  const unzip = new Unzip((file) => {
    const place = sheetName.exec(file.name)?.[1]
    if (place !== undefined) sheets.set(place, follow(file))
  })
  unzip.register(UnzipInflate)
  const step = 64 * 1024
  for (let at = 0; at < bytes.length; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  return sheets
}
