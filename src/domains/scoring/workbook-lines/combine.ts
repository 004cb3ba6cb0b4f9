import type { Criterion } from '../table/criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import { noParts, once, toldOf, totalOf, type Parts } from './criterion-lines.ts'
import { stepOf, wordsOf, type Draft } from './draft.ts'
import { call, f, type Formula } from './line.ts'
import { added, inCell, madeOf, severalOf, type Sum } from './sum.ts'

interface Combining {
  readonly draft: Draft
  readonly node: Criterion
  readonly combine: Criterion['combine']
}

const ofColumn = (all: readonly Parts[], name: Column) => all.flatMap((parts) => parts[name] ?? [])

function perColumn(all: readonly Parts[], make: (sums: readonly Sum[]) => Sum): Parts {
  const of = (name: Column) => {
    const sums = ofColumn(all, name)
    return sums.length === 0 ? null : make(sums)
  }
  return { base: of('base'), bonus: of('bonus'), penalty: of('penalty') }
}

/** A word in one of them stands in the way of all. */
const addedUp = (sums: readonly Sum[]): Sum => {
  const [first] = sums
  if (sums.length === 1 && first !== undefined) return first
  return madeOf(added(sums.map(({ value }) => value)), sums, { ...severalOf(sums), mayRefuse: false })
}

/** Places of several figures, the highest first; equals in their order. */
function orders({ draft, node }: Combining, all: readonly Parts[]): Sum[] {
  const t = wordsOf(draft)
  const totals = all.map((parts) => once(draft, toldOf(draft, node, t.childTotal), totalOf(parts)))
  return totals.map((own, index) => {
    const ahead = totals.flatMap((other, at) => {
      if (at === index) return []
      const difference = f`ROUND(${other.value}-${own.value},9)`
      return [f`(${difference}${at < index ? '>=' : '>'}0)`]
    })
    const value = ahead.length === 0 ? ['1'] : f`1+${added(ahead)}`
    return inCell(stepOf(draft, { ...toldOf(draft, node, t.orderOf), shows: 'count' }, madeOf(value, totals)))
  })
}

function best(of: Combining, all: readonly Parts[], isTaken: (order: Sum) => Formula): Parts {
  const places = orders(of, all)
  const pick = (name: Column): Sum | null => {
    const sums = all.flatMap((parts, index) => {
      const [sum, order] = [parts[name], places[index]]
      return sum === null || order === undefined ? [] : [{ sum, value: f`IF(${isTaken(order)},${sum.value},0)` }]
    })
    if (sums.length === 0) return null
    const from = sums.map(({ sum }) => sum)
    return madeOf(added(sums.map(({ value }) => value)), [...from, ...places], { ...severalOf(from), mayRefuse: false })
  }
  return { base: pick('base'), bonus: pick('bonus'), penalty: pick('penalty') }
}

/** What several rules of a leaf make together. */
export function together(of: Combining, all: readonly Parts[]): Parts {
  const { combine } = of
  const [only] = all
  if (all.length <= 1) return only ?? noParts
  if (combine === 'sum') return perColumn(all, addedUp)
  if (combine === 'average') {
    return perColumn(all, (sums) => {
      const sum = addedUp(sums)
      return { ...sum, value: f`(${sum.value})/${all.length}`, places: null }
    })
  }
  if (combine === 'highest') return best(of, all, (order) => f`${order.value}=1`)
  if (combine === 'lowest') return best(of, all, (order) => f`${order.value}=${all.length}`)
  return best(of, all, (order) => f`${order.value}<=${combine.best}`)
}

/** Children of a node: what has no points, or is not for the unit, says so in its cells, which sums pass over. */
export function ofChildren(of: Combining, all: readonly Parts[], totals: readonly Sum[]): Parts {
  const { combine } = of
  if (combine === 'sum')
    return perColumn(all, (sums) => ({ ...severalOf(sums), needs: [], mayRefuse: false, value: sumOver(sums) }))
  const count = f`MAX(1,${call(
    'COUNT',
    totals.map(({ value }) => value),
  )})`
  if (combine === 'average') {
    return perColumn(all, (sums) => ({
      ...severalOf(sums),
      needs: [],
      mayRefuse: false,
      places: null,
      value: f`${sumOver(sums)}/${count}`,
    }))
  }
  return bestChildren(of, all, { totals, count })
}

const sumOver = (sums: readonly Sum[]): Formula =>
  call(
    'SUM',
    sums.map(({ value }) => value),
  )

function bestChildren(
  { draft, node, combine }: Combining,
  all: readonly Parts[],
  by: { totals: readonly Sum[]; count: Formula },
): Parts {
  const t = wordsOf(draft)
  const places = by.totals.map((own, index) => {
    const ahead = by.totals.flatMap((other, at) => {
      if (at === index) return []
      return [f`IF(ISNUMBER(${other.value}),IF(ROUND(${other.value}-${own.value},9)${at < index ? '>=' : '>'}0,1,0),0)`]
    })
    const value = f`IF(ISNUMBER(${own.value}),1+${ahead.length === 0 ? ['0'] : added(ahead)},0)`
    return inCell(stepOf(draft, { ...toldOf(draft, node, t.orderOf), shows: 'count' }, madeOf(value, [])))
  })
  const taken = ({ value }: Sum): Formula => {
    if (combine === 'highest') return f`${value}=1`
    if (combine === 'lowest') return f`AND(${value}>0,${value}=${by.count})`
    return f`AND(${value}>0,${value}<=${typeof combine === 'object' ? combine.best : 1})`
  }
  const pick = (name: Column): Sum | null => {
    const each = all.flatMap((parts, index) => {
      const [sum, place] = [parts[name], places[index]]
      return sum === null || place === undefined ? [] : [{ sum, value: f`IF(${taken(place)},${sum.value},0)` }]
    })
    if (each.length === 0) return null
    return {
      ...severalOf(each.map(({ sum }) => sum)),
      needs: [],
      mayRefuse: false,
      value: added(each.map(({ value }) => value)),
    }
  }
  return { base: pick('base'), bonus: pick('bonus'), penalty: pick('penalty') }
}
