import { findAll, sentenceSpan, type Article } from './article.ts'
import { expandKey } from './abbreviations.ts'
import type { Span } from './draft.ts'
import { keyOf } from './flatten.ts'
import type { ListItem } from './list-items.ts'
import { unitsIn } from './unit-phrases.ts'

export type NamedUnit = { readonly name: string; readonly span: Span }

/** Knows a unit again by its short name, its letters in brackets, or its place in the list. */
export type Units = {
  readonly items: readonly ListItem[]
  /** "HUB" → "Đại học Ngân hàng TP.HCM (HUB)". */
  readonly letters: ReadonlyMap<string, NamedUnit>
}

const inBrackets = /\((?:(?:gọi|viết) tắt(?: là)?:? )?(\p{Lu}[\p{Lu}\d]+)\)/gu
const lettersWord = /(?<![\p{L}\p{N}&.-])\p{Lu}[\p{Lu}\d]{1,11}(?![\p{L}\p{N}&])/gu

/** "Công ty A (ABC)" anywhere in the text. */
function definedLetters(article: Article): Map<string, NamedUnit> {
  const letters = new Map<string, NamedUnit>()
  for (const found of article.text.matchAll(inBrackets)) {
    const [, short = ''] = found
    const end = found.index + found[0].length
    const start = unitsIn(article, [Math.max(sentenceSpan(article, found.index)[0], found.index - 120), end]).findLast(
      (unit) => unit[1] >= end - 1,
    )?.[0]
    if (start === undefined || letters.has(short)) continue
    const span: Span = [start, end]
    letters.set(short, { name: article.text.slice(...span).replace(/\s+/gu, ' '), span })
  }
  return letters
}

export function knownUnits(article: Article, items: readonly ListItem[]): Units {
  return { items, letters: definedLetters(article) }
}

export function sameUnit(a: string, b: string): boolean {
  const short = (name: string) =>
    expandKey(keyOf(name.replace(/\([^)]*\)/gu, ''))).replace(/ (?:tỉnh|thành phố|huyện)$/u, '')
  return short(a) === short(b)
}

/** Cuts a person's name off the end of "Giám đốc BIDV chi nhánh Đồng Nai Nguyễn Đức Toàn". */
function asListed(name: string, { items }: Units): string {
  const key = expandKey(keyOf(name))
  const listed = items.find((item) => key.startsWith(`${expandKey(keyOf(item.name))} `) && !sameUnit(item.name, name))
  const rest = listed ? name.slice(listed.name.length).trim() : ''
  return listed && /^(?:\p{Lu}\p{Ll}*\s*){2,5}$/u.test(rest) ? listed.name : name
}

function named(article: Article, span: Span, units: Units): NamedUnit {
  const text = article.text
    .slice(...span)
    .replace(/\s+/gu, ' ')
    .trim()
  const letters = units.letters.get(text) ?? [...units.letters.values()].find((unit) => sameUnit(unit.name, text))
  return { name: letters?.name ?? asListed(text, units), span }
}

function listedIn(article: Article, part: Span, units: Units): Span[] {
  return units.items.flatMap(({ name }) => {
    const at = article.text.indexOf(name, part[0])
    return at >= 0 && at + name.length <= part[1] ? [[at, at + name.length] as Span] : []
  })
}

/** In a line all of capitals a word of capitals is no abbreviation. */
export function isShouted(article: Article, part: Span): boolean {
  return !/\p{Ll}/u.test(article.text.slice(...part))
}

/** Every unit named in a part of the text, by its name, its letters or as the list has it. */
export function unitsNamed(article: Article, part: Span, units: Units): NamedUnit[] {
  const phrases = unitsIn(article, part)
  const outside = (span: Span) => !phrases.some(([start, end]) => start <= span[0] && span[0] < end)
  const letters = [...(isShouted(article, part) ? '' : article.text.slice(...part)).matchAll(lettersWord)]
    .map((found): Span => [part[0] + found.index, part[0] + found.index + found[0].length])
    .filter(outside)
  const listed = listedIn(article, part, units).filter(outside)
  return [...phrases, ...letters, ...listed].toSorted((a, b) => a[0] - b[0]).map((span) => named(article, span, units))
}

function introduced(article: Article, end: number, units: Units): NamedUnit | null {
  if (!/^[\s,–-]/u.test(article.text.slice(end))) return null
  const limit = Math.min(sentenceSpan(article, end)[1], end + 160)
  const next = article.flat.slice(end, limit).search(/;|\.\s|(?<!\p{L})(?:ông|bà|đồng chí) /u)
  return unitsNamed(article, [end, next < 0 ? limit : end + next], units)[0] ?? null
}

/** The body that a person stands for, said where the text introduces the person. */
export function bodyOfPerson(article: Article, person: string, units: Units): NamedUnit | null {
  const pattern = new RegExp(person.toLowerCase().replace(/[^\p{L} ]/gu, '.'), 'gu')
  const bodies = findAll(article, pattern).map(({ end }) => introduced(article, end, units))
  return bodies.find((body) => body !== null) ?? null
}
