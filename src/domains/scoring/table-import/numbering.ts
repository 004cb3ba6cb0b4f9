import { readRoman } from '../table-editor/next-code.ts'

export type MarkStyle = 'part' | 'roman' | 'upper' | 'arabic' | 'lower' | 'dash' | 'plus' | 'dotted' | 'path'

/** How a row is numbered. `value` counts within its style; of dotted and path codes it is the last piece. */
export interface Mark {
  style: MarkStyle
  value: number
  /** As it is printed, without the stop behind it. */
  code: string
  /** Of dotted and path codes: the code of what it stands under. */
  under?: string
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
/** Vietnamese lists count a, b, c, d, đ, e, g: with đ, without f, j, w and z. */
const vietnamese = 'abcdđeghiklmnopqrstuvxy'

/** Whether a letter follows another, in either way of counting. */
export const followsLetter = (before: string, after: string) =>
  [latin, vietnamese].some(
    (letters) => letters.includes(before) && letters.indexOf(after) === letters.indexOf(before) + 1,
  )

const dash = /^[-–—•*]$/u

function simple(code: string): Mark[] {
  if (/^\d{1,3}$/u.test(code)) return [{ style: 'arabic', value: Number(code), code: String(Number(code)) }]
  if (dash.test(code)) return [{ style: 'dash', value: 1, code: '-' }]
  if (code === '+') return [{ style: 'plus', value: 1, code }]
  const number = readRoman(code)
  const letter = code.toLowerCase()
  const isLetter = /^[a-zđ]$/u.test(letter)
  const value = letter.codePointAt(0) ?? 0
  return [
    ...(number === undefined ? [] : [{ style: 'roman' as const, value: number, code }]),
    ...(isLetter ? [{ style: code === letter ? ('lower' as const) : ('upper' as const), value, code }] : []),
  ]
}

const dottedCode = /^(?<under>\d+(?:\.\d+)*)\.(?<last>\d+)$/u
const pathCode = /^(?<under>[\p{L}\d]+(?:\.[\p{L}\d-]+)*)\.(?<last>[\p{L}\d]+|-)$/u
const pairCode = /^(?<under>\p{L})(?<last>\d+)$/u

const below = (style: MarkStyle, code: string, { under = '', last = '' }: Record<string, string>): Mark[] => [
  { style, value: Number.parseInt(last, 10) || 0, code, under },
]

function compound(code: string): Mark[] {
  const dotted = dottedCode.exec(code)?.groups
  if (dotted !== undefined) return below('dotted', code, dotted)
  const found = (pathCode.exec(code) ?? pairCode.exec(code))?.groups
  return found === undefined ? [] : below('path', code, found)
}

const part = /^(?:phần|chương)\s+(?:thứ\s+)?(?<code>[\p{L}\d]+)/iu
const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

function partOf(text: string): Mark[] {
  const code = part.exec(text)?.groups?.['code']
  if (code === undefined) return []
  const spoken = ordinals.indexOf(code.toLowerCase()) + 1
  const value = spoken || readRoman(code) || Number.parseInt(code, 10) || 1
  return [{ style: 'part', value, code: readRoman(code) === undefined ? String(value) : code }]
}

const bare = (text: string) =>
  text
    .replaceAll(/\s+/gu, '')
    .replace(/^[([]/u, '')
    .replace(/[.):/\],]+$/u, '')

/** Every way in which a cell of numbers may be meant: "I" is one, or the letter after H. */
export function marksOfCode(text: string): Mark[] {
  const inPart = partOf(text)
  if (inPart.length > 0) return inPart
  const code = bare(text.replace(/^(?<whole>\d+),(?<part>\d+)$/u, '$<whole>.$<part>'))
  return code === '' ? [] : [...simple(code), ...compound(code)]
}

const leading = [
  /^(?<code>\d+(?:\.\d+)+)\.?\s+(?<rest>[\s\S]+)$/u,
  /^(?<code>[IVXL]+|\d{1,3}|[\p{L}](?:\.\d+)*)\s*[.):/]\s*(?<rest>\D[\s\S]*)$/u,
  /^(?<code>[-–—•*+])\s*(?<rest>[^\d\s,.][\s\S]*)$/u,
]

interface Words {
  marks: Mark[]
  rest: string
}

function leadingMark(text: string): Words | undefined {
  for (const pattern of leading) {
    const { code = '', rest = '' } = pattern.exec(text)?.groups ?? {}
    const marks = marksOfCode(code)
    if (marks.length > 0) return { marks, rest: rest.trim() }
  }
  return undefined
}

/** A number that stands at the head of the words, and the words without it. */
export function marksOfWords(text: string): Words {
  const inPart = partOf(text)
  if (inPart.length === 0) return leadingMark(text) ?? { marks: [], rest: text }
  const rest = text.replace(part, '').replace(/^[\s.:–-]+/u, '')
  return { marks: inPart, rest: rest === '' ? text : rest }
}
