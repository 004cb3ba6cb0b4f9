import type { ReadyCriterion } from '../engine/ready-criterion.ts'
import type { Criterion } from '../table/criterion.ts'
import { amountText, rounded } from './amounts.ts'
import { partCells, once, toldOf, totalOf, type Parts } from './criterion-lines.ts'
import { wordsOf, type Draft } from './draft.ts'
import { f } from './line.ts'
import { constant, madeOf, plainText, type Sum } from './sum.ts'
import { amountOf } from './workshop.ts'

interface Limiting {
  readonly draft: Draft
  readonly node: Criterion
  readonly criterion: ReadyCriterion
  /** What base points may come to; null: no limit. */
  readonly room: Sum | null
}

const notNegative = { negative: false, positive: true }
const notPositive = { negative: true, positive: false }

function weighed(parts: Parts, { factor }: ReadyCriterion): Parts {
  const text = amountText(amountOf(factor) ?? '1')
  if (text === '1') return parts
  const weigh = (sum: Sum | null) =>
    sum === null ? null : { ...sum, value: f`(${sum.value})*${text}`, places: null, top: undefined }
  return { base: weigh(parts.base), bonus: weigh(parts.bonus), penalty: weigh(parts.penalty) }
}

function heldColumns(parts: Parts, { maxBonus, maxPenalty }: ReadyCriterion): Parts {
  const [most, least] = [amountOf(maxBonus), amountOf(maxPenalty)]
  const { bonus, penalty } = parts
  return {
    ...parts,
    bonus:
      bonus === null || most === null || isWithin(bonus, most)
        ? bonus
        : { ...bonus, value: f`MIN(${bonus.value},${amountText(most)})`, top: constant(most).top },
    penalty:
      penalty === null || least === null
        ? penalty
        : { ...penalty, value: f`MAX(${penalty.value},-${amountText(least)})` },
  }
}

const isWithin = ({ top }: Sum, limit: string) => top !== undefined && top <= (constant(limit).top ?? 0)

/** Base points within the room that there is for them. */
function baseWithin(parts: Parts, room: Sum): Parts {
  const { base } = parts
  const limit = room.needs.length === 0 ? plainText(room.value).replace(/[()]/gu, '') : null
  if (base === null || (limit !== null && isWithin(base, limit))) return parts
  // A word in the place of a maximum is no limit: MIN passes over it.
  return { ...parts, base: { ...base, value: f`MIN(${base.value},${room.value})`, top: room.top, places: null } }
}

/** Takes away what is too much: of the bonus first, then of the base. */
function cut(of: Limiting, parts: Parts, excess: Sum): Parts {
  const { draft, node } = of
  const t = wordsOf(draft)
  const over = once(draft, toldOf(draft, node, t.tooMuch), excess)
  const { base, bonus } = parts
  if (bonus === null) {
    return base === null
      ? parts
      : { ...parts, base: madeOf(f`${base.value}-${over.value}`, [base, over], { mayBe: base.mayBe }) }
  }
  const taken = once(draft, toldOf(draft, node, t.ofBonus), madeOf(f`MIN(${bonus.value},${over.value})`, [bonus, over]))
  return {
    ...parts,
    bonus: madeOf(f`${bonus.value}-${taken.value}`, [bonus, taken], { mayBe: notNegative }),
    base: base && madeOf(f`${base.value}-(${over.value}-${taken.value})`, [base, over, taken], { mayBe: base.mayBe }),
  }
}

const cells = ({ draft, node }: Limiting, parts: Parts, label: 'summed' | 'within'): Parts =>
  partCells(draft, node, parts, wordsOf(draft)[label])

function totalWithin(of: Limiting, parts: Parts, limit: Sum): Parts {
  const now = cells(of, parts, 'summed')
  const total = totalOf(now)
  const excess = madeOf(f`MAX(0,${total.value}-${limit.value})`, [total, ...(limit.needs.length === 0 ? [] : [limit])])
  const [cell] = limit.needs
  if (cell === undefined) return cut(of, now, excess)
  // A word in the place of the maximum: nothing is held by it.
  const held = { ...excess, needs: total.needs, value: f`IF(ISNUMBER(${cell}),${excess.value},0)` }
  return cut(of, now, held)
}

function within(of: Limiting, parts: Parts): Parts {
  const { criterion, room } = of
  if (room === null || criterion.allowExceed === 'yes') return parts
  const isBaseAlone = parts.bonus === null && parts.penalty === null
  if (criterion.allowExceed === 'bonus' || isBaseAlone) return baseWithin(parts, room)
  return totalWithin(of, parts, room)
}

function capped(of: Limiting, parts: Parts): Parts {
  const cap = amountOf(of.criterion.cap)
  if (cap === null) return parts
  const { base, bonus, penalty } = parts
  if (base !== null && bonus === null && penalty === null) return baseWithin(parts, constant(cap))
  return totalWithin(of, parts, constant(cap))
}

/** Never less than the floor: the penalty is cut first, and only then do base points rise. */
function floored(of: Limiting, parts: Parts): Parts {
  const { draft, node, criterion } = of
  const floor = amountOf(criterion.floor)
  if (floor === null) return parts
  const isGain = [parts.base, parts.bonus].every((sum) => sum === null || !sum.mayBe.negative)
  if (parts.penalty === null && isGain && (constant(floor).top ?? 0) <= 0) return parts
  const now = cells(of, parts, 'within')
  const total = totalOf(now)
  const t = wordsOf(draft)
  const short = once(
    draft,
    toldOf(draft, node, t.tooLittle),
    madeOf(f`MAX(0,${amountText(floor)}-(${total.value}))`, [total]),
  )
  // Down to zero a penalty takes no more than there was, so that base points stay as they are.
  return raised(now, short, floor === '0' && now.penalty !== null && isGain)
}

function raised(now: Parts, short: Sum, isBaseKept: boolean): Parts {
  const { base, penalty } = now
  const spared = penalty === null ? ['0'] : f`MIN(-(${penalty.value}),${short.value})`
  const rises = f`${base?.value ?? ['0']}+(${short.value}-${spared})`
  return {
    ...now,
    penalty: penalty && madeOf(f`${penalty.value}+${spared}`, [penalty, short], { mayBe: notPositive }),
    base: isBaseKept ? base : madeOf(rises, [base ?? short, short], { mayBe: notNegative }),
  }
}

function roundedParts(parts: Parts, places: number | null): Parts {
  const round = (sum: Sum | null): Sum | null => {
    if (sum === null || places === null || (sum.places !== null && sum.places <= places)) return sum
    return { ...sum, value: signed(sum, places), places }
  }
  return { base: round(parts.base), bonus: round(parts.bonus), penalty: round(parts.penalty) }
}

function signed(sum: Sum, places: number) {
  if (sum.mayBe.negative && sum.mayBe.positive) return rounded(sum.value, places)
  return f`ROUND(${sum.value}${sum.mayBe.negative ? '-' : '+'}1E-10,${places})`
}

/** Everything that limits a criterion's points, in the order in which it counts; at the end they are rounded. */
export function limited(of: Limiting, parts: Parts): Parts {
  const columns = heldColumns(weighed(parts, of.criterion), of.criterion)
  const held = floored(of, capped(of, within(of, columns)))
  return roundedParts(shortened(of, held), of.criterion.places)
}

/** What is of both signs is written twice when it is rounded: a cell of its own keeps formulas short. */
function shortened({ draft, node, criterion }: Limiting, parts: Parts): Parts {
  const t = wordsOf(draft)
  const shorten = (sum: Sum | null): Sum | null => {
    const isTwice = sum !== null && sum.mayBe.negative && sum.mayBe.positive && criterion.places !== null
    return isTwice ? once(draft, toldOf(draft, node, t.rawPoints), sum) : sum
  }
  return { base: shorten(parts.base), bonus: shorten(parts.bonus), penalty: shorten(parts.penalty) }
}
