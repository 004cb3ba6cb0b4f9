import { escaped, head, main } from './book-parts.ts'
import type { CellLook, CellStyles } from './cell-styles.ts'
import { letterOf, neutral } from './sheet.ts'

export interface SheetFormula {
  readonly formula: string
  /** What it came to when it was written, for programs that only show; others compute it when they open the file. */
  readonly result?: string | number | undefined
}

export interface LookedCell {
  readonly look: CellLook
  /** A day is a number of days, as spreadsheets count. */
  readonly value: string | number | null | SheetFormula
}

export interface SheetToWrite {
  readonly name: string
  readonly widths: readonly number[]
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Rows of headings, from 1, that each printed page repeats. */
  readonly repeated?: readonly [number, number]
  readonly rows: Iterable<readonly (LookedCell | null)[]>
}

/** Room for a heading of three lines. */
const headHeight = 50
/** More letters no cell holds. */
const longestText = 32_767

function formulaXml({ formula, result }: SheetFormula, start: string): string {
  const text = `<f>${escaped(formula)}</f>`
  if (result === undefined) return `${start}>${text}</c>`
  return typeof result === 'number'
    ? `${start}>${text}<v>${result}</v></c>`
    : `${start} t="str">${text}<v>${escaped(result)}</v></c>`
}

function cellXml(value: LookedCell['value'], start: string): string {
  if (value === null) return `${start}/>`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  if (typeof value === 'object') return formulaXml(value, start)
  const text = escaped(neutral(value).slice(0, longestText))
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function viewXml({ rows, columns }: SheetToWrite['frozen']): string {
  if (rows === 0 && columns === 0) return '<sheetView workbookViewId="0"/>'
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight'
  const split = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`
  const first = `${letterOf(columns)}${rows + 1}`
  return `<sheetView workbookViewId="0"><pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/></sheetView>`
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return ''
  const all = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return `<cols>${all.join('')}</cols>`
}

const landscape =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

/** A sheet as XML, row by row. */
export function* sheetXml(sheet: SheetToWrite, footer: string, styles: CellStyles): Generator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`
  yield `<sheetViews>${viewXml(sheet.frozen)}</sheetViews><sheetFormatPr defaultRowHeight="15.75"/>`
  yield `${columnsXml(sheet.widths)}<sheetData>`
  const letters: string[] = []
  let number = 0
  for (const cells of sheet.rows) {
    number += 1
    let isHead = false
    let row = ''
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue
      isHead ||= cell.look.kind === 'head'
      const letter = (letters[column] ??= letterOf(column))
      row += cellXml(cell.value, `<c r="${letter}${number}" s="${styles.of(cell.look)}"`)
    }
    yield `<row r="${number}"${isHead ? ` ht="${headHeight}" customHeight="1"` : ''}>${row}</row>`
  }
  yield `</sheetData>${landscape}<headerFooter><oddFooter>${escaped(footer)}</oddFooter></headerFooter></worksheet>`
}
