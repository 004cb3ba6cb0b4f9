import type { Fact } from '#platform/announcements.ts'

/** A person has left: roles, mandates and tasks of the account end with it, in the same transaction. */
export interface LeavingFact extends Fact {
  name: 'identity.left'
  account: string
  person: string
  /** The last day: from it on nothing new is done in this name. */
  day: string
  reason: string
  /** The account that did it. */
  by: string
  /** For which the person worked until now. */
  units: readonly string[]
}

/** What ends or stands open when somebody leaves, as a higher domain tells it. */
export interface Ending {
  title: string
  lines: readonly string[]
}
