import type { Criterion } from '../table/criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import { say, stepOf, type Draft, type Told } from './draft.ts'
import { f, type Line } from './line.ts'
import { constant, madeOf, ofCell, type Sum } from './sum.ts'

/** Points by column; null: nothing ever stands in it. The penalty is zero or negative. */
export interface Parts {
  readonly base: Sum | null
  readonly bonus: Sum | null
  readonly penalty: Sum | null
}

export const columnNames = ['base', 'bonus', 'penalty'] as const
export const noParts: Parts = { base: null, bonus: null, penalty: null }

/** The lines of a criterion. A word in the place of its points stands in the first of its columns, and in `points`. */
export interface CriterionLines {
  readonly node: Criterion
  readonly base: Line | null
  readonly bonus: Line | null
  readonly penalty: Line | null
  /** The unit's own maximum: a number, or a cell that may say that it has none here; null: no unit ever has one. */
  readonly max: Sum | null
  /** What base points may come to: as `max`, and what was done without being assigned and outside of it. */
  readonly room: Sum | null
  /** Its points, all columns together. */
  readonly points: Line
  /** How many leaves have no points yet. */
  readonly lacking: Sum
  readonly children: readonly CriterionLines[]
}

export const toldOf = (draft: Draft, node: Criterion, label: string): Told => ({
  code: node.code,
  label: `${say(draft, node.title)}: ${label}`,
})

/** Points in their column; between bonus and penalty the sign decides, and what is below zero is a penalty. */
export function inColumn(sum: Sum, column: Column): Parts {
  const gains = column === 'base' ? 'base' : 'bonus'
  const { negative, positive } = sum.mayBe
  if (!negative) return { ...noParts, [gains]: sum }
  if (!positive) return { ...noParts, penalty: sum }
  return {
    ...noParts,
    [gains]: { ...sum, value: f`MAX(0,${sum.value})`, mayBe: { negative: false, positive } },
    penalty: { ...sum, value: f`MIN(0,${sum.value})`, mayBe: { negative, positive: false } },
  }
}

const sumsOf = (parts: Parts): Sum[] => columnNames.flatMap((name) => parts[name] ?? [])

export const totalOf = (parts: Parts): Sum => {
  const sums = sumsOf(parts)
  if (sums.length === 0) return constant(0)
  return madeOf(
    sums.map(({ value }) => value).reduce((one, other) => f`${one}+${other}`),
    sums,
  )
}

/** A cell for each column that is used. */
export function partCells(
  draft: Draft,
  node: Criterion,
  parts: Parts,
  labels: Readonly<Record<Column, string>>,
): Parts {
  const cell = (name: Column) => {
    const sum = parts[name]
    return sum === null ? null : ofCell(stepOf(draft, toldOf(draft, node, labels[name]), sum), sum)
  }
  return { base: cell('base'), bonus: cell('bonus'), penalty: cell('penalty') }
}

/** Something short that may be read again and again. */
export const once = (draft: Draft, told: Told, sum: Sum): Sum =>
  sum.value.length > 1 || sum.mayRefuse ? ofCell(stepOf(draft, told, sum), sum) : sum
