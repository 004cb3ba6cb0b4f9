import type { RuleOf } from '../table/rule.ts'
import { amountText } from '../workbook-lines/amounts.ts'
import { addColumn, put, wordsOf } from '../workbook-lines/draft.ts'
import { fieldOf } from '../workbook-lines/fact-lines.ts'
import {
  f,
  joined,
  ofGroup,
  ownersOf,
  thisUnit,
  wholeOf,
  type Formula,
  type Line,
  type ListColumn,
} from '../workbook-lines/line.ts'
import { anySign, inCell, madeOf, notNegative, type Sum } from '../workbook-lines/sum.ts'
import { lineOf, placeLine } from './leader.ts'
import { demandGroup, Unsayable, type Read } from './reading.ts'
import { word, type Maker, type RuleDesk } from './rule-desk.ts'

type Rule = RuleOf<'points_by_rank'>

/** Points at a place that so many share. */
function pointsAt(rule: Rule, place: Formula, sharing: Formula): Formula {
  const points = rule.points.map(amountText)
  const beyond = amountText(rule.beyond)
  const many = points.length
  if (rule.ties === 'best_place') return f`CHOOSE(MIN(${place},${many + 1}),${joined([...points, beyond], ',')})`
  const last = f`${place}+${sharing}-1`
  const each = points.map((one, index) => f`IF(AND(${place}<=${index + 1},${last}>=${index + 1}),${one},0)`)
  return f`(${joined(each, '+')}+${beyond}*MAX(0,${last}-MAX(${place}-1,${many})))/${sharing}`
}

const mayBe = (rule: Rule) =>
  [...rule.points, rule.beyond].some((one) => amountText(one).startsWith('(-')) ? anySign : notNegative

/** The figure that is ranked: the fact, or the average of its marks. */
function figure(desk: RuleDesk, read: Read): Line {
  const t = wordsOf(desk.draft)
  const marks = read.list === undefined ? undefined : fieldOf(desk.draft, read.list.list, 'value')
  if (read.list === undefined) return lineOf(desk, madeOf(f`ROUND(${read.value},9)`, [read]), t.measured)
  if (marks === undefined) return lineOf(desk, read, t.measured)
  const owners = ownersOf(read.list.list)
  const average = f`ROUND(SUMIF(${owners},${thisUnit},${wholeOf(marks)})/${read.value},9)`
  return lineOf(desk, madeOf(f`IF(${read.value}=0,${word(desk, 'notMarked')},${average})`, [read]), t.averageMark)
}

function averageThenRank(rule: Rule, desk: RuleDesk, read: Read): Sum {
  const value = figure(desk, read)
  const place = placeLine(desk, value, rule.better)
  const sharing = f`COUNTIF(${ofGroup(value)},${value})`
  return madeOf(pointsAt(rule, f`${place}`, sharing), [inCell(place)], { mayBe: mayBe(rule) })
}

/** The number of the group to which the unit of each row belongs. */
function groupColumn({ draft }: RuleDesk, list: number): ListColumn {
  const owners = draft.lists[list]?.owners ?? []
  const groups = draft.units.map((unit) => unit.group ?? '')
  const names = [...new Set(groups)]
  const numberOf = (row: number) => names.indexOf(groups[owners[row] ?? -1] ?? '') + 1
  return addColumn(draft, list, { label: wordsOf(draft).group, shows: 'count', holds: numberOf })
}

/** Places among the marks of one assessor, within the unit's group. */
function rankThenAverage(rule: Rule, desk: RuleDesk, read: Read): Sum {
  const t = wordsOf(desk.draft)
  const list = read.list?.list
  const [by, mark] = list === undefined ? [] : [fieldOf(desk.draft, list, 'by'), fieldOf(desk.draft, list, 'value')]
  if (list === undefined || by === undefined || mark === undefined) return averageThenRank(rule, desk, read)
  const group = groupColumn(desk, list)
  const same = f`(${wholeOf(by)}=${by})*(${wholeOf(group)}=${group})`
  const ahead = f`(${wholeOf(mark)}${rule.better === 'more' ? '>' : '<'}${mark})`
  const place = addColumn(desk.draft, list, {
    label: t.place,
    shows: 'count',
    holds: f`SUMPRODUCT(${same}*${ahead})+1`,
  })
  const sharing = f`SUMPRODUCT(${same}*(${wholeOf(mark)}=${mark}))`
  const points = addColumn(desk.draft, list, {
    label: desk.told.label,
    shows: 'amount',
    holds: pointsAt(rule, f`${place}`, sharing),
  })
  const average = f`SUMIF(${ownersOf(list)},${thisUnit},${wholeOf(points)})/${read.value}`
  const value = f`IF(${read.value}=0,${word(desk, 'notMarked')},${average})`
  return madeOf(value, [read], { mayRefuse: true, mayBe: mayBe(rule) })
}

export const pointsByRank: Maker<Rule> = (rule, desk) => {
  demandGroup(desk.draft)
  if (desk.list !== undefined) throw new Unsayable('points_by_rank')
  const read = desk.read(rule.of)
  const ready = read.mayRefuse ? { ...read, ...inCell(put(desk, read)) } : read
  return rule.assessors === 'average_then_rank'
    ? averageThenRank(rule, desk, ready)
    : rankThenAverage(rule, desk, ready)
}
