import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Announce } from '#platform/announcements.ts'
import type { Db } from '#platform/database/database.ts'
import type { TargetDraft } from './cards/target-draft.ts'
import type { TargetsAdopted } from './told.ts'

/** The clause that a target comes from. */
export interface ClauseOfTarget {
  target: string
  text: string
}

/** What `app` hands in: who listens, the shipped template, and what the agreement above knows of targets. */
export interface TargetPieces {
  announce: Announce<TargetsAdopted>
  template: readonly TargetDraft[]
  clausesOf: (db: Db, blocYear: string) => Promise<readonly ClauseOfTarget[]>
  /** Where clauses stand with what was made of them. */
  promisesPath: (year: BlocYearRow) => string
}
