import * as fc from 'fast-check'
import type { BookToWrite } from '#capabilities/spreadsheets/write-sheets.ts'
import { readyTable } from '../../engine/ready-table.ts'
import { scoreUnits } from '../../engine/score-units.ts'
import type { ScoreFacts } from '../../table/score-facts.ts'
import type { ScoreTable } from '../../table/score-table.ts'
import { workbookModel } from '../../workbook-lines/workbook-model.ts'
import { blocSheets, resultsOf } from '../bloc-book.ts'
import { differences } from './compare-sheets.ts'
import { randomFacts } from './random-facts.ts'
import { randomTable } from './random-tables.ts'
import { recalculated } from './recalculated.ts'

export interface TableAndFacts {
  readonly table: ScoreTable
  readonly facts: ScoreFacts
}

const unitsOfTable = 8
const told: Omit<BookToWrite, 'sheets'> = {
  title: 'thử',
  subject: '',
  description: '',
  creator: 'thử',
  created: new Date('2023-12-20T00:00:00Z'),
  footer: '',
}

/** Random tables, each with facts of eight units: eight sheets of points. The same for the same seed. */
export function randomSheets(tables: number, seed: number): TableAndFacts[] {
  const facts = fc.sample(randomFacts(unitsOfTable), { numRuns: tables, seed })
  return fc.sample(randomTable, { numRuns: tables, seed }).flatMap((table, at) => {
    const known = facts[at]
    return known === undefined ? [] : [{ table, facts: known }]
  })
}

function bookOf({ table, facts }: TableAndFacts, prefix: string) {
  const ready = readyTable(table)
  const result = scoreUnits(ready, facts)
  const model = workbookModel(ready, facts, 'vi')
  return { table, result, prefix, of: resultsOf(model, result, prefix), fixed: model.draft.fixed }
}

export interface Recomputed {
  /** Figures, ranks, classes and words that differ. */
  readonly differing: readonly string[]
  /** Criteria that were written as values. */
  readonly fixed: readonly string[]
}

/** What LibreOffice computes otherwise than the engine; all in one workbook, since it takes longer to start than to compute. */
export async function recompute(all: readonly TableAndFacts[], first = 0): Promise<Recomputed> {
  const books = all.map((one, at) => bookOf(one, `${first + at} `))
  const sheets = await recalculated({ ...told, sheets: books.flatMap(({ of, prefix }) => [...blocSheets(of, prefix)]) })
  return {
    differing: books.flatMap((book) => differences(sheets, book)),
    fixed: books.flatMap(({ fixed }) => fixed),
  }
}
