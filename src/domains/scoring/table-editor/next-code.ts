import type { ScoreTableInput } from '../table/score-table.ts'
import { matchedCode } from '../engine/criterion-code.ts'
import { nodeAt, nodesOf, type Place } from '../tables/table-tree.ts'

const romans: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 4 → "IV". */
function roman(number: number): string {
  const [value, sign] = romans.find(([least]) => number >= least) ?? [0, '']
  return value === 0 ? '' : sign + roman(number - value)
}

const most = 49

/** "IV" → 4; nothing for what is no numeral up to XLIX. */
export function readRoman(text: string): number | undefined {
  return Array.from({ length: most }, (_none, index) => index + 1).find((each) => roman(each) === text)
}

/** What follows the last piece of a code: "I" → "II", "a" → "b", "9" → "10". */
function following(piece: string): string | undefined {
  if (/^\d+$/u.test(piece)) return String(Number(piece) + 1)
  const number = readRoman(piece)
  if (number !== undefined) return roman(number + 1)
  return /^[a-y]$/iu.test(piece) ? String.fromCodePoint((piece.codePointAt(0) ?? 0) + 1) : undefined
}

function after(code: string): string {
  const cut = code.lastIndexOf('.') + 1
  const next = following(code.slice(cut))
  return next === undefined ? `${code}.1` : code.slice(0, cut) + next
}

function freeFrom(code: string, taken: ReadonlySet<string>): string {
  let free = code
  while (taken.has(matchedCode(free))) free = after(free)
  return free
}

/** A free code: after the last sibling, or as first child of a node. */
export function nextCode(table: ScoreTableInput, parent: Place): string {
  const taken = new Set(nodesOf(table.sections).map(({ node }) => matchedCode(node.code)))
  const above = nodeAt(table, parent)
  const siblings = above === undefined ? table.sections : (above.children ?? [])
  const last = siblings.at(-1)
  if (last !== undefined) return freeFrom(after(last.code), taken)
  return freeFrom(above === undefined ? 'I' : `${above.code}.1`, taken)
}
