import type { Fact } from '#platform/announcements.ts'

/** Targets that count from now on: units report on them, periods open for them, and a signed paper may lock them. */
export interface TargetsAdopted extends Fact {
  name: 'targets.adopted'
  blocYear: string
  targets: readonly string[]
}
