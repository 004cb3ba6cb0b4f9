import type { Target } from '../target.ts'
import type { Progress } from '../board/progress.ts'
import type { Reporting } from '../board/reporting.ts'
import type { ReviewKind } from '../review/review.ts'

export interface ReviewTarget {
  target: Pick<Target, 'id' | 'code' | 'name' | 'topic' | 'measure' | 'measure_unit' | 'classes' | 'version'>
  /** The bloc's figure, or the unit's in a review of one unit. */
  own: Progress
  units: readonly { unit: string; progress: Progress }[]
}

export interface ReviewMovement {
  id: string
  title: string
  version: number
  state: string
  launched_on: string | null
  units: number
  results: number
  reviewed_on: string | null
}

export interface ReviewActivity {
  id: string
  title: string
  version: number
  held_on: string
  place: string
  participants: number | null
  units: number
}

export interface ReviewExample {
  id: string
  name: string
  version: number
  kind: 'collective' | 'model' | 'person'
  unit: string
  replications: number
}

/** Entries of one kind of the year's log, and the sums of the numbers they carry. */
export interface ReviewLog {
  kind: string
  name: string
  entries: number
  numbers: readonly { code: string; name: string; measure: string; value: string }[]
}

/** All that the rules of a review may speak of, as it stands in the records on one day. */
export interface ReviewData {
  year: { id: string; label: string; blocName: string }
  kind: ReviewKind
  from: string
  to: string
  /** Set in the review of one unit. */
  unit: { id: string; name: string } | null
  members: readonly { unit: string; name: string; shortName: string; office: 'head' | 'deputy' | null }[]
  targets: readonly ReviewTarget[]
  reporting: readonly Reporting[]
  movements: readonly ReviewMovement[]
  activities: readonly ReviewActivity[]
  examples: readonly ReviewExample[]
  log: readonly ReviewLog[]
}
