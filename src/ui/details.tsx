import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

/** What only some readers want: opened by a click. What must be on paper does not belong here; `quiet` inside a row. */
export const Details = (props: { summary: Child; open?: boolean; quiet?: boolean; children: Child }) => (
  <details class={classes('details', props.quiet && 'quiet')} open={props.open}>
    <summary>
      <Icon name="down" size={18} />
      {props.summary}
    </summary>
    <div class="details-body">{props.children}</div>
  </details>
)
