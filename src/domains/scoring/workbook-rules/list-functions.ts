import type { Tree } from '../formula/tree.ts'
import { addColumn, wordsOf } from '../workbook-lines/draft.ts'
import { fieldOf } from '../workbook-lines/fact-lines.ts'
import { f, ownersOf, quoted, soFar, thisUnit, wholeOf, type Formula, type ListColumn } from '../workbook-lines/line.ts'
import { added, madeOf, notNegative } from '../workbook-lines/sum.ts'
import { cellOf, condition, known, number, Unsayable, type ListRead, type Read, type Reading } from './reading.ts'
import { countReports, type ReportStanding } from './reports.ts'

type Call = Extract<Tree, { is: 'call' }>

function listed({ given: [tree] }: Call, at: Reading): Read & { list: ListRead } {
  if (tree === undefined) throw new Unsayable('list')
  const read = known(at, at.translate(tree, at))
  if (read.list === undefined) throw new Unsayable('list')
  return { ...read, list: read.list }
}

/** What is asked of each thing of a list, in a column of its own. */
function eachOf({ given: [, tree] }: Call, at: Reading, list: number): ListColumn | undefined {
  if (tree === undefined) return undefined
  const inside = { ...at, list }
  const [cell] = cellOf(inside, at.translate(tree, inside)).needs
  const isOwn = cell !== undefined && 'list' in cell
  if (isOwn) return cell
  return addColumn(at.draft, list, { label: wordsOf(at.draft).between, shows: 'amount', holds: f`${cell ?? ''}` })
}

const anyWord = (list: number, column: ListColumn): Formula =>
  f`SUMPRODUCT((${ownersOf(list)}=${thisUnit})*(1-ISNUMBER(${wholeOf(column)})))>0`

const missing = (at: Reading) => quoted(wordsOf(at.draft).standing.missing)

export function counted(call: Call, at: Reading): Read {
  const read = listed(call, at)
  const { list, where } = read.list
  const each = eachOf(call, at, list)
  if (each === undefined) {
    const value = where.length === 0 ? read.value : f`SUMPRODUCT((${ownersOf(list)}=${thisUnit})*${added(where)})`
    return { ...madeOf(value, [read], { mayBe: notNegative, places: 0, isPlain: true }), kind: 'number' }
  }
  if (where.length > 0) throw new Unsayable('count')
  const so = f`SUMIFS(${wholeOf(each)},${ownersOf(list)},${thisUnit})`
  const value = f`IF(${anyWord(list, each)},${missing(at)},${so})`
  return { ...madeOf(value, [read], { mayRefuse: true, mayBe: notNegative, places: 0, isPlain: true }), kind: 'number' }
}

function figures(call: Call, at: Reading): { read: Read; column: ListColumn } {
  const read = listed(call, at)
  const { list, where } = read.list
  const column = eachOf(call, at, list) ?? fieldOf(at.draft, list, 'value')
  if (column === undefined || where.length > 0) throw new Unsayable('figures')
  return { read, column }
}

export function summed(call: Call, at: Reading): Read {
  const { read, column } = figures(call, at)
  const sum = f`SUMIF(${ownersOf(column.list)},${thisUnit},${wholeOf(column)})`
  return number(madeOf(f`IF(${anyWord(column.list, column)},${missing(at)},${sum})`, [read], { mayRefuse: true }))
}

export function averageOf(call: Call, at: Reading): Read {
  const { read, column } = figures(call, at)
  const sum = f`SUMIF(${ownersOf(column.list)},${thisUnit},${wholeOf(column)})`
  const asks = quoted(wordsOf(at.draft).standing.asks)
  const average = f`IF(${read.value}=0,${asks},${sum}/${read.value})`
  return number(madeOf(f`IF(${anyWord(column.list, column)},${missing(at)},${average})`, [read], { mayRefuse: true }))
}

/** The least or the most of a unit's marks: what is of other units is put out of reach. */
export function extremeOfMarks(name: 'MIN' | 'MAX', read: Read, at: Reading): Read {
  const list = read.list?.list ?? -1
  const value = fieldOf(at.draft, list, 'value')
  if (value === undefined) throw new Unsayable(name)
  const away = f`(${ownersOf(list)}<>${thisUnit})*${name === 'MIN' ? '' : '-'}9E+99`
  const asks = quoted(wordsOf(at.draft).standing.asks)
  const found = f`IF(${read.value}=0,${asks},SUMPRODUCT(${name}(${away}+${wholeOf(value)})))`
  return { ...number(madeOf(found, [read], { mayRefuse: true })), isPlain: true }
}

/** The average of marks without so many of the lowest and so many of the highest. */
export function trimmed(call: Call, at: Reading): Read {
  const [, low, high] = call.given
  const read = listed(call, at)
  const { list } = read.list
  const value = fieldOf(at.draft, list, 'value')
  if (value === undefined || low?.is !== 'number' || high?.is !== 'number') throw new Unsayable('trimmed')
  const t = wordsOf(at.draft)
  const [owners, own, before] = [ownersOf(list), ownersOf(list, 'row'), ownersOf(list, 'so_far')]
  const below = f`SUMPRODUCT((${owners}=${own})*(${wholeOf(value)}<${value}))`
  const equal = f`SUMPRODUCT((${before}=${own})*(${soFar(value)}=${value}))`
  const order = addColumn(at.draft, list, { label: t.order, shows: 'count', holds: f`${below}+${equal}` })
  const isLow = f`${order}<=${low.text}`
  const isHigh = f`${order}>COUNTIF(${owners},${own})-${high.text}`
  const kept = addColumn(at.draft, list, {
    label: t.counts,
    shows: 'amount',
    holds: f`IF(OR(${isLow},${isHigh}),0,${value})`,
  })
  const many = f`(${read.value}-${low.text}-${high.text})`
  const asks = quoted(t.standing.asks)
  const average = f`IF(${many}<=0,${asks},SUMIF(${owners},${thisUnit},${wholeOf(kept)})/${many})`
  return number(madeOf(average, [read], { mayRefuse: true }))
}

export function has({ given: [tree, name] }: Call, at: Reading): Read {
  if (tree === undefined || name?.is !== 'text') throw new Unsayable('has')
  const read = known(at, at.translate(tree, at))
  if (read.literal !== undefined) return condition(f`${read.value}=${read.literal(name.text)}`, [read])
  if (read.list === undefined) throw new Unsayable('has')
  return condition(anyText(at, read.list.list, name.text), [read])
}

/** Whether a text stands in any field of a unit's cases. */
function anyText({ draft }: Reading, list: number, text: string): Formula {
  const told = (draft.lists[list]?.columns ?? []).filter(({ shows, field }) => shows === 'text' && field !== undefined)
  const isOwn = f`(${ownersOf(list)}=${thisUnit})`
  const each = told.map((column) => f`SUMPRODUCT(${isOwn}*EXACT(${wholeOf(column)},${quoted(text)}))`)
  return each.length === 0 ? ['FALSE'] : f`${added(each)}>0`
}

const writtenKind = (tree: Tree | undefined): readonly string[] | undefined => {
  if (tree === undefined) return undefined
  if (tree.is !== 'text') throw new Unsayable('kind')
  return [tree.text]
}

export function reportsOf(call: Call, at: Reading): Read {
  const read = listed(call, at)
  const kind = fieldOf(at.draft, read.list.list, 'kind')
  const [text = ''] = writtenKind(call.given[1]) ?? []
  if (kind === undefined) throw new Unsayable('reports')
  return { ...read, list: { ...read.list, where: [f`EXACT(${wholeOf(kind)},${quoted(text)})`], kinds: [text] } }
}

export const reportsSo =
  (standing: ReportStanding) =>
  (call: Call, at: Reading): Read => {
    const read = listed(call, at)
    const kinds = writtenKind(call.given[1]) ?? read.list.kinds
    const value = countReports(at, { list: read.list.list, kinds }, standing)
    return { ...madeOf(value, [read], { mayBe: notNegative, places: 0, isPlain: true }), kind: 'number' }
  }
