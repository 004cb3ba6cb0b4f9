import type { RuleOf } from '../table/rule.ts'
import { amountText } from '../workbook-lines/amounts.ts'
import { addColumn, put, sure, wordsOf } from '../workbook-lines/draft.ts'
import { fieldOf } from '../workbook-lines/fact-lines.ts'
import { valueOfFact } from '../workbook-lines/fact-value.ts'
import { f, ownersOf, quoted, soFar, thisUnit, wholeOf, type Formula, type ListColumn } from '../workbook-lines/line.ts'
import { eitherOf, guarded, inCell, madeOf, severalOf, type Sum } from '../workbook-lines/sum.ts'
import { cellOf, Unsayable, type Read } from './reading.ts'
import { asking, branch, first, word, type Maker, type RuleDesk } from './rule-desk.ts'

const isListColumn = (cell: ReturnType<typeof put>): cell is ListColumn => 'list' in cell

function column(desk: RuleDesk, sum: Sum, label: string, shows: 'amount' | 'yes_no' = 'amount'): ListColumn {
  const cell = put(desk, sum, label, shows)
  if (!isListColumn(cell)) throw new Error('cases stand in a list')
  return cell
}

/** The figures of a unit's rows, added; a word in one of them stands for all. */
function addedUp(desk: RuleDesk, cells: ListColumn, of: Read, sums: readonly Sum[]): Sum {
  const owners = ownersOf(cells.list)
  const total = f`SUMIF(${owners},${thisUnit},${wholeOf(cells)})`
  const mayRefuse = sums.some((sum) => sum.mayRefuse || sum.needs.length > 0)
  const isUnknown = f`SUMPRODUCT((${owners}=${thisUnit})*ISTEXT(${wholeOf(cells)}))>0`
  const value = mayRefuse ? f`IF(${isUnknown},${word(desk, 'missing')},${total})` : total
  return madeOf(value, [of], { ...severalOf(sums), mayRefuse })
}

interface Kept {
  /** 1 for what counts, 0 else, or a word. */
  readonly counts: ListColumn | null
  readonly isSure: boolean
}

/** Which cases count: those meant, without those that are exempt. */
function kept(rule: RuleOf<'per_case'>, inside: RuleDesk): Kept {
  const t = wordsOf(inside.draft)
  const meant = rule.where === undefined ? null : cellOf(inside, inside.read(rule.where))
  const exempt = rule.exempt === undefined ? null : cellOf(inside, inside.read(rule.exempt))
  if (meant === null && exempt === null) return { counts: null, isSure: true }
  const due: Formula = exempt === null ? ['1'] : first([exempt.value], f`IF(${exempt.value}=1,0,1)`)
  const value = meant === null ? due : first([meant.value], f`IF(${meant.value}=1,${due},0)`)
  const sum = madeOf(value, [], { mayRefuse: true })
  return { counts: column(inside, sum, t.counts, 'yes_no'), isSure: false }
}

/** The number of a case among those of its unit that count. */
function numberOf({ counts }: Kept, list: number): Formula {
  const [owners, own] = [ownersOf(list, 'so_far'), ownersOf(list, 'row')]
  return counts === null ? f`COUNTIF(${owners},${own})` : f`SUMIF(${owners},${own},${soFar(counts)})`
}

function fromList(rule: RuleOf<'per_case'>, desk: RuleDesk, read: Read, list: number): Sum {
  const t = wordsOf(desk.draft)
  const inside = desk.among(list)
  const which = kept(rule, inside)
  const points = branch(inside, inside.points(rule.points), t.casePoints)
  const { counts } = which
  const isDue = [
    ...(counts === null ? [] : [f`${counts}=1`]),
    ...(rule.free === 0 ? [] : [f`${numberOf(which, list)}>${rule.free}`]),
  ]
  const test = isDue.reduce<Formula>((rest, one) => f`IF(${one},${rest},0)`, points.value)
  const value = counts === null ? test : first([f`${counts}`], test)
  const sum = madeOf(value, [], { ...eitherOf([points]), mayRefuse: points.mayRefuse || counts !== null })
  return addedUp(desk, column(inside, sum, desk.told.label), read, [sum])
}

/** Only how many there were is known. */
function fromCount(rule: RuleOf<'per_case'>, desk: RuleDesk, read: Read): Sum {
  if (rule.where !== undefined || rule.exempt !== undefined) return { ...asking(desk), needs: read.needs }
  const points = branch(desk, desk.points(rule.points), wordsOf(desk.draft).casePoints)
  const count = rule.free === 0 ? read.value : f`MAX(0,${read.value}-${rule.free})`
  const product = f`${count}*${points.value}`
  const counted = points.mayRefuse ? f`IF(${count}=0,0,${first([points.value], product)})` : product
  const value = f`IF(${read.value}<0,${word(desk, 'asks')},${counted})`
  return madeOf(value, [read], { ...severalOf([points]), mayRefuse: true })
}

/** Whether units of this workbook tell a fact by a bare number, or by a list. */
function toldAs(desk: RuleDesk, list: number): { numbers: boolean; lists: boolean } {
  const key = desk.draft.lists[list]?.key ?? ''
  const held = desk.draft.units.map((unit) => valueOfFact(unit.facts[key]).held)
  return { numbers: held.some((one) => one !== null && typeof one !== 'object'), lists: held.some(Array.isArray) }
}

export const perCase: Maker<RuleOf<'per_case'>> = (rule, desk) => {
  const read = desk.read(rule.cases)
  if (read.list === undefined) return fromCount(rule, desk, { ...read, ...sure(desk, read) })
  if (read.list.where.length > 0) throw new Unsayable('where')
  const { list } = read.list
  const { numbers, lists } = toldAs(desk, list)
  if (!numbers) return fromList(rule, desk, read, list)
  const counted = fromCount(rule, desk, read)
  if (!lists) return counted
  const listed = fromList(rule, desk, read, list)
  const isListed = f`COUNTIF(${ownersOf(list)},${thisUnit})=${read.value}`
  return { ...madeOf(f`IF(${isListed},${listed.value},${counted.value})`, [read]), ...eitherOf([listed, counted]) }
}

function demandList(read: Read): number {
  if (read.list === undefined || read.list.where.length > 0) throw new Unsayable('list')
  return read.list.list
}

export const flexible: Maker<RuleOf<'flexible'>> = (rule, desk) => {
  const read = desk.read(rule.cases)
  const inside = desk.among(demandList(read))
  const points = inside.points(rule.points)
  const ready =
    points.mayRefuse || points.value.length > 1
      ? inCell(column(inside, points, wordsOf(desk.draft).casePoints))
      : points
  const [from, to] = [amountText(rule.from), amountText(rule.to)]
  const rounded = f`ROUND(${ready.value},9)`
  const value = f`IF(AND(${rounded}>=${from},${rounded}<=${to}),${ready.value},${word(desk, 'asks')})`
  const sum = madeOf(value, [ready], { mayRefuse: true })
  return addedUp(desk, column(inside, sum, desk.told.label), read, [sum])
}

const plainName = (name: string) => name.normalize('NFC').trim().toLowerCase()

/** Points of one award, by its name; one that the table does not list gives nothing. */
function ofAward(rule: RuleOf<'awards'>, desk: RuleDesk, name: Formula): Sum {
  const each = rule.points.map(({ award, points }) => ({ award, points: branch(desk, desk.points(points)) }))
  const value = each.reduceRight<Formula>(
    (rest, { award, points }) => f`IF(LOWER(TRIM(${name}))=${quoted(plainName(award))},${points.value},${rest})`,
    ['0'],
  )
  return madeOf(value, [], eitherOf(each.map(({ points }) => points)))
}

export const awards: Maker<RuleOf<'awards'>> = (rule, desk) => {
  const read = desk.read(rule.awards)
  if (read.list === undefined) {
    if (read.source === undefined) throw new Unsayable('awards')
    return { ...ofAward(rule, desk, f`${read.source}`), needs: read.needs }
  }
  const list = demandList(read)
  const name = fieldOf(desk.draft, list, 'award') ?? fieldOf(desk.draft, list, 'value')
  if (name === undefined) return madeOf(['0'], [read], { mayBe: { negative: false, positive: false }, places: 0 })
  const inside = desk.among(list)
  const sum = ofAward(rule, inside, f`${name}`)
  const cells = addColumn(desk.draft, list, {
    label: desk.told.label,
    shows: 'amount',
    holds: guarded(sum, wordsOf(desk.draft).standing),
  })
  if (rule.pick === 'sum') return addedUp(desk, cells, read, [sum])
  if (sum.mayBe.negative || sum.mayRefuse) throw new Unsayable('highest')
  const most = f`SUMPRODUCT(MAX((${ownersOf(list)}=${thisUnit})*${wholeOf(cells)}))`
  return madeOf(most, [read], { mayBe: sum.mayBe, places: sum.places })
}
