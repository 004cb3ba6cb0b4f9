import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'

/** `done` tick · `late` triangle · `soon` half circle · `open` ring · `none` dash · `honour` diamond. */
export type StateKind = 'done' | 'late' | 'soon' | 'open' | 'none' | 'honour'

/** A state as a word, a shape and a colour; any one of the three is enough to read it. */
export const State = ({ kind, children }: { kind: StateKind; children: Child }) => (
  <span class={classes('state', kind)}>
    <span>{children}</span>
  </span>
)
