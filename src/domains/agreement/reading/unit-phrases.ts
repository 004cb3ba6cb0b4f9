import { findAll, type Article } from './article.ts'
import type { Span } from './draft.ts'
import { bodyHeads, fields, placeHeads } from './unit-names.ts'

const byLength = (a: string, b: string) => b.length - a.length
const bodyStart = new RegExp(`^(?:${bodyHeads.toSorted(byLength).join('|')})(?![\\p{L}])`, 'u')
const placeStart = new RegExp(`^(?:${placeHeads.join('|')})[. ]\\s*`, 'u')
const anyStart = new RegExp(
  `(?<![\\p{L}&])(?:${[...bodyHeads, ...placeHeads].toSorted(byLength).join('|')})(?![\\p{L}])`,
  'gu',
)

const fieldPattern = new RegExp(
  `(?:${fields
    .filter((field) => field.includes(' '))
    .toSorted(byLength)
    .map((field) => field.replace(/ và /gu, '(?: và |&|,|-)').replace(/ /gu, '(?:[ ,&-]+)'))
    .join('|')})(?![\\p{L}])`,
  'gu',
)

/** Places of names whose own commas and "và" divide nothing. */
export function fieldSpans(article: Article, part: Span): Span[] {
  return findAll(article, fieldPattern, part).map(({ start, end }): Span => [start, end])
}

/** Does a body's name begin here? Place words need a proper name behind them. */
export function startsUnit(article: Article, at: number): boolean {
  const flat = article.flat.slice(at, at + 40)
  if (bodyStart.test(flat)) return /\p{Lu}/u.test(article.text.slice(at, at + 24))
  const place = placeStart.exec(flat)
  return place !== null && /^[\p{Lu}\d]/u.test(article.text.slice(at + place[0].length))
}

const stops = new RegExp(
  `^(?:${[
    'đã|là|làm|giữ|đảm nhiệm|đảm nhận|được|do|với|cùng|dự|tham dự|tham gia|chủ trì|phát biểu|thông qua|triển khai|ký|trong|tại|năm|có',
    'gồm|bao gồm|để|cho|nhận|bàn giao|đồng|thay mặt|báo cáo|trưởng khối|khối trưởng|cụm trưởng|trưởng cụm|phó|luân phiên|sẽ|vừa|chịu',
    'tổ chức(?! (?:cán bộ|chính|nhà|tỉnh|thành|huyện|nội|chính trị))|lựa chọn|đại diện|sang|về dự|nêu|đánh giá|công bố|trình bày',
    'cũng|theo|nhằm|khi|vào|ngày|sáng|chiều|nhất trí|thống nhất|tiếp tục|phấn đấu|cam kết|quyết tâm|đăng ký|từ|đến|qua|gắn|đơn vị',
    'tặng|trao|đề nghị|suy tôn|bầu|phân công|giao(?! (?:thông|dịch))|khen|xếp|đạt|dẫn đầu|đứng|tiếp nhận|chuyển giao|thực hiện|chuẩn bị|chủ động|điều hành',
    'khối thi đua|cụm thi đua|phụ trách|cho biết|nhấn mạnh|khẳng định|ghi nhận|mong muốn|yêu cầu|chúc mừng|lần lượt|như|cho rằng|tiến hành|trên cơ sở|giai đoạn|nhiệm kỳ|chứng kiến|(?<!một )thành viên',
  ].join('|')})(?![\\p{L}])`,
  'u',
)

/** These end a name even when written with capitals. */
const roleWords =
  /^(?:(?:đơn vị )?(?:trưởng|phó)(?: trưởng)? (?:khối|cụm)|(?:khối|cụm) (?:trưởng|phó|thi đua))(?![\p{L}])/u

/** "Từ Sơn", "Đồng Nai": a stop word with a capital is part of a proper name, but not in a shouted line. */
function stopsAt(article: Article, at: number): boolean {
  const flat = article.flat.slice(at, at + 40)
  if (roleWords.test(flat)) return true
  return stops.test(flat) && !/^\p{Lu}(?:\p{Ll}|\s)/u.test(article.text.slice(at, at + 2))
}

const unitToken =
  /^(?:(?<blank> )|(?<word>[\p{L}\p{N}]+(?:[.&/][\p{L}\p{N}]+)*\.?(?=[^\p{L}]|$))|(?<dash> ?- ?)|(?<abbreviation>\((?:viết tắt là )?[\p{Lu}][\p{Lu}\p{N}.&-]*\)))/u

function insideField(spans: readonly Span[], at: number): Span | undefined {
  return spans.find(([start, end]) => start <= at && at < end)
}

/** "và" belongs to a name unless another body, or people, follow it. */
function joins(article: Article, at: number): boolean {
  const next = at + 3
  if (startsUnit(article, next)) return false
  return !/^(?:các|những|lãnh|một|đại|ông|bà|đồng|toàn|cán|chủ|giám|phó|trưởng|bí|ký|phát|đề|nhận)(?!\p{L})/u.test(
    article.flat.slice(next, next + 8),
  )
}

type Token = readonly [kind: string, text: string]

/** The next word, hyphen, blank or letters in brackets. */
function tokenAt(article: Article, at: number): Token | undefined {
  const rest = article.text
    .slice(at, at + 40)
    .replace(/\u00a0/gu, ' ')
    .replace(/[–—‑]/gu, '-')
  return Object.entries(unitToken.exec(rest)?.groups ?? {}).find(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
}

function mayTake(article: Article, at: number, [kind, text]: Token): boolean {
  if (stopsAt(article, at)) return false
  if (kind === 'dash') return mayFollowDash(article, at + text.length, text)
  return text !== 'và' || joins(article, at)
}

function tokenLength(article: Article, at: number): number {
  const token = tokenAt(article, at)
  if (!token || !mayTake(article, at, token)) return 0
  const [kind, text] = token
  return kind === 'word' && text.endsWith('.') && text.length > 3 ? text.length - 1 : text.length
}

function tokenEnd(article: Article, at: number, spans: readonly Span[]): number {
  return insideField(spans, at)?.[1] ?? at + tokenLength(article, at)
}

function mayFollowDash(article: Article, next: number, dash: string): boolean {
  if (startsUnit(article, next) || stopsAt(article, next)) return false
  return dash === '-' || /^\p{L}/u.test(article.text.slice(next))
}

/** The whole name of the body that begins at `start`. */
function unitAt(article: Article, start: number, limit = article.text.length): Span {
  const spans = fieldSpans(article, [start, Math.min(limit, start + 160)])
  let at = start
  while (at < limit) {
    const next = tokenEnd(article, at, spans)
    if (next === at) break
    at = Math.min(next, limit)
  }
  const kept = article.text.slice(start, at).replace(/(?:[\s,–-]|(?<!\p{L})(?:và|của|các|thuộc|trên địa bàn))+$/u, '')
  return [start, start + kept.length]
}

/** Names of bodies in a part of the text, in order, none inside another. */
export function unitsIn(article: Article, part: Span): Span[] {
  const units: Span[] = []
  for (const { start } of findAll(article, anyStart, part)) {
    const last = units.at(-1)
    if (last && start < last[1]) continue
    if (!startsUnit(article, start)) continue
    units.push(unitAt(article, start, part[1]))
  }
  const legalForm = /^công ty (?:tnhh|cổ phần|cp)(?: một thành viên| mtv| một)?$/u
  return units.filter(
    ([start, end]) =>
      !legalForm.test(article.flat.slice(start, end)) &&
      (/\s/u.test(article.text.slice(start, end).trim()) || end - start > 3),
  )
}
