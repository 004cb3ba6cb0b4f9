import type { TypedRow } from '#capabilities/spreadsheets/read-row.ts'
import type { CellFault } from '#capabilities/spreadsheets/sheet.ts'
import type { IntakeChoice, IntakeKind, IntakeState } from '../../../../db/types.ts'

export type { IntakeChoice, IntakeKind, IntakeState }

export const intakeKinds = ['units', 'people'] as const satisfies IntakeKind[]

const allowedIn = {
  choose: ['previewed'],
  confirm: ['previewed'],
  withdraw: ['previewed'],
  printSlips: ['applied'],
  undo: ['applied'],
} as const satisfies Record<string, IntakeState[]>

export const intakeCan = (deed: keyof typeof allowedIn, intake: { state: IntakeState }) =>
  (allowedIn[deed] as readonly IntakeState[]).includes(intake.state)

/** What a row may be one with: 'unit:<id>', 'account:<id>', or 'row:<number>' of the same file. */
export interface Likeness {
  ref: string
  name: string
  why: 'name' | 'beginning' | 'shortName' | 'initials' | 'login'
}

/** What someone said about a row; nothing while it goes by what it looks like. */
export interface Chosen {
  choice: IntakeChoice | null
  sameAs: string | null
}

export interface JudgedRow extends TypedRow, Chosen {
  likenesses: readonly Likeness[]
  mayAdd: boolean
  /** What will happen; `null` while a fault or a likeness waits for someone. */
  outcome: IntakeChoice | null
}

/** Words by which a list of rows is narrowed. */
export const rowViews = ['all', 'faulty', 'undecided', 'add', 'same', 'skip'] as const
export type RowView = (typeof rowViews)[number]

export function viewOf(row: JudgedRow): Exclude<RowView, 'all'> {
  if (row.outcome !== null) return row.outcome
  return row.faults.length > 0 ? 'faulty' : 'undecided'
}

export type Counts = Readonly<Record<RowView, number>>

export function countsOf(rows: readonly JudgedRow[]): Counts {
  const counts = { all: rows.length, faulty: 0, undecided: 0, add: 0, same: 0, skip: 0 }
  for (const row of rows) counts[viewOf(row)] += 1
  return counts
}

interface Judging extends Chosen {
  faults: readonly CellFault[]
  likenesses: readonly Likeness[]
  /** The likeness that is beyond doubt. */
  certain: string | null
  /** Not where a login or a code is taken. */
  mayAdd: boolean
}

/** What somebody said, as far as it still holds: a likeness may be gone, a login taken meanwhile. */
function chosenIn({ choice, sameAs, likenesses, mayAdd }: Judging): Chosen {
  const holds = {
    skip: true,
    same: likenesses.some(({ ref }) => ref === sameAs),
    add: mayAdd,
  }
  return choice !== null && holds[choice] ? { choice, sameAs } : { choice: null, sameAs: null }
}

export function outcomeOf(row: Judging): Chosen & Pick<JudgedRow, 'outcome'> {
  const chosen = chosenIn(row)
  if (chosen.choice === 'skip') return { ...chosen, outcome: 'skip' }
  if (row.faults.length > 0) return { choice: null, sameAs: null, outcome: null }
  if (chosen.choice !== null) return { ...chosen, outcome: chosen.choice }
  if (row.certain !== null) return { choice: null, sameAs: row.certain, outcome: 'same' }
  return { ...chosen, outcome: row.likenesses.length === 0 ? 'add' : null }
}
