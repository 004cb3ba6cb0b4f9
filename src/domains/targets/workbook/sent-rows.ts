import { gridText } from '#capabilities/spreadsheets/grid-text.ts'
import type { ReadGrid, ReadGridRow } from '#capabilities/spreadsheets/grid.ts'
import { letterOf } from '#capabilities/spreadsheets/sheet.ts'
import { isTyped, type Target } from '../target.ts'
import { longestNote } from './report-sheet.ts'
import { sentFigures, type SentFigure, type StampContent } from './stamp.ts'
import { isChanged, tidyNote, type SentRow } from './workbook.ts'

export interface ReadRow extends SentRow {
  sent: SentFigure
  address: string
  noteAddress: string
}

interface Stray {
  number: number
  key: string
  fault: 'unknown' | 'twice'
}

interface ReadRows {
  /** What differs from what went out. */
  changed: ReadRow[]
  strays: Stray[]
  /** How many targets that went out came back without a row. */
  gone: number
}

const longestText = 200

const tooLong = (most: number): SentRow => ({ said: { key: 'sheet.tooLong', values: { most } }, note: '' })

/** The figure's cell and its note, as somebody would have typed them. */
function sentRow({ cells }: ReadGridRow, target: Target): SentRow {
  const [figure = null, noteCell = null] = cells
  const said = gridText(figure, target.measure === 'day' ? 'day' : 'other')
  const note = gridText(noteCell)
  if ('key' in note) return { said: note, note: '' }
  if (note.text.length > longestNote) return tooLong(longestNote)
  return 'text' in said && said.text.length > longestText ? tooLong(longestText) : { said, note: tidyNote(note.text) }
}

/** Empty rows, and locked ones that went out to be read only, say nothing when they come back. */
function saysSomething({ key, cells }: ReadGridRow, targets: readonly Target[]): boolean {
  const isEmpty = cells.every((cell) => cell === null || cell === '')
  return !isEmpty && !targets.some((target) => target.code === key && !isTyped(target))
}

type Known = { row: ReadGridRow; sent: SentFigure; target: Target }

function readKnown({ row, sent, target }: Known, grid: ReadGrid): ReadRow | undefined {
  const [figureAt = '', noteAt = ''] = grid.places.map(letterOf)
  const said = sentRow(row, target)
  if (!isChanged(said, { value: sent.value, note: tidyNote(sent.note) }, target)) return undefined
  return { ...said, sent, address: `${figureAt}${row.number}`, noteAddress: `${noteAt}${row.number}` }
}

/** The rows of a file by the key that each carries, wherever it was moved. */
export function readRows(grid: ReadGrid, stamp: StampContent, targets: readonly Target[]): ReadRows {
  const [sentByKey, byId] = [sentFigures(stamp), new Map(targets.map((target) => [target.id, target]))]
  const [known, strays] = [new Map<string, Known>(), [] as Stray[]]
  for (const row of grid.rows) {
    const sent = sentByKey.get(row.key)
    const target = sent && byId.get(sent.target)
    if (sent !== undefined && target !== undefined && !known.has(row.key)) known.set(row.key, { row, sent, target })
    else if (saysSomething(row, targets)) {
      strays.push({ number: row.number, key: row.key, fault: known.has(row.key) ? 'twice' : 'unknown' })
    }
  }
  const changed = [...known.values()].flatMap((one) => readKnown(one, grid) ?? [])
  return { changed, strays, gone: sentByKey.size - known.size }
}
