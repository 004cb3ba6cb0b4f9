import type { Child } from 'hono/jsx'

/** The form's buttons, the main one first, and what stands beside them (the saved line). */
export const Actions = (props: { children: Child; beside?: Child }) => (
  <div class="actions">
    <div class="row">{props.children}</div>
    {props.beside}
  </div>
)
