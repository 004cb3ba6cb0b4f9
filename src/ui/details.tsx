import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** What only some readers want: opened by a click. What must be on paper does not belong here. */
export const Details = (props: { summary: Child; open?: boolean; children: Child }) => (
  <details class="details" open={props.open}>
    <summary>
      <Icon name="down" size={18} />
      {props.summary}
    </summary>
    <div class="details-body">{props.children}</div>
  </details>
)
