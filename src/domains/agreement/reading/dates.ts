import { findAll, type Article } from './article.ts'
import type { Span } from './draft.ts'

/** A day as the text writes it; the year may have to come from the context. */
export type FoundDate = {
  readonly span: Span
  readonly day: number
  readonly month: number
  readonly year: number | null
  /** With "sáng", "chiều", "ngày" before it: a day on which something happened. */
  readonly led: boolean
  /** "20 và 21 tháng 2": one of several days. */
  readonly several: boolean
}

const lead = String.raw`(?<lead>(?:(?:sáng|chiều|tối|trưa|hôm nay|hôm)[, ]*)?(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)[, ]*)?(?:ngày\s*)?)\(?`
const forms = [
  String.raw`${lead}(?<!\d)(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})\s?[/.-]\s?(?<year>\d{4})(?!\d)`,
  String.raw`${lead}(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:\s*[,/-]?\s*(?:năm\s+)?(?<year>\d{4}))?(?!\d)`,
  String.raw`(?<lead>)(?<![\d/.-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)`,
  String.raw`${lead}(?<=(?:sáng|chiều|tối|trưa|nay|hôm|ngày|nhật|thứ \p{L}{2,4})[, ]*\(?)(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})(?!\s?[/.-]?\d)`,
].map((source) => new RegExp(source, 'gu'))

function isDay(day: number, month: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate()
}

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

const dayBefore = /(?:ngày|sáng|chiều)\s*\d{1,2}(?:[/.-]\d{1,2})?\s*(?:,|và|-)\s*(?:ngày\s*)?$/u

function dateOf(article: Article, groups: Record<string, string | undefined>, span: Span): FoundDate | null {
  const day = Number(groups['day'])
  const month = Number(groups['month'])
  const year = groups['year'] === undefined ? null : Number(groups['year'])
  const led = (groups['lead'] ?? '').trim() !== ''
  const several = dayBefore.test(article.flat.slice(Math.max(0, span[0] - 30), span[0]))
  if (isDay(day, month)) return { span, day, month, year, led, several }
  // Some systems print the month first.
  return year !== null && isDay(month, day) ? { span, day: month, month: day, year, led, several } : null
}

/** Every day in the text, in its order. */
export function datesIn(article: Article): FoundDate[] {
  const found: FoundDate[] = []
  for (const form of forms) {
    for (const { match, start, end } of findAll(article, form)) {
      const date = dateOf(article, match.groups ?? {}, [start, end])
      if (date && !found.some((other) => overlaps(other.span, date.span))) found.push(date)
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0])
}

const ofDocument = /(?:số|sô)?\s*\d+[^\s,;]*[-/]\p{L}[^\s,;]*[\s,(]*$/u
const ofMemory = /(?:kỷ niệm|thành lập|truyền thống|giải phóng|tái lập|ngày sinh|ngày mất)[^.;:]{0,60}$/u
const ofSpan = /^\s*-\s*\d{1,2}\s*[/.-]/u

/** The date of a decree or of an anniversary tells nothing about the meeting. */
export function isElsewhere(article: Article, date: FoundDate): boolean {
  const before = article.flat.slice(Math.max(0, date.span[0] - 80), date.span[0])
  const after = article.flat.slice(date.span[1], date.span[1] + 12)
  return (
    ofDocument.test(before) ||
    ofMemory.test(before) ||
    ofSpan.test(after) ||
    /\d[/.]\d{1,2}(?:[/.]\d{4})?\s*-\s*$/u.test(before)
  )
}

export function isoDate(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
