import type { SheetToWrite } from '#capabilities/spreadsheets/sheet-xml.ts'
import type { ScoreResult } from '../engine/score-result.ts'
import { gridSheet, listSheet } from './book-sheets.ts'
import { wordsOf } from '../workbook-lines/draft.ts'
import { boardSheet } from './board-sheet.ts'
import type { Results } from './result-cells.ts'
import { summarySheet } from './summary-sheet.ts'
import { sheetName, shapeOf } from './shape-of.ts'
import type { WorkbookModel } from '../workbook-lines/workbook-model.ts'

/** How a model's results are set beside it. */
export function resultsOf(model: WorkbookModel, result: ScoreResult, prefix = ''): Results {
  return {
    model,
    shape: shapeOf(model.draft, prefix),
    scores: new Map(result.units.map((unit) => [unit.unit, unit])),
  }
}

/** Facts, their lists and the steps: what every workbook has. */
export function* workingSheets(of: Results): Generator<SheetToWrite> {
  const grids = { draft: of.model.draft, shape: of.shape }
  yield gridSheet(grids, 'facts')
  for (const list of of.model.draft.lists.keys()) yield listSheet(grids, list)
  yield gridSheet(grids, 'steps')
}

/** The sheets of a whole bloc. */
export function* blocSheets(of: Results, prefix = ''): Generator<SheetToWrite> {
  const t = wordsOf(of.model.draft)
  yield summarySheet(of, sheetName(t.sheets.summary, prefix))
  yield boardSheet(of, sheetName(t.sheets.board, prefix))
  yield* workingSheets(of)
}
