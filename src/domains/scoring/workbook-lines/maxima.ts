import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import { amountText } from './amounts.ts'
import type { CriterionLines } from './criterion-lines.ts'
import { call, f, quoted, type Formula } from './line.ts'
import { constant, type Sum } from './sum.ts'
import { amountOf, constantOf } from './workshop.ts'

type Which = 'max' | 'room'

const isFixed = ({ needs }: Sum) => needs.length === 0

/** What several maxima can give together: those that a unit does not have are words, which these pass over. */
function together(values: readonly Formula[], combine: ReadyCriterion['combine']): Formula {
  if (combine === 'sum') return call('SUM', values)
  if (combine === 'average') return call('AVERAGE', values)
  if (combine === 'highest') return call('MAX', values)
  if (combine === 'lowest') return call('MIN', values)
  const most = Math.min(combine.best, values.length)
  // LARGE takes one range: the few that count are told by how many stand above each.
  return joinLargest(values, most)
}

function joinLargest(values: readonly Formula[], most: number): Formula {
  if (most >= values.length) return call('SUM', values)
  const each = values.map((own, index) => {
    const ahead = values.flatMap((other, at) =>
      at === index ? [] : [f`IF(N(${other})${at < index ? '>=' : '>'}N(${own}),1,0)`],
    )
    return f`IF(${ahead.reduce((all, one) => f`${all}+${one}`)}<${most},N(${own}),0)`
  })
  return f`(${each.reduce((all, one) => f`${all}+${one}`)})`
}

interface Under {
  readonly criterion: ReadyCriterion
  readonly children: readonly CriterionLines[]
  readonly fullOf: (index: number) => Sum | null
  readonly outWord: string
}

/** A unit's own maximum of a node: without what under it is not for the unit. */
export function nodeMaximum({ criterion, children, fullOf, outWord }: Under, which: Which): Sum | null {
  if (criterion.fullMax === null) return null
  const full = constantOf(criterion.fullMax)
  const own = children.flatMap((child) => child[which] ?? [])
  if (own.every(isFixed)) return full
  const none = f`${call(
    'COUNT',
    own.map(({ value }) => value),
  )}=0`
  const left = together(
    own.map(({ value }) => value),
    criterion.combine,
  )
  const factor = amountText(amountOf(criterion.factor) ?? '1')
  const known = ownMaximum(criterion, {
    left,
    factor,
    full,
    fulls: criterion.children.flatMap((at) => fullOf(at) ?? []),
  })
  return {
    ...constant(0),
    needs: [],
    value: f`IF(${none},${quoted(outWord)},${known})`,
    mayRefuse: true,
    places: null,
    top: undefined,
  }
}

function ownMaximum(
  { isMaxStated, combine }: ReadyCriterion,
  { left, factor, full, fulls }: { left: Formula; factor: string; full: Sum; fulls: readonly Sum[] },
): Formula {
  if (!isMaxStated) return factor === '1' ? left : f`${left}*${factor}`
  if (combine !== 'sum') return full.value
  const lost = f`(${call(
    'SUM',
    fulls.map(({ value }) => value),
  )}-${left})`
  return f`MAX(0,${full.value}-${lost}${factor === '1' ? '' : `*${factor}`})`
}
