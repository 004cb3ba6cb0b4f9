import type { Exact } from '#platform/exact.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Formula, Points } from '../table/amount.ts'
import type { ScoringRule } from '../table/rule.ts'
import type { Step } from './score-result.ts'

/** One case of a list: its fields, read in formulas as `case.field`. A bare text or number of a list is `value`. */
export type CaseFields = Readonly<Record<string, Value>>

/** A report of a log: `sent` is null when it was not sent. */
export interface LoggedReport {
  readonly kind: string
  readonly period: string
  readonly due: string
  readonly sent: string | null
}

/** What a formula comes to. Days are "2023-02-23"; a class is text whose order its fact kind tells. */
export type Value =
  | { readonly is: 'number'; readonly number: Exact }
  | { readonly is: 'yes_no'; readonly yes: boolean }
  | { readonly is: 'date'; readonly day: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'class'; readonly text: string; readonly place: number }
  | { readonly is: 'cases'; readonly cases: readonly CaseFields[] }
  | { readonly is: 'reports'; readonly reports: readonly LoggedReport[] }
  | { readonly is: 'marks'; readonly marks: ReadonlyMap<string, Exact> }

/** A value, or why there is none. Missing is never zero; not assigned is neither. */
export type Answer =
  | Value
  | { readonly is: 'missing'; readonly needs: readonly string[] }
  | { readonly is: 'not_assigned' }
  /** Cannot be computed: a division by zero, two measures that do not add up. `says` is a key of the derivation words. */
  | { readonly is: 'asks'; readonly says: string; readonly values: Readonly<Record<string, string>> }

/** What a rule gave. */
export type Given =
  /** `butDone`: not assigned to the unit, but done, and scored among those who did. */
  | { readonly standing: 'scored'; readonly points: Exact; readonly butDone?: true }
  | { readonly standing: 'missing'; readonly needs: readonly string[] }
  | { readonly standing: 'not_marked' | 'not_assigned' }
  | { readonly standing: 'no_tier' }
  | { readonly standing: 'asks'; readonly says: string; readonly values: Readonly<Record<string, string>> }

/** Where a rule stands while it gives points: one unit, one criterion; and a case, inside a list of them. */
export interface Place {
  /** Index of the unit in the facts. */
  readonly unit: number
  /** The criterion's maximum; null when it has none. */
  readonly max: Exact | null
  readonly case?: CaseFields
  /** The computation it belongs to. Rules hand it on: another place is `{ ...place, unit }`. */
  readonly run?: object
  /** Tells the derivation; absent when only points are asked, so that 600,000 leaves stay cheap. */
  readonly tell?: (step: Step) => void
}

export type Read = (place: Place) => Answer
export type Give = (place: Place) => Given

/** What the engine hands to a rule when the table is made ready; formulas are parsed and checked once, here. */
export interface Making {
  /** Compiles a formula. Unknown facts and wrong measures were told by the check of the table before. */
  readonly formula: (formula: Formula) => Read
  /** Points: a number, or a formula that may read `max` and `case.`. */
  readonly points: (points: Points) => Read
  /**
   * The same formula for every unit of this unit's group, itself included. The same array for all of a group while its
   * facts stand, and a new one when one changes: rules keep what they found in it.
   */
  readonly group: (formula: Formula) => (place: Place) => readonly { readonly unit: number; readonly answer: Answer }[]
  /** Whether a formula's main fact is assigned to a unit of the group. */
  readonly assigned: (formula: Formula) => (place: Place, unit: number) => boolean
  /** As `group`, but also what a unit reached to which it was not assigned. */
  readonly done: (formula: Formula) => (place: Place) => readonly { readonly unit: number; readonly answer: Answer }[]
  /** What the criterion, or else the table, says of what was not assigned but done. */
  readonly butDone: 'out' | 'among_doers'
  /** Whether this criterion (true: its rules without `onlyIfFull`) or the named one has its full base points. */
  readonly full: (criterion: true | string) => Read
  /** Points that a person gave this criterion, or null. */
  readonly mark: (place: Place) => Exact | null
  /** Working days from one day to another, by the table's holidays; negative backwards. */
  readonly workingDays: (from: string, to: string) => number
  readonly code: string
  /** For sentences: the unit's name, and a fact's label, as the table and the facts write them. */
  readonly unitName: (unit: number) => string
  readonly label: (key: string) => Bilingual
}

/** A rule kind: `rules/<kind>.ts` exports one of these. Fields that every rule has are handled around it. */
export type Maker<Rule extends ScoringRule> = (rule: Rule, making: Making) => Give
