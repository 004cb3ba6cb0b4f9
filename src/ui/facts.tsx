import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'

export type Fact = { label: string; value: Child }

/** Names and values. `side` is the column with the gold rule that stands beside a public heading. */
export const Facts = ({ facts, side }: { facts: readonly Fact[]; side?: boolean }) => (
  <dl class={classes('facts', side && 'side')}>
    {facts.map((fact) => (
      <div>
        <dt>{fact.label}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
)
