import type { Tx } from './database/database.ts'

/** Something that happened in a lower domain and that a higher one may have to act on, named `domain.deed`. */
export interface Fact {
  readonly name: string
}

/** How a command tells a fact, inside its own transaction: whoever listens succeeds or fails with it. */
export type Announce<Told extends Fact = Fact> = (tx: Tx, now: Date, fact: Told) => Promise<void>

/** Says who listens; `app` calls it once. Listeners run in the order given. */
export function announceTo<Told extends Fact>(listeners: readonly Announce<Told>[]): Announce<Told> {
  return async (tx, now, fact) => {
    for (const listen of listeners) await listen(tx, now, fact)
  }
}

/** What a command that announces needs besides its input. */
export interface Telling<Told extends Fact> {
  now: Date
  announce: Announce<Told>
}
