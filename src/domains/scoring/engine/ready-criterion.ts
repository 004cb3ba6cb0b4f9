import type { Exact } from '#platform/exact.ts'
import type { Uses } from '../formula/scope.ts'
import type { Criterion } from '../table/criterion.ts'
import type { Column } from '../table/rule-parts.ts'
import type { Give, Read } from './giving.ts'

/** What a unit's points of a criterion are held against. */
export interface Limits {
  readonly max: Exact | null
  readonly room: Exact | null
}

/** When a criterion, or one above it, is not for a unit. */
export interface Gate {
  readonly is: 'assigned' | 'exempt'
  readonly read: Read
  /** The criterion that states it. */
  readonly criterion: number
}

export interface ReadyRule {
  readonly give: Give
  readonly column: Column
  /** Counts only when the criterion has its full base points: those are found without it. */
  readonly waitsForFull: boolean
}

/** A criterion made ready: everything that does not depend on facts is resolved. The first is the table itself. */
export interface ReadyCriterion {
  readonly index: number
  readonly code: string
  readonly parent: number | null
  readonly children: readonly number[]
  /** As the table states it; what formulas read as `max`. */
  readonly max: Exact | null
  /** What counts in the denominator when all is assigned; null in the columns of bonus and penalty. */
  readonly fullMax: Exact | null
  /** Whether `fullMax` is stated, and not the sum of what stands under it. */
  readonly isMaxStated: boolean
  /** `fullMax` as the limits of a unit to which all is assigned. */
  readonly whole: Limits
  readonly column: Column
  readonly factor: Exact
  readonly combine: Criterion['combine']
  readonly allowExceed: 'no' | 'bonus' | 'yes'
  readonly maxBonus: Exact | null
  /** A positive number. */
  readonly maxPenalty: Exact | null
  readonly cap: Exact | null
  /** By default zero where base points are given, so that a penalty never takes more than there was. */
  readonly floor: Exact | null
  /** Decimals; null: not rounded here. */
  readonly places: number | null
  readonly gates: readonly Gate[]
  readonly whenNotAssigned: 'out' | 'zero' | 'full'
  readonly whenExempt: 'out' | 'zero' | 'full'
  readonly butDone: 'out' | 'among_doers'
  readonly butDoneCountsInMax: boolean
  readonly rules: readonly ReadyRule[]
  readonly uses: Uses
  /** Rests on itself through formulas: it asks. */
  readonly isCyclic: boolean
}
