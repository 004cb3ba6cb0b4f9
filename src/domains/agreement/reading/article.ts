import type { Read, Span } from './draft.ts'
import { flatten } from './flatten.ts'
import { quotesBetween, type Quote } from './quotes.ts'

/** A run of words that ends as a sentence does, or a line of its own (headline, caption, list item). */
export type Sentence = {
  readonly start: number
  readonly end: number
  readonly paragraph: number
  /** A line that does not end as prose ends: headline, caption, by-line. */
  readonly loose: boolean
}

export type Paragraph = { readonly start: number; readonly end: number; readonly loose: boolean }

export type Article = {
  /** NFC. */
  readonly text: string
  /** As long as `text`; see `flatten`. */
  readonly flat: string
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly quotes: readonly Quote[]
}

type Line = { start: number; end: number; blankBefore: boolean }

const bullet = /^\s*(?:[•●▪◦*+·-]|\d{1,2}[.)]|[a-zđ][.)])\s/u
const endsProse = /[.!?:;…]["”»)]*\s*$|\.\/\.\s*\S{0,4}/u
/** Shortenings whose full stop ends no sentence. */
const shortening = /(?:^|[\s(])(?:TP|Tp|PGS|GS|TS|ThS|CN|BS|KS|Th|NSƯT|Đ\/c|T|Tr|Q|P|TX|TT|St|No|[A-ZĐ])\.$/u

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let blankBefore = true
  for (const found of text.matchAll(/[^\n\r\u2028]+/gu)) {
    const skipped = text.slice(lines.at(-1)?.end ?? 0, found.index)
    const breaks = skipped.replace(/\r\n?/gu, '\n').split(/[\n\u2028]/u).length - 1
    const start = found.index + found[0].length - found[0].trimStart().length
    const end = found.index + found[0].trimEnd().length
    if (end <= start) continue
    if (breaks > 1 || lines.length === 0) blankBefore = true
    lines.push({ start, end, blankBefore })
    blankBefore = false
  }
  return lines
}

/** A text cut into short lines by a PDF or a mail: its lines are of one length and most end in mid-sentence. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const lengths = lines.map((line) => line.end - line.start).sort((a, b) => a - b)
  const longest = lengths.at(-1) ?? 0
  const open = lines.filter((line) => !endsProse.test(text.slice(line.start, line.end)))
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  const wrapped = lines.length >= 6 && longest <= 140 && median >= longest * 0.6 && open.length > lines.length * 0.4
  return wrapped ? longest : null
}

function continues(text: string, previous: Line, next: Line, width: number | null): boolean {
  if (next.blankBefore || bullet.test(text.slice(next.start, next.end))) return false
  const before = text.slice(previous.start, previous.end)
  if (endsProse.test(before) || /^https?:/u.test(before)) return false
  if (width !== null) return previous.end - previous.start >= width * 0.75
  return /^\p{Ll}/u.test(text.slice(next.start, next.end))
}

function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text)
  const width = wrapWidth(text, lines)
  const merged: Line[] = []
  let last: Line | undefined
  for (const line of lines) {
    const whole = merged.at(-1)
    if (last && whole && continues(text, last, line, width)) whole.end = line.end
    else merged.push({ ...line })
    last = line
  }
  return merged.map(({ start, end }) => ({
    start,
    end,
    loose: end - start < 240 && !endsProse.test(text.slice(start, end)),
  }))
}

function endsSentence(text: string, at: number, unclosed: readonly Quote[]): boolean {
  if (/(?:^|[\n\r]|[:;,.]\s)\s*\d{1,2}$/u.test(text.slice(Math.max(0, at - 5), at))) return false
  if (shortening.test(text.slice(Math.max(0, at - 8), at + 1))) return false
  const ellipsis = text.charAt(at) === '…' || text.slice(at - 2, at + 1) === '...'
  return !(ellipsis && unclosed.some((quote) => Math.abs(quote.span[1] - at) <= 3))
}

function sentencesOf(text: string, paragraph: Paragraph, index: number, quotes: readonly Quote[]): Sentence[] {
  const sentences: Sentence[] = []
  const body = text.slice(paragraph.start, paragraph.end)
  const unclosed = quotes.filter((quote) => !quote.closed)
  const push = (start: number, end: number) => {
    const lead = /^\s*/u.exec(text.slice(start, end))?.[0].length ?? 0
    if (start + lead < end) sentences.push({ start: start + lead, end, paragraph: index, loose: paragraph.loose })
  }
  let from = paragraph.start
  for (const found of body.matchAll(/[.!?…](?:\/\.)?["”»)]*(?=\s+["“«(]?(?:\p{Lu}|\d|[-•+])|\s{3,}|\p{Lu}\p{Ll})/gu)) {
    const at = paragraph.start + found.index
    if (!endsSentence(text, at, unclosed)) continue
    push(from, at + found[0].length)
    from = at + found[0].length
  }
  push(from, paragraph.end)
  return sentences
}

export function openArticle(raw: string): Article {
  const text = raw.normalize('NFC')
  const paragraphs = paragraphsOf(text)
  const quotes = paragraphs.map(({ start, end }) => quotesBetween(text, start, end))
  return {
    text,
    flat: flatten(text),
    paragraphs,
    sentences: paragraphs.flatMap((paragraph, index) => sentencesOf(text, paragraph, index, quotes[index] ?? [])),
    quotes: quotes.flat(),
  }
}

/** What the article says between two offsets, white space drawn together. */
export function readSpan(article: Article, span: Span): Read<string> {
  return { value: article.text.slice(span[0], span[1]).replace(/\s+/gu, ' ').trim(), span }
}

export function sentenceAt({ sentences }: Article, at: number): Sentence | undefined {
  let [low, high] = [0, sentences.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (!sentence || (sentence.start <= at && at < sentence.end)) return sentence
    if (at < sentence.start) high = middle - 1
    else low = middle + 1
  }
  return undefined
}

/** The bounds of the sentence around an offset; nothing when it lies between sentences. */
export function sentenceSpan(article: Article, at: number): Span {
  const sentence = sentenceAt(article, at)
  return sentence ? [sentence.start, sentence.end] : [at, at]
}

export function flatBetween(article: Article, from: number, to: number): string {
  return article.flat.slice(Math.max(0, from), Math.max(0, to))
}

/** Every match in the flat text, or in a part of it, with its place in the article. */
export function findAll(article: Article, pattern: RegExp, part: Span = [0, article.flat.length]) {
  return [...article.flat.slice(part[0], part[1]).matchAll(pattern)].map((match) => ({
    match,
    start: part[0] + match.index,
    end: part[0] + match.index + match[0].length,
  }))
}
