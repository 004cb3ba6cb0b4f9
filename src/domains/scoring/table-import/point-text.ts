import type { RawCell } from '#capabilities/spreadsheets/sheet.ts'
import { textOf } from './heading.ts'

/** What a cell of points says: "+0,5/việc; tối đa 2" is 0.5 for each "việc", 2 at most. */
export interface PointText {
  /** As data writes it, with its sign when one is written. */
  amount: string
  isSigned: boolean
  /** Points for each of these. */
  per: string | null
  atMost: string | null
  /** More than this stands there, in words that nobody read. */
  isClear: boolean
}

const pattern = /(?<sign>[-−–+]?)\s*(?<digits>\d+(?:[.,]\d+)?)/u
const most = /(?:tối đa|không quá|cao nhất|max)\s*(?::|là)?\s*(?<most>\d+(?:[.,]\d+)?)/iu
const per = /\/\s*(?:1\s+|một\s+|mỗi\s+)?(?<unit>\p{L}[\p{L}\s]*)|(?:mỗi|cho một|cho mỗi)\s+(?<each>\p{L}+)/iu

const decimal = (digits: string) => digits.replace(',', '.').replace(/^0+(?=\d)/u, '')
const minus = /[-−–]/u

/** What is left of a cell when all that was understood is taken away. */
const leftOver = (text: string) =>
  text
    .replace(most, '')
    .replace(per, '')
    .replaceAll(/[-−–+]?\s*\d+(?:[.,]\d+)?/gu, '')
    .replaceAll(/điểm|đ(?!\p{L})|tối đa|trừ|cộng|thưởng|được|mỗi|[\s;:,./()+]/giu, '')

function unitOf(text: string): string | null {
  const { unit, each = '' } = per.exec(text)?.groups ?? {}
  const said = (unit ?? each).replace(/^(?:điểm|đ)\s*/iu, '').trim()
  return said === '' ? null : said
}

const isTaken = (text: string, sign: string) => minus.test(sign) || /\btrừ/iu.test(text)

/** The figure of a cell and the sign before it; "tối đa 5" is a figure too. */
function figureOf(rest: string, atMost: string | undefined) {
  const { sign = '', digits } = pattern.exec(rest)?.groups ?? {}
  return { sign, digits: digits ?? atMost, limit: digits === undefined ? undefined : atMost }
}

function ofText(text: string): PointText | undefined {
  const { most: atMost } = most.exec(text)?.groups ?? {}
  const rest = text.replace(most, '')
  const { sign, digits, limit } = figureOf(rest, atMost)
  if (digits === undefined) return undefined
  return {
    amount: `${isTaken(text, sign) ? '-' : ''}${decimal(digits)}`,
    isSigned: sign !== '',
    per: unitOf(rest),
    atMost: limit === undefined ? null : decimal(limit),
    isClear: leftOver(text) === '',
  }
}

/** Reads a cell of points; nothing when it holds none. */
export function readPoints(cell: RawCell | undefined): PointText | undefined {
  const text = textOf(cell)
  if (text === '' || /^[-–—x]$/iu.test(text)) return undefined
  return ofText(text.replace(/^(?<got>\d+(?:[.,]\d+)?)\s*\/\s*\d+(?:[.,]\d+)?$/u, '$<got>'))
}
