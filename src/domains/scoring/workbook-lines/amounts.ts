import type { Amount } from '../table/amount.ts'
import { f, type Formula } from './line.ts'

/** An exact number as a formula writes it: "0.5", "(2/3)". Negative ones in brackets, so that no sign meets another. */
export function amountText(amount: Amount): string {
  const text = typeof amount === 'number' ? plainNumber(amount) : amount
  return text.includes('/') || text.startsWith('-') ? `(${text})` : text
}

const plainNumber = (number: number) =>
  String(number).includes('e') ? number.toFixed(20).replace(/\.?0+$/u, '') : String(number)

/**
 * Half away from zero as the engine rounds. A spreadsheet holds 2.675 as 2.67499…: the hundred-millionth of a
 * hundredth puts a half that was meant back on its side, and is too small to move anything else.
 */
export const rounded = (value: Formula, places: number | null | undefined): Formula =>
  places === null || places === undefined ? value : f`ROUND(${value}+SIGN(${value})*1E-10,${places})`

/** For comparing: what differs by less than the ninth decimal is the same figure, written by another sum. */
export const settled = (value: Formula): Formula => f`ROUND(${value},9)`
