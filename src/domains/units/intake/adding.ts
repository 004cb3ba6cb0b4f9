import type { Deed } from '#capabilities/audit/record.ts'
import type { IntakeKind, JudgedRow } from './intake.ts'

export interface Adding {
  intake: { id: string; kind: IntakeKind }
  by: string
  now: Date
  origin: string
}

/** What was made of one row. */
export interface MadeOfRow {
  number: number
  unit?: string
  account?: string
  role?: string
}

/** A list as it stands under the lock, and how it is entered once nothing in it waits any more. */
export interface RowsToAdd {
  rows: readonly JudgedRow[]
  add: () => Promise<{ deeds: readonly Deed[]; made: readonly MadeOfRow[] }>
}
