import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { runsOf } from '../block-text.ts'
import type { Block, Column, Text } from '../paper.ts'
import { pointTwips, textWidth, twips, type Look } from './measures.ts'
import { textRuns } from './paragraphs.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

const inset = { left: pointTwips(5), right: pointTwips(5), top: pointTwips(3), bottom: pointTwips(3) }

function cell(text: Text, column: Column, look: Look, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: inset,
    children: [new Paragraph({ alignment: column.align ?? 'left', children: textRuns(runsOf(text), look.table) })],
  })
}

function headCell(column: Column, look: Look, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: inset,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({ alignment: 'center', children: textRuns([{ text: column.title, bold: true }], look.table) }),
    ],
  })
}

/** A table of figures: its head row on each page, no row cut. */
export function dataTable({ columns, rows }: TableBlock, look: Look): Table {
  const whole = twips(textWidth(look))
  const shares = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((whole * width) / shares))
  const widthAt = (index: number) => widths[index] ?? 0
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => headCell(column, look, widthAt(index))),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(row[index] ?? '', column, look, widthAt(index))),
          }),
      ),
    ],
  })
}
