import { loadPlain } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { skipSpace } from '../pdf/parse.ts'
import type { Section } from '../pdf/xref.ts'

interface Span {
  readonly from: number
  readonly until: number
}

const filler = /(?:[\0\t\n\f\r ]+|%[^\r\n]*(?=[\r\n]|$))*/y
const ending = /\s*startxref\s+\d+\s+%%EOF/y

/**
 * Whether every byte behind `end` belongs to an object or a table that the tables name, each revision behind the one
 * before. A reader that mends broken files by looking for objects finds none here that the others do not show.
 */
export function isAccounted(file: PdfFile, end: number): boolean {
  const fresh = file.sections.filter(({ offset }) => offset >= end)
  let reached: number | null = end
  for (const section of fresh.toReversed()) reached = reached === null ? null : reach(file, section, reached, end)
  return reached !== null && isFiller(file.text, reached, file.end) && !isSmuggled(file, fresh, end)
}

/** Where a revision ends that begins at `reached`; null when something lies between. */
function reach(file: PdfFile, section: Section, reached: number, end: number): number | null {
  const spans = [...objectsOf(file, section, end), ...tablesOf(file, section)]
  let until = reached
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.until - one.until)) {
    if (span.from < until && span.until <= until) continue
    if (span.from < until || !isFiller(file.text, until, span.from)) return null
    until = span.until
  }
  return until
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

const heads = /(?<!\d)\d+(?:[\0\s]|%[^\r\n]*[\r\n])+\d+(?:[\0\s]|%[^\r\n]*[\r\n])+obj/g
const trailers = /trailer(?=[\0\s]*(?:<<|%))/g

/** Whether something looks like an object, or a trailer, inside another one: who mends a file takes it for its own. */
function isSmuggled(file: PdfFile, fresh: readonly Section[], end: number): boolean {
  const { text } = file
  const behind = text.slice(end, file.end)
  const objects = fresh.flatMap((one) => [...objectsOf(file, one, end), ...tablesOf(file, one)])
  const known = new Set(objects.map(({ from }) => skipped(text, from)))
  for (const { index } of behind.matchAll(heads)) if (!known.has(end + index)) return true
  let spare = fresh.filter(({ style }) => style === 'table').length
  for (const _ of behind.matchAll(trailers)) spare -= 1
  return spare < 0
}

function skipped(text: string, at: number): number {
  const cursor = { text, at }
  skipSpace(cursor)
  return cursor.at
}
