import { compare, decimalText, exact, minus } from '#platform/exact.ts'
import type { Target } from '../target.ts'
import type { Value } from '../value.ts'

/** Where a target stood at the end of a period, and where the plan wanted it. */
export interface Mark {
  on: string
  figure: Value
  due: Value
}

export interface Behind {
  /** The end of the first period since which it has been behind without a break. */
  since: string
  figure: string
  due: string
  /** How much is wanting: always above zero. */
  by: string
}

type Judged = Pick<Target, 'direction'>

const isBehind = ({ direction }: Judged, figure: string, due: string) =>
  direction === 'more' ? compare(exact(figure), exact(due)) < 0 : compare(exact(figure), exact(due)) > 0

const wanting = ({ direction }: Judged, figure: string, due: string) =>
  decimalText(direction === 'more' ? minus(exact(due), exact(figure)) : minus(exact(figure), exact(due)), 6)

/**
 * Whether a target is behind its plan now, by how much and since when. A figure that is missing is not behind: that a
 * report is missing is said of the report.
 */
export function behindOf(target: Judged, marks: readonly Mark[]): Behind | undefined {
  const known = marks.filter(
    (mark): mark is Mark & { figure: string; due: string } => mark.figure !== null && mark.due !== null,
  )
  const lastGood = known.findLastIndex(({ figure, due }) => !isBehind(target, figure, due))
  const [first, now] = [known[lastGood + 1], known.at(-1)]
  if (first === undefined || now === undefined) return undefined
  const { figure, due } = now
  return { since: first.on, figure, due, by: wanting(target, figure, due) }
}
