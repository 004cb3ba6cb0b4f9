import type { RuleOf } from '../table/rule.ts'
import { amountText } from '../workbook-lines/amounts.ts'
import { put, short, wordsOf } from '../workbook-lines/draft.ts'
import { f, ofGroup, type Formula, type Line } from '../workbook-lines/line.ts'
import { anySign, constant, inCell, madeOf, notNegative, type Sum } from '../workbook-lines/sum.ts'
import { orDone } from './measures.ts'
import { demandGroup } from './reading.ts'
import { asking, word, type Maker, type RuleDesk } from './rule-desk.ts'

type Rule = RuleOf<'relative_to_leader'>

interface Measured {
  readonly actual: Sum
  readonly target: Sum
  /** How far the target was exceeded; a word where there is none. */
  readonly excess: Line
  /** The most of the group; 0 when nobody exceeded. */
  readonly leader: Line
}

const isLine = (cell: ReturnType<typeof put>): cell is Line => 'grid' in cell

function line(desk: RuleDesk, sum: Sum, label: string): Line {
  const cell = put(desk, sum, label)
  if (!isLine(cell)) throw new Error('a leader is sought among units')
  return cell
}

function measured(rule: Rule, desk: RuleDesk): Measured {
  const t = wordsOf(desk.draft)
  const actual = short(desk, desk.read(rule.actual), t.actual)
  const target = short(desk, desk.read(rule.target), t.target)
  const [a, g] = [actual.value, target.value]
  const over = rule.better === 'more' ? f`(${a}-${g})/${g}` : f`(${g}-${a})/${g}`
  const value = f`IF(${g}>0,${over},${word(desk, 'noExcess')})`
  const excess = line(desk, madeOf(value, [actual, target]), t.excess)
  const leader = line(desk, madeOf(f`MAX(0,${ofGroup(excess)})`, []), t.leader)
  return { actual, target, excess, leader }
}

/** A target of zero: nothing can be divided by it, so the table says, or a person. */
function zeroTarget(rule: Rule, desk: RuleDesk, { actual }: Measured, max: string): Formula {
  if (rule.whenTargetIsZero === 'ask') return [word(desk, 'asks')]
  const met = f`${amountText(rule.met)}*${max}`
  if (rule.better === 'less') {
    return f`IF(${actual.value}>0,0,${rule.whenTargetIsZero === 'leads' ? max : met})`
  }
  return rule.whenTargetIsZero === 'leads' ? f`IF(${actual.value}>0,${max},${met})` : met
}

/** Below, met, exceeded and leading: each case a line of the formula. */
function points(rule: Rule, desk: RuleDesk, of: Measured, max: string): Formula {
  const { actual, target, excess, leader } = of
  const met = amountText(rule.met)
  const ratio = rule.better === 'more' ? f`${actual.value}/${target.value}` : f`${target.value}/${actual.value}`
  const below = rule.below === 'zero' ? ['0'] : f`${met}*${max}*MAX(0,${ratio})`
  const reached = rule.leaderMustExceed ? f`${met}*${max}` : f`IF(ROUND(${leader},9)<=0,${max},${met}*${max})`
  const beyond = f`IF(ROUND(${excess}-${leader},9)>=0,${max},(${met}+(1-${met})*${excess}/${leader})*${max})`
  const against = f`IF(ROUND(${excess},9)<0,${below},IF(ROUND(${excess},9)=0,${reached},${beyond}))`
  return f`IF(${target.value}<0,${word(desk, 'asks')},IF(${target.value}=0,${zeroTarget(rule, desk, of, max)},${against}))`
}

export const relativeToLeader: Maker<Rule> = (rule, desk) => {
  demandGroup(desk.draft)
  if (desk.max === null) return asking(desk)
  const of = measured(rule, desk)
  const value = points(rule, desk, of, amountText(desk.max))
  const sum = madeOf(value, [of.actual, of.target], {
    mayRefuse: true,
    mayBe: notNegative,
    top: constant(desk.max).top,
  })
  return orDone(desk, sum, { done: desk.done(rule.actual), of: [of.actual, of.target] })
}

export const placeLine = (desk: RuleDesk, value: Line, better: 'more' | 'less'): Line =>
  line(
    desk,
    madeOf(f`RANK(${value},${ofGroup(value)},${better === 'more' ? 0 : 1})`, [inCell(value)], { mayBe: anySign }),
    wordsOf(desk.draft).place,
  )

export const lineOf = line
