import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type FileChild } from 'docx'
import { twips } from './measures.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Columns without lines, as in a head or under signatures; `widths` in millimetres. A row is never split. */
export function plainTable(widths: readonly number[], rows: readonly (readonly FileChild[])[][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) => new TableRow({ cantSplit: true, children: cells.map((cell, at) => tableCell(cell, widths[at])) }),
    ),
  })
}

const tableCell = (children: readonly FileChild[], width = 0) =>
  new TableCell({
    children: children as never,
    width: { size: twips(width), type: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none },
  })
