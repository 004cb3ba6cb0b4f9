import { loadPlain } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { Section } from '../pdf/xref.ts'

interface Span {
  readonly from: number
  readonly until: number
}

const filler = /(?:[\0\t\n\f\r ]+|%[^\r\n]*(?=[\r\n]|$))*/y
const ending = /\s*startxref\s+\d+\s+%%EOF/y

/**
 * Whether every byte behind `end` belongs to an object or a table that the tables name. A reader that mends broken
 * files by looking for objects finds none here that the others do not show.
 */
export function isAccounted(file: PdfFile, end: number): boolean {
  const fresh = file.sections.filter(({ offset }) => offset >= end)
  const spans = fresh.flatMap((section) => [...objectsOf(file, section, end), ...tablesOf(file, section)])
  let reached = end
  for (const { from, until } of spans.toSorted((one, other) => one.from - other.from || other.until - one.until)) {
    if (from < reached && until <= reached) continue
    if (from < reached || !isFiller(file.text, reached, from)) return false
    reached = until
  }
  return isFiller(file.text, reached, file.end)
}

function objectsOf(file: PdfFile, { entries }: Section, end: number): Span[] {
  return [...entries.values()].flatMap((entry) =>
    entry.kind === 'plain' && entry.offset >= end
      ? [{ from: entry.offset, until: loadPlain(file, entry.offset).until }]
      : [],
  )
}

function tablesOf({ text }: PdfFile, { offset, until, beside }: Section): Span[] {
  ending.lastIndex = until
  const found = ending.exec(text)
  const table = { from: offset, until: found ? until + found[0].length : until }
  return beside ? [table, { from: beside.offset, until: beside.until }] : [table]
}

function isFiller(text: string, from: number, until: number): boolean {
  filler.lastIndex = from
  const found = filler.exec(text)
  return found !== null && from + found[0].length >= until
}
