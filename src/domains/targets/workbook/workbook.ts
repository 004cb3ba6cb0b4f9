import type { ReportWorkbookState } from '../../../../db/types.ts'
import { compare, exact } from '#platform/exact.ts'
import type { Target } from '../target.ts'
import { readValue, type Value, type ValueFault } from '../value.ts'

export type { ReportWorkbookState }

const allowedIn = {
  confirm: ['previewed'],
  withdraw: ['previewed'],
  undo: ['applied'],
} as const satisfies Record<string, ReportWorkbookState[]>

export const workbookCan = (deed: keyof typeof allowedIn, workbook: { state: ReportWorkbookState }) =>
  (allowedIn[deed] as readonly ReportWorkbookState[]).includes(workbook.state)

/** A figure with its note. */
export interface Figure {
  value: Value
  note: string
}

/** What a row of the file says: as it would be typed, or why its cell could not be read. */
export interface SentRow {
  said: { text: string } | { key: string; values: Readonly<Record<string, string | number>> }
  note: string
}

/** Which of the two is kept where both changed. */
export const choices = ['file', 'standing'] as const
export type Choice = (typeof choices)[number]

export type Judged =
  /** Nothing to do: the file says what went out, or what stands already. */
  | { outcome: 'same' }
  | { outcome: 'change'; figure: Figure }
  /** Changed in the file and here: `figure` is the file's, for who chooses it. */
  | { outcome: 'conflict'; figure: Figure }
  | { outcome: 'fault'; key: ValueFault }
  | { outcome: 'broken'; key: string; values: Readonly<Record<string, string | number>> }

/** A workbook holds doubles: what they cannot tell apart is the same. */
function sameValue(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === other
  return compare(exact(one), exact(other)) === 0 || Number(one) === Number(other)
}

export const tidyNote = (note: string) => note.normalize('NFC').replace(/\r\n?/gu, '\n').trim()

/** Whether a row says something else than what went out; a cell that cannot be read does. */
export function isChanged(row: SentRow, sent: Figure, target: Target): boolean {
  if (!('text' in row.said) || row.note !== sent.note) return true
  const read = readValue(row.said.text, target)
  return !read.ok || !sameValue(read.value, sent.value)
}

type Way = 'standing' | 'file' | 'conflict'

/** Three ways: what went out, what the file says, what stands now. */
function wayOf<Part>(sent: Part, file: Part, now: Part, isSame: (one: Part, other: Part) => boolean): Way {
  if (isSame(file, sent) || isSame(file, now)) return 'standing'
  return isSame(now, sent) ? 'file' : 'conflict'
}

const sameText = (one: string, other: string) => one === other

/** Value and note each by itself: who mended a note is in nobody's way who wrote the figure. */
export function judgeRow(row: SentRow, { sent, now, target }: { sent: Figure; now: Figure; target: Target }): Judged {
  if (!('text' in row.said)) return { outcome: 'broken', ...row.said }
  const read = readValue(row.said.text, target)
  if (!read.ok) return { outcome: 'fault', key: read.fault }
  const ways = [wayOf(sent.value, read.value, now.value, sameValue), wayOf(sent.note, row.note, now.note, sameText)]
  const [value, note] = ways
  if (ways.every((way) => way === 'standing')) return { outcome: 'same' }
  const figure = {
    value: value === 'standing' ? now.value : read.value,
    note: note === 'standing' ? now.note : row.note,
  }
  return { outcome: ways.includes('conflict') ? 'conflict' : 'change', figure }
}
