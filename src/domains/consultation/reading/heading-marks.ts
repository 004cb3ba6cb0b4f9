import type { ProvisionKind } from './provision.ts'

export interface Mark {
  kind: ProvisionKind
  number: string
  title: string
}

const roman = '[IVXLC]{1,7}'
const rest = String.raw`\s*[.:–-]?\s*(?<title>.*)$`

const marks: readonly { kind: ProvisionKind; pattern: RegExp }[] = [
  {
    kind: 'part',
    pattern: new RegExp(
      String.raw`^phần\s+(?:thứ\s+)?(?<number>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|${roman}|\d{1,2})(?![\p{L}\d])${rest}`,
      'iu',
    ),
  },
  { kind: 'chapter', pattern: new RegExp(String.raw`^chương\s+(?<number>${roman}|\d{1,3})(?![\p{L}\d])${rest}`, 'iu') },
  {
    kind: 'section',
    pattern: new RegExp(String.raw`^(?:tiểu\s+)?mục\s+(?<number>\d{1,3}|${roman}|[A-ZĐ])(?=[.:\s]|$)${rest}`, 'iu'),
  },
  // "Điều 5 của Luật này" at the beginning of a line only names an article: a heading ends its number with a sign.
  { kind: 'article', pattern: /^điều\s+(?<number>\d{1,4}[a-zđ]?)\s*(?:[.:]\s*(?<title>.*)|$)/iu },
  {
    kind: 'appendix',
    pattern: new RegExp(String.raw`^PHỤ\s+LỤC(?:\s+(?:SỐ\s+)?(?<number>${roman}|\d{1,3}))?(?=[.:\s]|$)${rest}`, 'u'),
  },
]

const itemMark = new RegExp(String.raw`^(?<number>${roman})[.)]\s+(?<title>\S.*)$`, 'u')

function markOf(line: string, { kind, pattern }: (typeof marks)[number]): Mark | undefined {
  const groups = pattern.exec(line)?.groups
  if (groups === undefined) return undefined
  return { kind, number: groups['number'] ?? '', title: (groups['title'] ?? '').trim() }
}

/** What a line of a law begins: a part, a chapter, a section, an article, an appendix; or nothing. */
export function headingOf(line: string): Mark | undefined {
  for (const mark of marks) {
    const found = markOf(line, mark)
    if (found !== undefined) return found
  }
  return undefined
}

/** "II. Nhiệm vụ": how plans and programmes, which have no articles, are divided. */
export const itemOf = (line: string) => markOf(line, { kind: 'item', pattern: itemMark })

/** "1. …" begins a clause (khoản), "a) …" a point (điểm). */
export const clauseMark = /^(?<number>\d{1,3})[.)]\s+\S/u
export const pointMark = /^(?<number>[a-zđ])\)\s+\S/u
