import { criteria, provinceTable } from './province.ts'
import type { ScoreFacts } from '../../src/domains/scoring/table/score-facts.ts'

/** A cell of the workbook: a figure, a text, or a formula without "=". */
export type Cell = number | string | { readonly formula: string }

const blocSize = 20

/** The name of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

const keys = Object.keys(provinceTable.facts)
const judged = criteria.filter(({ rule }) => rule.rule === 'judged').map(({ code }) => code)
const relative = criteria.filter(({ rule }) => rule.rule === 'relative_to_leader').map(({ code }) => code)

/** Unit, facts, marks, how far targets are exceeded, criteria, sections, total, rank. */
const firstMark = 1 + keys.length
const firstExcess = firstMark + judged.length
export const firstCriterion = firstExcess + relative.length
const firstSection = firstCriterion + criteria.length
export const totalColumn = firstSection + 6

/** Binary floats are settled at nine decimals before they are rounded, as our own workbooks do. */
const rounded = (what: string) => `ROUND(ROUND(${what},9),2)`

interface Row {
  readonly row: number
  readonly first: number
  readonly last: number
}

type Say = (index: number, of: Row) => string
const factCell = (key: string, { row }: Row) => `${columnName(1 + keys.indexOf(key))}${row}`
const [a, b, c] = ['a', 'b', 'c'].map((letter) => (index: number, of: Row) => factCell(`${letter}${index}`, of)) as [
  Say,
  Say,
  Say,
]

const excessColumn = (index: number) => columnName(firstExcess + relative.indexOf(criteria[index]?.code ?? ''))

function relativeTo(index: number, of: Row): string {
  const [actual, target, excess] = [a(index, of), b(index, of), excessColumn(index)]
  const own = `${excess}${of.row}`
  const leader = `MAX(${excess}${of.first}:${excess}${of.last})`
  return (
    `IF(${actual}<${target},${rounded(`2.5*${actual}/${target}`)},IF(${actual}=${target},2.5,` +
    `IF(${own}=${leader},5,${rounded(`2.5+2.5*${own}/${leader}`)})))`
  )
}

/** What each kind of criterion of the bench's table is as a formula; in the order of its kinds. */
const kinds: readonly Say[] = [
  (index, of) => rounded(`3*MIN(1,${a(index, of)}/${b(index, of)})`),
  (index, of) => {
    const share = `ROUND(${a(index, of)}/${b(index, of)}*100,9)`
    return `IF(${share}>=98,5,IF(${share}>=97,4,IF(${share}>=96,3,1.25)))`
  },
  relativeTo,
  (index, of) => `IF(${a(index, of)}>=60,2,0)`,
  (index, of) => `-MIN(1.5,0.5*${c(index, of)})`,
  (index, of) => rounded(`MIN(0.5,0.1*INT(MAX(0,${a(index, of)}-92)))`),
  (index, of) => rounded(`MIN(4,${a(index, of)}/(${b(index, of)}+7)*4)`),
  (index, of) => `CHOOSE(MIN(${c(index, of)},4)+1,10,8,6,4,0)`,
  (index, { row }) => `${columnName(firstMark + judged.indexOf(criteria[index]?.code ?? ''))}${row}`,
  (index, of) => `IF(${a(index, of)}>=${b(index, of)},3,1.5)`,
]

const formula = (text: string): Cell => ({ formula: text })
const excessOf = (index: number, of: Row) => `ROUND(MAX(0,ROUND(${a(index, of)}-${b(index, of)},6))/${b(index, of)},12)`

function formulasOf(of: Row): Cell[] {
  const indexes = [...criteria.keys()]
  const cell = (column: number) => `${columnName(column)}${of.row}`
  const sections = Array.from({ length: 6 }, (_none, section) => {
    const from = firstCriterion + section * 10
    return formula(`MAX(0,SUM(${cell(from)}:${cell(from + 9)}))`)
  })
  const total = columnName(totalColumn)
  return [
    ...indexes.filter((index) => index % kinds.length === 2).map((index) => formula(excessOf(index, of))),
    ...indexes.map((index) => formula(kinds[index % kinds.length]?.(index, of) ?? '0')),
    ...sections,
    formula(rounded(`SUM(${cell(firstSection)}:${cell(totalColumn - 1)})`)),
    formula(`RANK(${total}${of.row},${total}$${of.first}:${total}$${of.last})`),
  ]
}

/** The same facts and rules as a sheet: a row a unit. */
export function rowsOf({ units }: ScoreFacts): Cell[][] {
  return units.map(({ id, facts, marks }, index) => {
    const first = index - (index % blocSize) + 1
    const of = { row: index + 1, first, last: Math.min(units.length, first + blocSize - 1) }
    const figures = [...keys.map((key) => Number(facts[key])), ...judged.map((code) => Number(marks[code]))]
    return [id, ...figures, ...formulasOf(of)]
  })
}

export const columnOfFact = (key: string): number => 1 + keys.indexOf(key)
