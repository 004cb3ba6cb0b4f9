import type { Formula as Written } from '../table/amount.ts'
import { cellOf, type Read, type Reading } from '../workbook-rules/reading.ts'
import { rounded } from './amounts.ts'
import type { CriterionLines } from './criterion-lines.ts'
import { addStep, say, wordsOf, type Told } from './draft.ts'
import { call, f, joined, ofGroup, quoted, type Formula, type Line } from './line.ts'
import { constant, inCell, isNone, madeOf, type Sum } from './sum.ts'
import { readFormula, readingAt, type Workshop } from './workshop.ts'

/** What the whole table comes to for each unit. */
export interface StandingLines {
  readonly base: Line
  readonly bonus: Line
  readonly penalty: Line
  readonly total: Line
  readonly max: Line
  readonly percent: Line
  readonly state: Line
  readonly rank: Line
  readonly sharing: Line
  readonly class: Line | null
  readonly titles: Line | null
}

type Totals = Pick<StandingLines, 'base' | 'bonus' | 'penalty' | 'total' | 'max' | 'percent'>
type Names = Reading['names']

function step(shop: Workshop, label: string, holds: Formula, more: Partial<Told> = {}): Line {
  return addStep(shop.draft, { code: '', label, shows: 'points', ...more }, holds)
}

/** A condition that is asked of a unit as a whole, in a cell of its own. */
function asked(shop: Workshop, formula: Written, label: string, names: Names): Read {
  const at = readingAt(shop, { code: '', label }, null, names)
  return cellOf(at, readFormula(at, formula))
}

const isOpen = ({ value }: Read, { draft }: Workshop): Formula =>
  f`ISTEXT(${value})*(${value}<>${quoted(wordsOf(draft).standing.notAssigned)})`

const either = (all: readonly Formula[], none: string): Formula => (all.length === 0 ? [none] : joined(all, '+'))

const names = (totals: Partial<Totals>, rank: Line | null, missing: string, lacking?: Sum): Names => {
  const cell = (line: Line): Sum => {
    if (lacking === undefined || isNone(lacking)) return inCell(line)
    return madeOf(f`IF(${lacking.value}>0,${quoted(missing)},${line})`, [], { mayRefuse: true })
  }
  const known = Object.entries(totals).map(([name, line]) => [name, cell(line)] as const)
  const unknown: Sum = { ...constant(0), value: [quoted(missing)], mayRefuse: true }
  return { ...Object.fromEntries(known), rank: rank === null ? unknown : inCell(rank, { isPlain: true }) }
}

function totalsOf(shop: Workshop, root: CriterionLines, isZero: Formula | null): Totals {
  const { draft, ready } = shop
  const t = wordsOf(draft)
  const places = ready.table.rounding.total ?? undefined
  const column = (name: 'base' | 'bonus' | 'penalty') => {
    const line = root[name]
    const value = line === null ? ['0'] : f`N(${line})`
    return step(shop, `${t.total}: ${t.columns[name]}`, isZero === null ? value : f`IF(${isZero},0,${value})`, {
      decimals: places,
    })
  }
  const [base, bonus, penalty] = [column('base'), column('bonus'), column('penalty')]
  const total = step(shop, t.total, f`${base}+${bonus}+${penalty}`, { decimals: places, isMain: true })
  const max = step(
    shop,
    t.max,
    root.max === null ? ['0'] : root.max.needs.length === 0 ? root.max.value : f`N(${root.max.value})`,
    { isMain: true },
  )
  const { percent: decimals } = ready.table.rounding
  const share = step(
    shop,
    `${t.percent}: ${t.rawPoints}`,
    f`IF(${max}=0,${quoted(t.standing.missing)},${total}/${max}*100)`,
    { shows: 'amount' },
  )
  const value = f`IF(ISTEXT(${share}),${share},${rounded(f`${share}`, decimals)})`
  return { base, bonus, penalty, total, max, percent: step(shop, t.percent, value, { decimals, isMain: true }) }
}

interface Judged {
  readonly isOut: Formula
  readonly isOpen: Formula
  readonly isZero: Formula | null
}

/** Whether a unit is out of the ranking, asked before totals are taken away for it. */
function disqualified(shop: Workshop, root: CriterionLines): Judged {
  const { draft } = shop
  const t = wordsOf(draft)
  const { disqualify } = draft.table
  if (disqualify.length === 0) return { isOut: ['0'], isOpen: ['0'], isZero: null }
  const readsTotals = disqualify.some(({ when }) => /\b(?:total|percent|max|base|bonus|penalty)\b/u.test(String(when)))
  const first = readsTotals ? totalsOf(shop, root, null) : {}
  const all = disqualify.map((one) => ({
    ...one,
    cell: asked(
      shop,
      one.when,
      `${t.disqualified}: ${say(draft, one.text)}`,
      names(first, null, t.standing.missing, root.lacking),
    ),
  }))
  const zeroing = all.filter(({ total }) => total === 'zero').map(({ cell }) => f`N(${cell.value})`)
  return {
    isOut: either(
      all.map(({ cell }) => f`N(${cell.value})`),
      '0',
    ),
    isOpen: either(
      all.map(({ cell }) => isOpen(cell, shop)),
      '0',
    ),
    isZero: zeroing.length === 0 ? null : f`${either(zeroing, '0')}>0`,
  }
}

/** Places by the figure, parted by the chain step by step; a step that is not known for one of them ends it. */
function ranksOf(shop: Workshop, totals: Totals, state: Line): Pick<StandingLines, 'rank' | 'sharing'> {
  const { draft } = shop
  const t = wordsOf(draft)
  const { by, ranks, ties } = draft.table.ranking
  const figure = by === 'percent' ? totals.percent : totals.total
  const key = step(
    shop,
    t.ranked,
    f`IF(AND(${state}=${quoted(t.standing.complete)},ISNUMBER(${figure})),ROUND(${figure},9),"")`,
  )
  const plain = { shows: 'count' as const }
  if (draft.isAlone)
    return { rank: step(shop, t.rank, [quoted('')], plain), sharing: step(shop, t.sharing, [quoted('')], plain) }
  let rank = step(shop, t.rankPlain, f`IF(ISNUMBER(${key}),RANK(${key},${ofGroup(key)}),"")`, plain)
  let ended: Line | null = null
  for (const [index, tie] of ties.entries()) {
    const label = `${t.tieBreak(index + 1)}: ${say(draft, tie.text) || String(tie.by)}`
    const cell = asked(shop, tie.by, label, names(totals, null, t.standing.missing))
    const figures = step(shop, label, f`IF(ISNUMBER(${cell.value}),ROUND(${cell.value},9),${cell.value})`, {
      shows: 'amount',
    })
    const parted = partedBy(shop, { rank, figures, ended, better: tie.better })
    ended = parted.ended
    rank = parted.rank
  }
  const [all, place] = [ofGroup(rank), rank]
  const sharing = step(shop, t.sharing, f`IF(ISNUMBER(${place}),COUNTIF(${all},${place}),"")`, plain)
  if (ranks === 'competition') return { rank: place, sharing }
  const better = f`ISNUMBER(${all})*(${all}<${place})`
  const dense = f`IF(ISNUMBER(${place}),SUMPRODUCT(${better}/(COUNTIF(${all},${all})+(1-ISNUMBER(${all}))))+1,"")`
  return {
    rank: step(shop, t.rank, f`IF(ISNUMBER(${place}),ROUND(${dense},0),"")`, { ...plain, isMain: true }),
    sharing,
  }
}

interface Parting {
  readonly rank: Line
  readonly figures: Line
  readonly ended: Line | null
  readonly better: 'more' | 'less'
}

function partedBy(shop: Workshop, { rank, figures, ended, better }: Parting): { rank: Line; ended: Line } {
  const t = wordsOf(shop.draft)
  const equals = f`(${ofGroup(rank)}=${rank})`
  const unknown = f`SUMPRODUCT(${equals}*(1-ISNUMBER(${ofGroup(figures)})))>0`
  const isTied = f`COUNTIF(${ofGroup(rank)},${rank})>1`
  const before = ended === null ? ['0'] : f`${ended}`
  const nowEnded = step(
    shop,
    t.chainEnds,
    f`IF(ISNUMBER(${rank}),IF(${isTied},IF(${unknown},1,${before}),${before}),0)`,
    { shows: 'count' },
  )
  const ahead = f`SUMPRODUCT(${equals}*(${ofGroup(figures)}${better === 'more' ? '>' : '<'}${figures}))`
  const value = f`IF(ISNUMBER(${rank}),IF(AND(${isTied},${nowEnded}=0),${rank}+${ahead},${rank}),"")`
  return { rank: step(shop, t.rankPlain, value, { shows: 'count' }), ended: nowEnded }
}

/** The first class that holds, lowered by what lowers it; a class above that cannot be said leaves it open. */
function classLine(shop: Workshop, of: Names, state: Line): Line | null {
  const { draft } = shop
  const t = wordsOf(draft)
  const { classes, downgrades } = draft.table
  if (classes.length === 0) return null
  const cells = classes.map(({ name, when }) => asked(shop, when, `${t.class}: ${say(draft, name)}`, of))
  const first = cells.reduceRight<Formula>(
    (rest, cell, index) => f`IF(N(${cell.value})=1,${index + 1},IF(${isOpen(cell, shop)}>0,"",${rest}))`,
    [`""`],
  )
  const found = step(shop, t.classPlain, first, { shows: 'count' })
  const lowering = downgrades.map((one) => ({
    cell: asked(shop, one.when, say(draft, one.text), of),
    to: classes.findIndex(
      ({ name }) => say(draft, name) === one.to || (typeof name === 'object' && name.vi === one.to),
    ),
    by: one.by ?? 0,
  }))
  const notAbove = lowering.flatMap(({ cell, to }) => (to < 0 ? [] : [f`N(${cell.value})*${to + 1}`]))
  const lower = lowering.flatMap(({ cell, by }) => (by === 0 ? [] : [f`+N(${cell.value})*${by}`]))
  const held = notAbove.length === 0 ? f`${found}` : f`MAX(${found},${joined(notAbove, ',')})`
  const at = f`MIN(${classes.length},${held}${lower.flat()})`
  const open = either(
    lowering.map(({ cell }) => isOpen(cell, shop)),
    '0',
  )
  const list = classes.map(({ name }) => quoted(say(draft, name)))
  const isSaid = f`AND(${state}=${quoted(t.standing.complete)},ISNUMBER(${found}),${open}=0)`
  return step(shop, t.class, f`IF(${isSaid},CHOOSE(${at},${joined(list, ',')}),"")`, { shows: 'text', isMain: true })
}

function titlesLine(shop: Workshop, of: Names, state: Line): Line | null {
  const { draft } = shop
  const t = wordsOf(draft)
  const { titles } = draft.table
  if (titles.length === 0) return null
  const each = titles.map(({ title, requires }) => {
    const cells = requires.map(({ when, text }) => asked(shop, when, `${say(draft, title)}: ${say(draft, text)}`, of))
    return f`IF(${call(
      'SUM',
      cells.map(({ value }) => value),
    )}=${cells.length},${quoted(`${say(draft, title)}; `)},"")`
  })
  const isComplete = f`${state}=${quoted(t.standing.complete)}`
  return step(shop, t.titles, f`IF(${isComplete},${joined(each, '&')},"")`, { shows: 'text', isMain: true })
}

/** Totals, percent, ranks, ties, classes and titles of all units. */
export function standingLines(shop: Workshop, root: CriterionLines): StandingLines {
  const { draft } = shop
  const t = wordsOf(draft)
  const judged = disqualified(shop, root)
  const totals = totalsOf(shop, root, judged.isZero)
  const { complete, incomplete, disqualified: out } = t.standing
  const open = f`${root.lacking.value}+${judged.isOpen}>0`
  const value = f`IF(${judged.isOut}>0,${quoted(out)},IF(${open},${quoted(incomplete)},${quoted(complete)}))`
  const state = step(shop, t.state, value, { shows: 'text', isMain: true })
  const ranks = ranksOf(shop, totals, state)
  const of = names(totals, ranks.rank, t.standing.missing)
  return { ...totals, state, ...ranks, class: classLine(shop, of, state), titles: titlesLine(shop, of, state) }
}
