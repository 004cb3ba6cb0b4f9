import type { Tier } from '../table/rule-parts.ts'
import type { RuleOf } from '../table/rule.ts'
import { amountText } from '../workbook-lines/amounts.ts'
import { put, short, wordsOf } from '../workbook-lines/draft.ts'
import { call, f, type Formula } from '../workbook-lines/line.ts'
import { constant, eitherOf, type Sum } from '../workbook-lines/sum.ts'
import { holds, type Holds } from './bands.ts'
import type { Read } from './reading.ts'
import { asking, branch, word, type Maker, type RuleDesk } from './rule-desk.ts'

export interface Way {
  readonly holds: Holds
  readonly points: Sum
}

/** The first way that holds; what stands after it is not asked. */
export function firstOf(ways: readonly Way[], none: Sum): Sum {
  const value = ways.reduceRight<Formula>((rest, { holds, points }) => {
    const chosen = f`IF(${holds.test},${points.value},${rest})`
    return holds.cell === null ? chosen : f`IF(ISTEXT(${holds.cell}),${holds.cell},${chosen})`
  }, none.value)
  const said = eitherOf([none, ...ways.map(({ points }) => points)])
  const mayRefuse = said.mayRefuse || ways.some(({ holds }) => holds.cell !== null)
  return { ...said, value, needs: [], mayRefuse }
}

/** No points of a table are as large: it stands for "does not hold". */
const beyond = '9E+99'

/** The highest (or lowest) of all that hold. */
export function bestOf(desk: RuleDesk, ways: readonly Way[], pick: { most: boolean; none: Sum }): Sum {
  const { most, none } = pick
  const out = most ? `-${beyond}` : beyond
  const each = ways.map(({ holds, points }): Sum => {
    const value = f`IF(${holds.test},${points.value},${out})`
    const guarded = holds.cell === null ? value : f`IF(ISTEXT(${holds.cell}),${holds.cell},${value})`
    return { ...points, value: guarded, mayRefuse: points.mayRefuse || holds.cell !== null }
  })
  const t = wordsOf(desk.draft)
  const cells = each.map((sum) => (sum.mayRefuse ? { ...sum, cell: put(desk, sum, t.oneWay) } : { ...sum, cell: null }))
  const best: Sum = {
    ...eitherOf(each),
    value: call(
      most ? 'MAX' : 'MIN',
      cells.map(({ cell, value }) => (cell === null ? value : f`${cell}`)),
    ),
    needs: cells.flatMap(({ cell }) => (cell === null ? [] : [cell])),
    mayRefuse: false,
  }
  const cell = put(desk, best, t.best)
  return {
    ...eitherOf([none, ...each]),
    value: f`IF(ABS(${cell})>8E+99,${none.value},${cell})`,
    needs: [cell],
  }
}

const endsOf = ({ from, above, to, below }: Tier): [string, string] => [
  amountText(from ?? above ?? 0),
  amountText(to ?? below ?? 0),
]

function slid(read: Read | null, tier: Tier): Sum | null {
  if (tier.slide === undefined || read === null) return null
  const [first = '0', last = '0'] = tier.slide.map(amountText)
  const [low, high] = endsOf(tier)
  const value = f`${first}+(${read.value}-${low})*(${last}-${first})/(${high}-${low})`
  const ends = tier.slide.map((one) => constant(one))
  return { ...eitherOf(ends), value, needs: [], mayRefuse: false, places: null }
}

function pointsOf(desk: RuleDesk, read: Read | null, tier: Tier): Sum {
  const slide = slid(read, tier)
  if (slide !== null) return slide
  if (tier.share !== undefined) {
    const value = f`${amountText(tier.share)}*${desk.max === null ? word(desk, 'asks') : amountText(desk.max)}`
    return { ...constant(tier.share), value, places: null, mayRefuse: desk.max === null }
  }
  return branch(desk, desk.points(tier.points ?? 0))
}

/** What is set against bands, in one cell. */
export function valueFor(desk: RuleDesk, of: string | number | boolean | undefined, label: string): Read | null {
  if (of === undefined) return null
  const read = desk.read(of)
  return { ...read, ...short(desk, read, label) }
}

export const tiers: Maker<RuleOf<'tiers'>> = (rule, desk) => {
  const read = valueFor(desk, rule.of, wordsOf(desk.draft).valueForTiers)
  const none = rule.otherwise === undefined ? asking(desk, 'noTier') : branch(desk, desk.points(rule.otherwise))
  const ways = rule.tiers.map((tier) => ({ holds: holds(desk, read, tier), points: pointsOf(desk, read, tier) }))
  const sum = rule.pick === 'first' ? firstOf(ways, none) : bestOf(desk, ways, { most: rule.pick === 'highest', none })
  return { ...sum, needs: [...(read?.needs ?? []), ...sum.needs] }
}
