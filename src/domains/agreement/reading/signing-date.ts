import { sentenceAt, type Article } from './article.ts'
import { isElsewhere, isoDate, type FoundDate } from './dates.ts'
import type { Read } from './draft.ts'
import { lenient } from './flatten.ts'

const dateLineRest = /gmt|cập nhật|đăng|lúc|thứ|chủ nhật|ngày|hai|ba|tư|năm|sáu|bảy|lượt xem|views?|am|pm/gu

/** A date that stands alone on its line, or at the end of a headline: when the text was put out. */
function isDateline(article: Article, date: FoundDate): boolean {
  const paragraph = article.paragraphs.find(({ start, end }) => start <= date.span[0] && date.span[1] <= end)
  if (!paragraph || date.year === null) return false
  const before = article.flat.slice(paragraph.start, date.span[0])
  const after = article.flat.slice(date.span[1], paragraph.end)
  const words = (part: string) => part.replace(dateLineRest, '').replace(/[^\p{L}]+/gu, '').length
  if (words(before) + words(after) <= 12) return true
  return paragraph.loose && words(after) <= 3 && !date.led && lenient('thi đua|giao ước', 'u').test(before)
}

/** The last dateline before the prose; a page head with a time zone is only the moment of copying. */
export function publishedDate(article: Article, dates: readonly FoundDate[]): Read<string> | null {
  const lines = dates.filter((date) => isDateline(article, date))
  const zoned = (date: FoundDate) => /^[^\n]{0,20}gmt/u.test(article.flat.slice(date.span[1], date.span[1] + 24))
  const date = lines.findLast((line) => !zoned(line)) ?? lines.at(-1)
  if (!date || date.year === null) return null
  return { value: isoDate(date.year, date.month, date.day), span: date.span }
}

const points: readonly { readonly sign: RegExp; readonly points: number }[] = [
  { sign: lenient('ký kết|ký|giao ước', 'u'), points: 3 },
  { sign: lenient('(?:khối|cụm)[^.]{0,20}thi đua', 'u'), points: 2 },
  { sign: lenient('hội nghị|buổi lễ|lễ|cuộc họp|tổ chức|diễn ra', 'u'), points: 2 },
  { sign: lenient('sẽ|dự kiến|ban hành|quyết định số', 'u'), points: -4 },
]

function scoreOf(article: Article, date: FoundDate): number {
  const sentence = sentenceAt(article, date.span[0])
  if (!sentence) return 0
  const words = article.flat.slice(sentence.start, sentence.end)
  const opening = date.span[0] - sentence.start < 40 ? 1 : 0
  const said = points.filter(({ sign }) => sign.test(words)).reduce((sum, rule) => sum + rule.points, 0)
  return said + opening + (date.led ? 2 : 0) + (sentence.loose ? 0 : 1)
}

/** The day of the meeting, its year still open when the text gives none. */
export function meetingDay(article: Article, dates: readonly FoundDate[], published: Read<string> | null) {
  const days = dates
    .filter((date) => !isElsewhere(article, date) && !isDateline(article, date) && date.span[0] !== published?.span[0])
    .map((date) => ({ date, score: scoreOf(article, date) }))
    .filter(({ score }) => score >= 5)
  return days.toSorted((a, b) => b.score - a.score)[0]?.date ?? null
}

/** The latest such day not after publication; else by the agreement's year, November and December being the year before. */
export function yearFromContext(
  { month, day }: FoundDate,
  published: Read<string> | null,
  agreement: Read<string> | null,
): number | null {
  if (published !== null) {
    const year = Number(published.value.slice(0, 4))
    return isoDate(year, month, day) <= published.value ? year : year - 1
  }
  if (agreement === null) return null
  const first = Number(agreement.value.slice(0, 4))
  if (agreement.value.length > 4) return month >= 6 ? first : first + 1
  return month >= 11 ? first - 1 : first
}
