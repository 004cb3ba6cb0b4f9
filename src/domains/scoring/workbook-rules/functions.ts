import type { FunctionName, Tree } from '../formula/tree.ts'
import { rounded } from '../workbook-lines/amounts.ts'
import { wordsOf } from '../workbook-lines/draft.ts'
import { call, f, joined, ofGroup, quoted, type Formula, type Line } from '../workbook-lines/line.ts'
import { madeOf, settledOf } from '../workbook-lines/sum.ts'
import { workingDays } from './days.ts'
import { counted, extremeOfMarks, has, averageOf, reportsOf, reportsSo, summed, trimmed } from './list-functions.ts'
import {
  cellOf,
  condition,
  demandGroup,
  known,
  number,
  onWay,
  Unsayable,
  widest,
  type Asked,
  type Read,
  type Reading,
} from './reading.ts'

type Call = Extract<Tree, { is: 'call' }>
type Translated = (call: Call, at: Reading) => Read

const reads = ({ given }: Call, at: Reading) => given.map((one) => known(at, at.translate(one, at)))

const plain =
  (write: (values: readonly Formula[]) => Formula, kind: Read['kind'] = 'number'): Translated =>
  (call, at) => {
    const from = reads(call, at)
    return { ...madeOf(write(from.map(({ value }) => value)), from), kind, isPlain: kind === 'date' }
  }

const whole =
  (write: (values: readonly Formula[]) => Formula): Translated =>
  (call, at) => ({
    ...plain(write)(call, at),
    isPlain: true,
    places: 0,
  })

const extreme =
  (name: 'MIN' | 'MAX'): Translated =>
  (tree, at) => {
    const from = reads(tree, at)
    const [first] = from
    if (first?.list !== undefined && from.length === 1) return extremeOfMarks(name, first, at)
    if (from.some(({ kind }) => kind === 'list' || kind === 'text')) throw new Unsayable(name)
    const values = call(
      name,
      from.map(({ value }) => value),
    )
    return { ...madeOf(values, from), ...widest(from), mayRefuse: false }
  }

const between: Translated = (call, at) => {
  const from = reads(call, at)
  const [value, low, high] = from
  if (value === undefined || low === undefined || high === undefined) throw new Unsayable('between')
  return condition(f`AND(${settledOf(value)}>=${settledOf(low)},${settledOf(value)}<=${settledOf(high)})`, from)
}

function round(call: Call, at: Reading): Read {
  const [value, places] = call.given
  if (value === undefined || (places !== undefined && places.is !== 'number')) throw new Unsayable('round')
  const cell = cellOf(at, at.translate(value, at))
  return number(
    madeOf(rounded(cell.value, Number(places?.text ?? 0)), [cell], {
      places: Number(places?.text ?? 0),
      isPlain: true,
    }),
  )
}

const isKnown: Translated = ({ given }, at) => {
  const [one] = given.map((tree) => cellOf(at, at.translate(tree, at)))
  return condition(f`ISNUMBER(${one?.value ?? ''})`, [])
}

const isAssigned: Translated = ({ given }, at) => {
  const [one] = given.map((tree) => cellOf(at, at.translate(tree, at)))
  return condition(f`${one?.value ?? ''}<>${quoted(wordsOf(at.draft).standing.notAssigned)}`, [])
}

/** The first that is known; what a person must say is not passed over. */
const coalesce: Translated = ({ given }, at) => {
  const each = given.map((tree) => at.translate(tree, at))
  const ways = each.map((read) => onWay(at, read.needs.length > 0 || read.mayRefuse ? cellOf(at, read) : read))
  const { missing, notAssigned } = wordsOf(at.draft).standing
  const last = ways.at(-1)
  const value = ways
    .slice(0, -1)
    .reduceRight<Formula>(
      (rest, { value: one }) => f`IF(OR(${one}=${quoted(missing)},${one}=${quoted(notAssigned)}),${rest},${one})`,
      last?.value ?? ['0'],
    )
  const { test: _bare, ...first } = each[0] ?? number(madeOf(['0'], []))
  return { ...first, ...madeOf(value, []), ...widest(ways), isPlain: ways.every(({ isPlain }) => isPlain === true) }
}

const days = (from: Formula, to: Formula): Formula => f`(${to}-${from})`

const wholeMonths = (from: Formula, to: Formula): Formula => {
  const months = f`((YEAR(${to})-YEAR(${from}))*12+MONTH(${to})-MONTH(${from}))`
  return f`(${months}-(EDATE(${from},${months})>${to}))`
}

const two = (write: (from: Formula, to: Formula) => Formula) => whole(([from = [], to = []]) => write(from, to))

const workingDaysOf: Translated = (call, at) => two((from, to) => f`(${workingDays(at.draft, from, to)})`)(call, at)

/** The figures of all units of the group, in cells of their own. */
function groupOf({ given: [tree] }: Call, { list: _list, ...at }: Reading): { own: Read; cells: Formula } {
  if (tree === undefined) throw new Unsayable('group')
  demandGroup(at.draft)
  const own = cellOf(at, at.translate(tree, at))
  const [line] = own.needs
  if (line === undefined || !('grid' in line)) throw new Unsayable('group')
  return { own, cells: ofGroup(line satisfies Line) }
}

const overGroup =
  (name: 'MAX' | 'MIN' | 'AVERAGE' | 'MEDIAN' | 'SUM'): Translated =>
  (call, at) => {
    const { own, cells } = groupOf(call, at)
    const value = f`IF(COUNT(${cells})=0,${own.value},${name}(${cells}))`
    return { ...number(madeOf(value, [], { mayRefuse: true, mayBe: own.mayBe })), isPlain: false }
  }

const rankOf: Translated = (call, at) => {
  const { own, cells } = groupOf(call, at)
  return number(madeOf(f`RANK(${own.value},${cells})`, [own], { places: 0, isPlain: true }))
}

const ofCriterion =
  (asked: Asked): Translated =>
  ({ given: [code] }, at) => {
    if (code?.is !== 'text') throw new Unsayable(asked)
    return number(at.criterion(code.text, asked))
  }

const translated: Readonly<Record<FunctionName, Translated>> = {
  min: extreme('MIN'),
  max: extreme('MAX'),
  abs: plain(([one = []]) => f`ABS(${one})`),
  round,
  floor: whole(([one = []]) => f`INT(ROUND(${one},9))`),
  ceil: whole(([one = []]) => f`-INT(-ROUND(${one},9))`),
  known: isKnown,
  assigned: isAssigned,
  coalesce,
  between,
  count: counted,
  sum: summed,
  average: averageOf,
  trimmed,
  has,
  date: (tree, at) =>
    tree.given.length === 1
      ? plain(([day = []]) => day, 'date')(tree, at)
      : plain((all) => f`DATE(${joined(all, ',')})`, 'date')(tree, at),
  days: two(days),
  workingDays: workingDaysOf,
  weeks: two((from, to) => f`TRUNC((${to}-${from})/7)`),
  months: two((from, to) => f`IF(${from}<=${to},${wholeMonths(from, to)},-${wholeMonths(to, from)})`),
  year: whole(([day = []]) => f`YEAR(${day})`),
  month: whole(([day = []]) => f`MONTH(${day})`),
  day: whole(([day = []]) => f`DAY(${day})`),
  best: overGroup('MAX'),
  worst: overGroup('MIN'),
  mean: overGroup('AVERAGE'),
  median: overGroup('MEDIAN'),
  total: overGroup('SUM'),
  rankOf,
  reports: reportsOf,
  onTime: reportsSo('onTime'),
  late: reportsSo('late'),
  missing: reportsSo('missing'),
  sent: reportsSo('sent'),
  points: ofCriterion('points'),
  maxOf: ofCriterion('maxOf'),
  share: ofCriterion('share'),
  base: ofCriterion('base'),
  bonus: ofCriterion('bonus'),
  penalty: ofCriterion('penalty'),
}

export const called = (tree: Call, at: Reading): Read => translated[tree.name](tree, at)
