import { findAll, flatBetween, sentenceAt, sentenceSpan, type Article } from './article.ts'
import type { Read, Span } from './draft.ts'
import { depthAt, listItems, type ListFrame, type ListItem } from './list-items.ts'
import { bodyHeads, placeHeads } from './unit-names.ts'
import { fieldSpans, startsUnit } from './unit-phrases.ts'

export type MemberList = {
  readonly items: readonly ListItem[]
  readonly count: Read<number> | null
  readonly span: Span
}

const numberWords: Readonly<Record<string, number>> = {
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
}

const number = String.raw`(?<count>\d{1,2}|mười hai|mười một|mười|chín|tám|bảy|sáu|bốn|ba)(?:\s*\([\p{L} ]+\))?`
const noun = String.raw`(?:đơn vị|thành viên|cơ quan|sở|ban|ngành|trường|địa phương|tỉnh|huyện|thành phố|quận|xã|phường|thị trấn|doanh nghiệp|công ty|ngân hàng|chi nhánh|bệnh viện|tổ chức|hội|đoàn thể|phòng|tòa án|chi cục|cục|công đoàn|viện|đội|khoa|chi hội|chi đoàn|công an)`
const include = String.raw`(?:bao gồm|gồm có|gồm)`

/** Words that open a list of members; each match ends where the list begins. */
const openings: readonly RegExp[] = [
  String.raw`${include}(?:\s*(?:các|${number})\s+${noun}[^:.;()\n]{0,90}?)?\s*(?:,?\s*(?:là|gồm|bao gồm))?\s*[:;] *`,
  String.raw`${number}\s+${noun}[^:.;()\n]{0,60}?\s*(?:,\s*)?(?:${include}|là|:) *:? *`,
  String.raw`${include}\s+(?:các\s+)?(?=\p{L})`,
  String.raw`${include}\s+${number}\s+${noun} (?=\p{L})`,
  String.raw`(?:ký kết|ký giao ước)[^.:;()\n]{0,40}? (?:có|gồm)(?: đại diện| lãnh đạo| thủ trưởng)+ (?:của )?(?:các đơn vị )?(?=\p{L})`,
  String.raw`(?:các|${number})\s+${noun}[^:.;()\n]{0,70}?\s*\((?:${include}\s*:?\s*)?(?=[^)]*[,;])`,
  String.raw`(?:các|những)\s+${noun}[^:.;()\n]{0,70}?: *`,
  String.raw`(?:thành viên|đơn vị)[^:.;()\n]{0,40}?\s(?:là|có): *`,
  String.raw`\((?:${include}\s*:?\s*)(?=[^)]*[,;])`,
].map((source) => new RegExp(`(?<![\\p{L}])${source}`, 'gu'))

/** The verb of the sentence that goes on after its list of members. */
const afterList = new RegExp(
  String.raw`\s(?:(?:cùng )?(?:đã|vừa|sẽ|long trọng)|tổ chức (?:hội nghị|lễ|ký|tổng|sơ|họp|phát|triển|buổi)|tiến hành|cùng (?:ký|tham|nhau|thống)|(?:cùng )?tham (?:dự|gia)|triển khai|ký (?:kết|giao)|trong đó|thống nhất|tại (?!chỗ)|với (?:sự|tổng)|do |năm (?:\d{4}|học)|về (?:dự|tham)|quyết tâm|phấn đấu|cam kết|và (?:các (?:đồng chí|đơn vị|phòng)|đại diện|lãnh đạo))`,
  'gu',
)

function closingBracket(article: Article, start: number): number | null {
  let depth = 1
  for (let at = start; at < Math.min(article.text.length, start + 2500); at++) {
    depth += article.text.charAt(at) === '(' ? 1 : article.text.charAt(at) === ')' ? -1 : 0
    if (depth === 0) return at
  }
  return null
}

const itemLine = /^(?:[-–+•●*]|\(?\d{1,2}[.)])\s*/u

/** A list of lines: every following paragraph that begins as an item, or as a body. */
function linesEnd(article: Article, start: number): number | null {
  let end: number | null = null
  for (const paragraph of article.paragraphs.filter((each) => each.start >= start)) {
    const text = article.text.slice(paragraph.start, paragraph.end)
    const marked = itemLine.exec(text)
    const named = startsUnit(article, paragraph.start + (marked?.[0].length ?? 0))
    if (!named && marked === null) break
    if (text.length > 160) break
    end = paragraph.end
  }
  return end
}

function listInSentence(article: Article, start: number, end: number): Span {
  const fields = fieldSpans(article, [start, end])
  const inField = (at: number) => fields.some(([from, to]) => from < at && at < to)
  const verb = findAll(article, afterList, [start, end]).find(
    (found) => closesNothing(article, start, found.start) && !inField(found.start),
  )
  return [start, verb?.start ?? end]
}

function listSpan(article: Article, start: number): Span | null {
  const [from, to] = sentenceSpan(article, sentenceAt(article, start) ? start : start - 2)
  const open = depthAt(article.text, from, start) > 0
  if (!open && article.text.slice(start, to).trim() !== '')
    return listInSentence(article, start, Math.min(to, start + longestList))
  const end = open ? closingBracket(article, start) : linesEnd(article, start)
  return end === null ? null : [start, end]
}

/** A verb inside brackets belongs to an item. */
function closesNothing(article: Article, start: number, at: number): boolean {
  const part = article.text.slice(start, at)
  return part.split('(').length === part.split(')').length
}

const headWord = String.raw`(?:(?<=(?:gồm|gồm:|là|của|lãnh đạo|có|:) )(?<head>(?:${bodyHeads.join('|')})(?: [\p{L}&]+){0,4}?\s))?`
const general = new RegExp(
  String.raw`${headWord}(?:các|\d{1,2})\s+(?<noun>trường (?:thpt|thcs|tiểu học|mầm non|mẫu giáo|đại học|cao đẳng|đh|cđ)|trường|xã|phường|huyện|tỉnh|thành phố|quận|thị trấn|chi nhánh|chi cục|chi hội)(?=\s*(?::|thuộc|trong|trên|trực|gồm|bao|là|cụm|khối|$))`,
  'u',
)

/** "7 trường THPT: …" names schools, each with a capital; a place word keeps its small letter. */
function titled(noun: string): string {
  return placeHeads.includes(noun) ? noun : noun.charAt(0).toUpperCase() + noun.slice(1)
}

function prefixBefore(article: Article, opening: Span): string | null {
  const from = Math.max(sentenceSpan(article, opening[0])[0], opening[0] - 70)
  const found = general.exec(article.flat.slice(from, opening[1]))
  if (!found) return null
  const { head = '', noun = '' } = found.groups ?? {}
  const at = from + found.index
  const nounAt = at + found[0].lastIndexOf(noun)
  const word = article.text.slice(nounAt, nounAt + noun.length)
  return head === '' ? titled(word) : article.text.slice(at, at + head.length) + word
}

const statedCount = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])${number}\s+(?:cơ quan, đơn vị|sở, ban, ngành|${noun})`,
  'gu',
)

function countIn(article: Article, opening: Span): Read<number> | null {
  const from = Math.max(sentenceSpan(article, opening[0])[0], opening[0] - 90)
  const last = findAll(article, statedCount, [from, opening[1]]).at(-1)
  if (!last) return null
  const { count: word = '' } = last.match.groups ?? {}
  const value = numberWords[word] ?? Number(word)
  return value >= 2 ? { value, span: [last.start, last.start + word.length] } : null
}

/** Signs before or after a list that it is, or is not, the bloc's members. */
const evidence: readonly { readonly where: 'before' | 'sentence'; readonly sign: RegExp; readonly points: number }[] = [
  { where: 'before', sign: /khối|cụm/u, points: 2 },
  { where: 'before', sign: /(?:khối|cụm)[^.;:]{0,70}gồm[^.;:]{0,40}:?\s*$/u, points: 2 },
  { where: 'before', sign: /thành viên|đơn vị (?:trong|thuộc)|(?:trong|thuộc) (?:khối|cụm)/u, points: 2 },
  {
    where: 'before',
    sign: /nội dung|chỉ tiêu|tiêu chí|phong trào|nhiệm vụ|lĩnh vực|công tác|giải pháp|văn bản|danh hiệu/u,
    points: -2,
  },
  { where: 'before', sign: /(?:nội dung|chỉ tiêu|tiêu chí|nhiệm vụ|hoạt động|phần|giải)[^,;]{0,20}$/u, points: -5 },
  {
    where: 'before',
    sign: /(?:(?<!thi đua *[-,] *)khen|cờ|suy tôn|tặng|đạt|danh hiệu|tiêu biểu|xuất sắc)[^.]{0,60}$/u,
    points: -4,
  },
  { where: 'sentence', sign: /bằng khen|cờ thi đua|suy tôn|dẫn đầu|giấy khen/u, points: -4 },
  {
    where: 'before',
    sign: /(?:tham gia|cùng) ký[^.:]{0,60}$|(?:ký kết|giao ước)[^.:]{0,60}(?:đại diện|lãnh đạo) $/u,
    points: 2,
  },
  { where: 'before', sign: /(?:dự|tham dự)[^.]{0,30} có (?:các )?đồng chí/u, points: -2 },
]

function points(article: Article, opening: Span, list: MemberList): number {
  const sentence = sentenceSpan(article, opening[0])
  const words = { before: flatBetween(article, sentence[0], opening[1]), sentence: flatBetween(article, ...sentence) }
  const said = evidence.filter(({ where, sign }) => sign.test(words[where]))
  const units = list.items.filter(({ span }) => startsUnit(article, span[0])).length / list.items.length
  const known = list.count?.value === list.items.length ? 3 : 0
  return said.reduce((sum, rule) => sum + rule.points, 0) + units * 4 + known + Math.min(3, list.items.length / 3)
}

const sayable = /^(?:\p{Lu}|\d|(?:xã|huyện|tỉnh|thành phố|phường|quận|thị)\s)/u

function isListOfNames(article: Article, list: MemberList): boolean {
  const named = list.items.filter(
    ({ name, span }) => sayable.test(article.text.slice(span[0])) && name.length <= 120 && !name.includes(':'),
  )
  return list.items.length >= 2 && named.length === list.items.length
}

function listAt(article: Article, opening: Span): MemberList | null {
  const span = listSpan(article, opening[1])
  if (!span || span[1] - span[0] < 6) return null
  const count = countIn(article, opening)
  const before = flatBetween(
    article,
    Math.max(sentenceAt(article, opening[0])?.start ?? 0, opening[0] - 80),
    opening[1],
  )
  const frame: ListFrame = {
    span,
    prefix: prefixBefore(article, opening),
    departments: /sở/u.test(before),
    count: count?.value ?? null,
  }
  return { items: listItems(article, frame), count, span }
}

/** No article opens more lists, nor longer ones; a hostile text must not cost minutes. */
const mostOpenings = 12
const longestList = 4000

/** The list that most likely names the bloc's members. */
export function memberList(article: Article): MemberList | null {
  const lists = openings
    .flatMap((pattern) => findAll(article, pattern).slice(0, mostOpenings))
    .flatMap(({ start, end }) => {
      const list = listAt(article, [start, end])
      return list && isListOfNames(article, list) ? [{ list, points: points(article, [start, end], list) }] : []
    })
  return lists.filter((each) => each.points >= 4).toSorted((a, b) => b.points - a.points)[0]?.list ?? null
}
