import type { Amount, Formula as Written, Points } from '../table/amount.ts'
import type { ScoringRule } from '../table/rule.ts'
import { put, wordsOf, type Desk } from '../workbook-lines/draft.ts'
import { f, quoted, type Formula } from '../workbook-lines/line.ts'
import { constant, type Sum } from '../workbook-lines/sum.ts'
import type { Read } from './reading.ts'

/** Where a rule becomes formulas. */
export interface RuleDesk extends Desk {
  readonly max: Amount | null
  readonly read: (formula: Written) => Read
  readonly points: (points: Points) => Sum
  /** The same among the cases of a list. */
  readonly among: (list: number) => RuleDesk
  /** Points that a person gave this criterion. */
  readonly mark: () => Sum
  /** What was done of a fact that was not assigned; nothing where that does not count. */
  readonly done: (formula: Written) => Sum | null
  /** Conditions under which the points are for what was not assigned. */
  readonly extras: Formula[]
}

/** A rule kind as formulas: the points, or the word why there are none. */
export type Maker<Rule extends ScoringRule> = (rule: Rule, desk: RuleDesk) => Sum

export const word = (desk: Desk, standing: keyof ReturnType<typeof wordsOf>['standing']) =>
  quoted(wordsOf(desk.draft).standing[standing])

/** A figure that counts only on one way through a formula: what keeps it from being known stays in its own cell. */
export function branch(desk: Desk, sum: Sum, label?: string): Sum {
  if (sum.needs.length === 0) return sum
  const cell = put(desk, sum, label)
  return { ...sum, value: f`${cell}`, needs: [], mayRefuse: true }
}

export function fullPoints(desk: RuleDesk, stated: Points | undefined): Sum {
  if (stated !== undefined) return branch(desk, desk.points(stated))
  if (desk.max !== null) return constant(desk.max)
  return asking(desk)
}

/** Only a word: a person must say. */
export const asking = (desk: Desk, standing: 'asks' | 'noTier' = 'asks'): Sum => ({
  ...constant(0),
  value: [word(desk, standing)],
  mayRefuse: true,
})

export const first = (cells: readonly Formula[], rest: Formula): Formula =>
  cells.reduceRight<Formula>((after, cell) => f`IF(ISTEXT(${cell}),${cell},${after})`, rest)
