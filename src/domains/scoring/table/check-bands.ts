import { divided, minus, signOf } from '#platform/exact.ts'
import { exactAmount } from './amount.ts'
import { common, endsOf, holdsWhole, isEmpty, only, rest, stretchOf, zeroCut, type Cut, type Stretch } from './cuts.ts'
import { doubt, fault, type TableDoubt } from './doubt.ts'
import type { Tier } from './rule-parts.ts'
import type { RuleOf, ScoringRule } from './rule.ts'
import type { FactKind, ScoreTable } from './score-table.ts'

type Band = Pick<Tier, 'from' | 'above' | 'to' | 'below' | 'is' | 'when'>

/** What a band holds by its numbers alone; null where a condition or a text decides too. */
function numbersOf(band: Band): readonly Stretch[] | null {
  if (band.when !== undefined) return null
  const ends = stretchOf(band)
  if (band.is === undefined) return [ends]
  const several = typeof band.is === 'object' ? band.is : [band.is]
  const points = several.map((one) => (/^-?\d+(?:\.\d+)?$/u.test(String(one)) ? only(String(one)) : null))
  if (points.includes(null)) return null
  return points.flatMap((one) => (one === null || common(one, ends) === null ? [] : [one]))
}

/** Both open on the same side, one after the other: "từ 98", "từ 97" is how tables write first matches. */
const isLadder = (one: Stretch, other: Stretch) =>
  (one.low === null && other.low === null) || (one.high === null && other.high === null)

const overlaps = (one: readonly Stretch[], other: readonly Stretch[]) =>
  one.flatMap((a) => other.flatMap((b) => (isLadder(a, b) ? [] : [common(a, b)].filter((both) => both !== null))))

interface Bands {
  readonly code: string
  readonly bands: readonly Band[]
  readonly kind: FactKind | undefined
  readonly isFirst: boolean
  readonly hasRest: boolean
}

function pairDoubts({ code }: Bands, numbers: readonly (readonly Stretch[] | null)[]): TableDoubt[] {
  return numbers.flatMap((second, at) =>
    numbers.slice(0, at).flatMap((first, before) => {
      const [both] = first === null || second === null ? [] : overlaps(first, second)
      const places = { first: String(before + 1), second: String(at + 1) }
      return both === undefined ? [] : [doubt(code, 'tiers.overlap', { ...endsOf(both), ...places })]
    }),
  )
}

/** Tiers that hold nothing, or nothing that those before them left. */
function deadDoubts({ code, bands, isFirst }: Bands, numbers: readonly (readonly Stretch[] | null)[]): TableDoubt[] {
  return bands.flatMap((band, at) => {
    const tier = String(at + 1)
    const own = band.is === undefined ? [stretchOf(band)] : (numbers[at] ?? null)
    if (own === null) return []
    if (own.every(isEmpty)) return [fault(code, 'tiers.empty', { tier })]
    const before = isFirst ? numbers.slice(0, at).flatMap((one) => one ?? []) : []
    return rest(own, before).length === 0 ? [doubt(code, 'tiers.unreachable', { tier })] : []
  })
}

const isBelowZero = (cut: Cut) => cut !== null && signOf(cut.at) < 0

/** Where the lowest value lies: as declared, else at zero, unless a tier speaks of less. */
function lowestOf(kind: FactKind | undefined, numbers: readonly Stretch[]): Cut {
  if (kind?.min !== undefined) return stretchOf({ from: kind.min }).low
  return numbers.some(({ low, high }) => isBelowZero(low) || isBelowZero(high)) ? null : zeroCut
}

function domainOf(kind: FactKind | undefined, numbers: readonly Stretch[]): Stretch {
  const most = kind?.max ?? (kind?.measure === '%' ? 100 : undefined)
  return { low: lowestOf(kind, numbers), high: stretchOf({ to: most }).high }
}

function gapDoubts({ code, kind, hasRest }: Bands, numbers: readonly (readonly Stretch[] | null)[]): TableDoubt[] {
  if (hasRest || numbers.includes(null)) return []
  const all = numbers.flatMap((one) => one ?? [])
  // Counts have nothing between 1 and 2; per cent have.
  const isWhole = kind?.measure !== '%' && all.every(({ low, high }) => [low, high].every(isWholeCut))
  return rest([domainOf(kind, all)], all)
    .filter((gap) => !isWhole || holdsWhole(gap))
    .map((gap) => doubt(code, 'tiers.gap', endsOf(gap)))
}

const isWholeCut = (cut: Cut) => cut === null || cut.at.under === 1

function valuesOf(kind: FactKind | undefined): readonly string[] {
  if (kind?.type === 'yes_no') return ['true', 'false']
  return kind?.type === 'class' ? (kind.classes ?? []) : []
}

const namedIn = ({ is = [] }: Band): readonly string[] => (typeof is === 'object' ? is.map(String) : [String(is)])

/** Classes, or yes and no, of which no tier speaks. */
function classDoubts({ code, bands, kind, hasRest }: Bands): TableDoubt[] {
  if (hasRest || bands.some(({ is, when }) => is === undefined || when !== undefined)) return []
  const named = new Set(bands.flatMap(namedIn))
  const left = valuesOf(kind).filter((one) => !named.has(one))
  return left.length === 0 ? [] : [doubt(code, 'tiers.gapClass', { classes: left.join(', ') })]
}

function bandDoubts(bands: Bands): TableDoubt[] {
  if (bands.kind !== undefined && bands.kind.type !== 'number') return classDoubts(bands)
  const numbers = bands.bands.map(numbersOf)
  const pairs = bands.isFirst ? pairDoubts(bands, numbers) : []
  return [...pairs, ...deadDoubts(bands, numbers), ...gapDoubts(bands, numbers)]
}

function isFlat({ slide, ...ends }: Tier): boolean {
  const { low, high } = stretchOf(ends)
  return (
    slide !== undefined &&
    (low === null || high === null || divided(slideLength(slide), minus(high.at, low.at)) === null)
  )
}

const slideLength = ([first, last]: NonNullable<Tier['slide']>) => minus(exactAmount(last), exactAmount(first))

function tierFaults(code: string, { of, tiers }: RuleOf<'tiers'>): TableDoubt[] {
  return tiers.flatMap((tier, at) => {
    const place = { tier: String(at + 1) }
    const ways = [tier.points, tier.share, tier.slide].filter((one) => one !== undefined).length
    const isValued = [tier.from, tier.above, tier.to, tier.below, tier.is].some((one) => one !== undefined)
    return [
      ...(ways === 0 ? [fault(code, 'tiers.noPoints', place)] : []),
      ...(ways > 1 ? [fault(code, 'tiers.severalPoints', place)] : []),
      ...(isFlat(tier) ? [fault(code, 'tiers.slideEnds', place)] : []),
      ...(of === undefined && isValued ? [fault(code, 'tiers.noValue', place)] : []),
    ]
  })
}

/** Overlaps, gaps and dead ends of tiers and of the axes of a matrix. */
export function checkBands({ facts }: ScoreTable, code: string, rule: ScoringRule): TableDoubt[] {
  const kindOf = (of: unknown) => (typeof of === 'string' ? facts[of] : undefined)
  if (rule.rule === 'tiers') {
    const faults = tierFaults(code, rule)
    const isAsked = rule.of !== undefined
    const bands = { code, bands: rule.tiers, kind: kindOf(rule.of) }
    const hasRest = rule.otherwise !== undefined
    return [...faults, ...(isAsked ? bandDoubts({ ...bands, hasRest, isFirst: rule.pick === 'first' }) : [])]
  }
  if (rule.rule !== 'matrix') return []
  const hasRest = rule.otherwise !== undefined
  return [rule.rows, rule.columns].flatMap(({ of, bands }) =>
    bandDoubts({ code, bands, kind: kindOf(of), isFirst: true, hasRest }),
  )
}
