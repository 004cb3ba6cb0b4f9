import type { MissingGlyph } from './render-error.ts'

const reported = /the text `\\?"(.+?)\\?"` could not be displayed|disallowed codepoint `\\?"(.+?)\\?"`/gu

/** The characters that Typst's diagnostics say the font lacks, each with its first place in the input. */
export function missingGlyphs(diagnostics: string, input: unknown): MissingGlyph[] {
  const found = [...diagnostics.matchAll(reported)].map((match) => unescape(match[1] ?? match[2] ?? ''))
  return [...new Set(found)].map((character) => missing(character, locate(character, input, '')))
}

/** Text broken by a wrong decoding shows as U+FFFD: the font has a sign for it, but no paper should. */
export function brokenText(input: unknown): MissingGlyph[] {
  const place = locate('\uFFFD', input, '')
  return place === undefined ? [] : [missing('\uFFFD', place)]
}

function missing(character: string, place: Place = { path: '', excerpt: '' }): MissingGlyph {
  return { character, codePoint: codePoints(character), ...place }
}

function unescape(text: string): string {
  return text.replaceAll(/\\u\{([0-9a-f]+)\}/gu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

function codePoints(text: string): string {
  return Array.from(text, (one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}

type Place = { path: string; excerpt: string }

function locate(character: string, node: unknown, path: string): Place | undefined {
  if (typeof node === 'string') return excerpt(character, node, path)
  if (typeof node !== 'object' || node === null) return undefined
  for (const [key, value] of Object.entries(node)) {
    const place = locate(character, value, joinPath(path, key, Array.isArray(node)))
    if (place !== undefined) return place
  }
  return undefined
}

function excerpt(character: string, text: string, path: string): Place | undefined {
  const at = text.indexOf(character)
  if (at < 0) return undefined
  return { path, excerpt: text.slice(Math.max(0, at - 20), at + character.length + 20) }
}

function joinPath(path: string, key: string, inArray: boolean): string {
  if (inArray) return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}
