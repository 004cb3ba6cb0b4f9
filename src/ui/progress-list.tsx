import type { Child } from 'hono/jsx'

/** Numbered things with how far each has come: a `Meter` and a `State`, both optional. */
export const ProgressList = (props: { items: readonly { label: Child; meter?: Child; state?: Child }[] }) => (
  <ol class="progress-list">
    {props.items.map((item) => (
      <li>
        <span class="progress-label">{item.label}</span>
        {item.meter}
        {item.state && <span class="progress-state">{item.state}</span>}
      </li>
    ))}
  </ol>
)
