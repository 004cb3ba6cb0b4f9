import type { Article, Paragraph, Sentence } from './article.ts'
import type { Span } from './draft.ts'
import { lenient } from './flatten.ts'
import { inlineMark, leaders, markKind } from './item-marks.ts'
import { depthAt } from './list-items.ts'
import { startsUnit } from './unit-phrases.ts'

/** The contents of an agreement, item by item, and where the list ends. */
export type AgreedList = { readonly items: readonly Span[]; readonly end: number }

const contents = [
  '(?:nội dung|nhiệm vụ|chỉ tiêu|mục tiêu|tiêu chí|trọng tâm|cam kết|giao ước|tập trung|theo đó|việc)[^.:;“”"]{0,90}',
  'thống nhất|nhất trí|quyết tâm|phấn đấu|hứa|thi đua|cụ thể(?: là)?|như sau|sau đây',
].join('|')
const opensWithColon = lenient(String.raw`(?:${contents})\s*:`, 'u')
/** Without a colon the words themselves must say that a list follows. */
const announces = lenient(
  String.raw`(?:(?:nội dung|nhiệm vụ|chỉ tiêu|mục tiêu)[^.:;]{0,60} (?:sau|sau đây|dưới đây)|như sau|(?:gồm|với|có) \d{1,2} (?:nội dung|nhiệm vụ|chỉ tiêu|mục tiêu)[^.:;]{0,40})\s*[.…]*\s*$`,
  'u',
)
const aboutAgreement = lenient(
  'giao ước|cam kết|thi đua|nội dung chính|tập trung|chủ yếu|thống nhất|nhất trí|phương hướng|trọng tâm|quyết tâm|phấn đấu|hứa',
  'u',
)
/** Talk and business of the meeting: a list after these is promised by nobody, unless a promise comes between. */
const otherBusiness = lenient(
  [
    '(?:phát biểu|yêu cầu|đề nghị|cho biết|chia sẻ|mong muốn|lưu ý)(?!.*(?:cam kết|hứa))',
    '(?:thông qua|thảo luận|báo cáo|trao đổi|bàn|đánh giá|công bố|bình xét|chấm điểm|xếp loại)(?!.*(?:giao ước|cam kết|phấn đấu|quyết tâm|thống nhất))',
    '(?:kết quả|giải thưởng|danh hiệu|thành phần|thành tích)[^:]{0,60}:?\\s*$',
  ].join('|'),
  'u',
)
/** Papers, acts of the meeting, people and titles: items of another list than an agreement's. */
const agendaItem =
  /^(?:["“«]|(?:báo cáo|quy chế|dự thảo|bản|bảng|biên bản|công bố|trao|bầu|ký|tham luận|văn nghệ|khai mạc|bế mạc|thông qua|thảo luận|ông|bà|đồng chí|đ\/c|kế hoạch|chương trình)(?!\p{L}))/u

function isClause(article: Article, [start, end]: Span): boolean {
  const words = article.flat.slice(start, end)
  return !startsUnit(article, start) && !agendaItem.test(words) && words.includes(' ')
}

function withoutMarks(article: Article, [start, end]: Span): Span {
  const text = article.text.slice(start, end)
  const lead = leaders.exec(text)?.[0].length ?? 0
  return [start + lead, start + Math.max(lead, text.replace(/(?:[\s;,.…/]|(?<!\p{L})và)+$/u, '').length)]
}

/** No agreement promises more. */
export const mostItems = 60

function listOf(article: Article, parts: readonly Span[], end: number): AgreedList | null {
  if (parts.length > mostItems) return null
  const items = parts.map((part) => withoutMarks(article, part)).filter((span) => span[1] > span[0])
  const clauses = items.filter((span) => isClause(article, span))
  const first = items[0]
  if (items.length < 2 || !first || !isClause(article, first) || clauses.length < items.length) return null
  return { items: clauses, end }
}

function paragraphText(article: Article, { start, end }: Paragraph): string {
  return article.text.slice(start, end)
}

/** Marked lines, each with the lines of another mark that stand under it. */
function markedLines(article: Article, following: readonly Paragraph[]): Span[] {
  const kind = following[0] ? markKind(paragraphText(article, following[0])) : -1
  const items: [number, number][] = []
  for (const paragraph of following) {
    const own = markKind(paragraphText(article, paragraph))
    if (own < 0) break
    const last = items.at(-1)
    if (own === kind || !last) items.push([paragraph.start, paragraph.end])
    else last[1] = paragraph.end
  }
  return items
}

/** Lines without marks, of which all but the last end with a semicolon. */
function semicolonLines(article: Article, following: readonly Paragraph[]): Span[] {
  const last = following.findIndex((paragraph) => !/;\s*$/u.test(paragraphText(article, paragraph)))
  return last < 1 ? [] : following.slice(0, last + 1).map(({ start, end }): Span => [start, end])
}

function listBelow(article: Article, sentence: Sentence, colon: boolean): AgreedList | null {
  const following = article.paragraphs.slice(sentence.paragraph + 1, sentence.paragraph + 2 + mostItems * 2)
  const first = following[0]
  if (!first) return null
  const marked = markKind(paragraphText(article, first)) >= 0
  const lines = marked ? markedLines(article, following) : colon ? semicolonLines(article, following) : []
  return listOf(article, lines, lines.at(-1)?.[1] ?? sentence.end)
}

/** An item that begins in a sentence of its own goes on with a list whose items are marked. */
function inlineEnd(article: Article, from: Sentence, start: number): number {
  if (markKind(article.text.slice(start, from.end).trimStart()) < 0) return from.end
  const rest = article.sentences.slice(article.sentences.indexOf(from) + 1)
  const next = rest.findIndex(
    ({ paragraph, start: at, end }) => paragraph !== from.paragraph || markKind(article.text.slice(at, end)) < 0,
  )
  return rest[(next < 0 ? rest.length : next) - 1]?.end ?? from.end
}

function isFree(article: Article, from: number, at: number): boolean {
  return depthAt(article.text, from, at) <= 0 && !article.quotes.some(({ outer }) => outer[0] < at && at < outer[1])
}

function listInline(article: Article, sentence: Sentence, start: number): AgreedList | null {
  const end = inlineEnd(article, sentence, start)
  const text = article.text.slice(start, end)
  const marked = markKind(text.trimStart()) >= 0
  const found = [...text.matchAll(marked ? inlineMark : /;/gu)].map(({ index }) => start + index)
  if (found.length > mostItems) return null
  const cuts = [start, ...found.filter((at) => at > start + 1 && isFree(article, start, at))]
  const parts = cuts.map((at, index): Span => [text.charAt(at - start) === ';' ? at + 1 : at, cuts[index + 1] ?? end])
  return listOf(article, parts, end)
}

/** The list that an introduction of the agreement's contents opens, whatever word each item begins with. */
export function agreedList(article: Article, sentence: Sentence): AgreedList | null {
  const words = article.flat.slice(sentence.start, sentence.end)
  const opened = opensWithColon.exec(words)
  const announced = opened ?? announces.exec(words)
  if (!announced) return null
  const before = words.slice(0, announced.index + announced[0].length)
  if (!aboutAgreement.test(before) || otherBusiness.test(before)) return null
  const start = sentence.start + before.length
  const blank = article.text.slice(start, sentence.end).trim() === ''
  if (blank) return listBelow(article, sentence, opened !== null)
  return sentence.loose ? null : listInline(article, sentence, start)
}
