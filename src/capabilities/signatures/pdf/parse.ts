import { isKind, name, ref } from './value.ts'
import type { PdfDict, PdfValue } from './value.ts'

/** The file breaks the grammar. Reading is strict: what viewers might read in two ways is not read at all. */
export class PdfSyntaxError extends Error {}

/** `text` is the file as latin1, so that an index is a byte's place. */
export interface Cursor {
  readonly text: string
  at: number
}

const deepest = 64
const largestInteger = 2 ** 31 - 1
const numberAhead = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const refAhead = /(\d{1,10})[\0\t\n\f\r ]{1,8}(\d{1,5})[\0\t\n\f\r ]{1,8}R(?![A-Za-z0-9])/y
const nameAhead = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const hexAhead = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y
const wordAhead = /[a-z]+/y
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

export function match(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found) cursor.at += found[0].length
  return found
}

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9 || code === 0 || code === 12

export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code === 37) skipComment(cursor)
    else if (isSpace(code)) cursor.at += 1
    else return
  }
}

function skipComment(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && !/[\r\n]/.test(cursor.text.charAt(cursor.at))) cursor.at += 1
}

export function expectWord(cursor: Cursor, word: string): void {
  skipSpace(cursor)
  if (!cursor.text.startsWith(word, cursor.at)) throw new PdfSyntaxError(`${word} expected at ${cursor.at}`)
  cursor.at += word.length
  demandBoundary(cursor)
}

const glued = /[^\0\t\n\f\r ()<>[\]{}/%]/y

/** `0-1` is two numbers to one viewer, one to another, and none to a third. */
function demandBoundary({ text, at }: Cursor): void {
  glued.lastIndex = at
  if (glued.test(text)) throw new PdfSyntaxError(`words run together at ${at}`)
}

export function readInteger(cursor: Cursor): number {
  skipSpace(cursor)
  const found = match(cursor, /\d{1,15}/y)
  if (!found) throw new PdfSyntaxError(`number expected at ${cursor.at}`)
  demandBoundary(cursor)
  return Number(found[0])
}

const openers: Readonly<Record<string, (cursor: Cursor, depth: number) => PdfValue>> = {
  '/': readName,
  '(': readLiteral,
  '[': readArray,
  '<': (cursor, depth) => (cursor.text.charAt(cursor.at + 1) === '<' ? readDict(cursor, depth) : readHex(cursor)),
}

export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > deepest) throw new PdfSyntaxError('nested too deep')
  skipSpace(cursor)
  const opener = openers[cursor.text.charAt(cursor.at)]
  return opener ? opener(cursor, depth) : readPlain(cursor)
}

function readPlain(cursor: Cursor): PdfValue {
  return readRef(cursor) ?? readNumber(cursor) ?? readKeyword(cursor)
}

function readName(cursor: Cursor): PdfValue {
  const found = match(cursor, nameAhead)?.[1] ?? ''
  return name(found.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))
}

function readHex(cursor: Cursor): PdfValue {
  const start = cursor.at
  const found = match(cursor, hexAhead)
  if (!found) throw new PdfSyntaxError(`hex string broken at ${cursor.at}`)
  const digits = (found[1] ?? '').replace(/[\0\t\n\f\r ]/g, '')
  const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
  return { kind: 'string', bytes, at: { start, end: cursor.at } }
}

const plainRun = /[^\\()]{1,65536}/y
const longestLiteral = 1024 * 1024

function readLiteral(cursor: Cursor): PdfValue {
  const start = cursor.at
  const parts: string[] = []
  let open = 0
  do {
    const { text, step } = readLiteralPart(cursor)
    if (text === '' && step === 0 && cursor.at > cursor.text.length) throw new PdfSyntaxError('string never closed')
    if (cursor.at - start > longestLiteral) throw new PdfSyntaxError('string too long')
    parts.push(text)
    open += step
  } while (open > 0)
  const inside = parts.slice(1, -1).join('')
  return { kind: 'string', bytes: Buffer.from(inside, 'latin1'), at: { start, end: cursor.at } }
}

const parentheses: Readonly<Record<string, number>> = { '(': 1, ')': -1 }

function readLiteralPart(cursor: Cursor): { text: string; step: number } {
  const run = match(cursor, plainRun)
  if (run) return { text: run[0], step: 0 }
  const char = cursor.text.charAt(cursor.at)
  cursor.at += 1
  return char === '\\' ? { text: readEscape(cursor), step: 0 } : { text: char, step: parentheses[char] ?? 0 }
}

function readEscape(cursor: Cursor): string {
  const octal = match(cursor, /[0-7]{1,3}/y)
  if (octal) return String.fromCharCode(parseInt(octal[0], 8) & 0xff)
  if (match(cursor, /\r\n|\r|\n/y)) return ''
  const char = cursor.text.charAt(cursor.at)
  cursor.at += 1
  return escapes[char] ?? char
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const items: PdfValue[] = []
  cursor.at += 1
  for (;;) {
    skipSpace(cursor)
    if (cursor.text.charAt(cursor.at) === ']') break
    items.push(readValue(cursor, depth + 1))
  }
  cursor.at += 1
  return items
}

function readDict(cursor: Cursor, depth: number): PdfDict {
  const entries = new Map<string, PdfValue>()
  cursor.at += 2
  for (;;) {
    skipSpace(cursor)
    if (cursor.text.startsWith('>>', cursor.at)) break
    const key = readValue(cursor, depth + 1)
    if (!isKind(key, 'name')) throw new PdfSyntaxError(`key expected at ${cursor.at}`)
    // One viewer takes the first of two equal keys, another the last.
    if (entries.has(key.value)) throw new PdfSyntaxError(`key ${key.value} twice`)
    entries.set(key.value, readValue(cursor, depth + 1))
  }
  cursor.at += 2
  return entries
}

function readRef(cursor: Cursor): PdfValue | undefined {
  const found = match(cursor, refAhead)
  return found ? ref(Number(found[1]), Number(found[2])) : undefined
}

function readNumber(cursor: Cursor): PdfValue | undefined {
  const found = match(cursor, numberAhead)
  if (!found) return undefined
  demandBoundary(cursor)
  const value = Number(found[0])
  const isPlain = found[0].includes('.') ? !Number.isInteger(value) : Math.abs(value) <= largestInteger
  return isPlain ? value : { kind: 'real', value }
}

function readKeyword(cursor: Cursor): PdfValue {
  const word = match(cursor, wordAhead)?.[0] ?? ''
  const value = words[word]
  if (value === undefined) throw new PdfSyntaxError(`nothing readable at ${cursor.at}`)
  demandBoundary(cursor)
  return value
}
