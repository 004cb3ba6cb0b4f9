import type { Criterion } from '../table/criterion.ts'
import type { FactKind } from '../table/score-table.ts'
import { fromOf } from '../figures/fact-source.ts'
import { pointsFault, type PointsFault } from './judged-points.ts'
import type { EntryKind } from './sheet.ts'
import { readDecimal, readFact, type TypedFault } from '../figures/typed-value.ts'

/** What is wrong with a cell; the sentences stand in `words.faults`. */
export type CellFault =
  | TypedFault
  | PointsFault
  | 'noSuchCriterion'
  | 'noSuchFact'
  | 'notTyped'
  | 'unassignedNeedsNote'
  | 'twice'

export interface CellKey {
  kind: EntryKind
  /** The key of a fact, or the code of a criterion. */
  name: string
}

/** What is said in a cell: of a mark decimal text, of a fact as score facts have it; null is missing. */
export interface Said {
  value: unknown
  note: string
  isAssigned: boolean
}

export interface StandingCell extends Said {
  edition: number
  by_account: string
  by_name: string
  at: Date
}

/** What became of one cell. */
export type CellAnswer = CellKey &
  (
    | ({ outcome: 'applied' | 'unchanged'; edition: number } & Said)
    /** Someone else was quicker: what stands now, by whom and since when. */
    | ({ outcome: 'conflict'; edition: number; by: string; at: string } & Said)
    | { outcome: 'fault'; fault: CellFault }
  )

export interface TypedCell extends CellKey {
  /** As typed; empty says that nothing is known, or takes the points back. */
  text: string
  /** Absent: stays as it is. */
  note?: string | undefined
  isAssigned: boolean
  /** The edition that was read; 0 where nothing stood. */
  edition: number
}

export type JudgedCell =
  | { answer: CellAnswer }
  | { answer: CellAnswer; write: Said; edition: number; standing: StandingCell | undefined }

type Read = { ok: true; value: unknown } | { ok: false; fault: CellFault }

const refused = (fault: CellFault): Read => ({ ok: false, fault })

/** Points as someone typed them for a criterion. */
export function readPoints(text: string, leaf: Criterion | undefined): Read {
  if (leaf === undefined) return refused('noSuchCriterion')
  if (text.trim() === '') return { ok: true, value: null }
  const read = readDecimal(text, 'điểm')
  if (!read.ok) return read
  const fault = pointsFault(String(read.value), leaf)
  return fault === undefined ? read : refused(fault)
}

/** At the self-score only what the system does not know itself is typed; later stages may correct any fact. */
export function readFactCell(text: string, kind: FactKind | undefined, isSelf: boolean): Read {
  if (kind === undefined) return refused('noSuchFact')
  if (isSelf && fromOf(kind).from !== 'typed') return refused('notTyped')
  return readFact(text, kind)
}

const nothing: Said & { edition: number } = { value: null, note: '', isAssigned: true, edition: 0 }

const isSame = (one: Said, other: Said) =>
  JSON.stringify(one.value) === JSON.stringify(other.value) &&
  one.note === other.note &&
  one.isAssigned === other.isAssigned

const isOvertaken = (standing: StandingCell | undefined, { edition }: TypedCell): standing is StandingCell =>
  standing !== undefined && standing.edition !== edition

const theirs = ({ value, note, isAssigned, edition, by_name: by, at }: StandingCell) => ({
  value,
  note,
  isAssigned,
  edition,
  by,
  at: at.toISOString(),
})

/** A text that says what stands is no change, whatever was read; else what was read must still stand. */
export function judgeCell(cell: TypedCell, read: Read, standing: StandingCell | undefined): JudgedCell {
  const { kind, name, isAssigned } = cell
  const key = { kind, name }
  if (!read.ok) return { answer: { ...key, outcome: 'fault', fault: read.fault } }
  const stood: Said & { edition: number } = standing ?? nothing
  const said: Said = { value: read.value, note: cell.note ?? stood.note, isAssigned }
  if (!isAssigned && said.note === '') return { answer: { ...key, outcome: 'fault', fault: 'unassignedNeedsNote' } }
  if (isSame(said, stood)) return { answer: { ...key, outcome: 'unchanged', edition: stood.edition, ...said } }
  if (isOvertaken(standing, cell)) return { answer: { ...key, outcome: 'conflict', ...theirs(standing) } }
  const edition = stood.edition + 1
  return { answer: { ...key, outcome: 'applied', edition, ...said }, write: said, edition, standing }
}
