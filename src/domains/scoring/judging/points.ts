import { compare, divided, exact, zero, type Exact } from '#platform/exact.ts'
import type { Column } from '../table/rule-parts.ts'

/** Figures of the engine are exact text: "2.5", or "20/3" where nothing rounds. */
function figureOf(text: string): Exact {
  const [over = '0', under = '1'] = text.split('/')
  return divided(exact(over), exact(under)) ?? zero
}

/** Between bonus and penalty the sign decides, whatever column the figure was written in; below zero is a penalty. */
export function columnBySign(column: Column, points: string): Column {
  const sign = compare(figureOf(points), zero)
  if (sign < 0) return 'penalty'
  return column === 'penalty' && sign > 0 ? 'bonus' : column
}

/** Whether two figures are the same; nothing is the same as nothing, and never the same as zero. */
export const isSameFigure = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : compare(figureOf(one), figureOf(other)) === 0
