import type { Child } from 'hono/jsx'

/** Work on the left, what it is read from on the right, which stays in sight while the work scrolls. */
export const Beside = (props: { children: Child; aside: Child; label: string }) => (
  <div class="beside">
    <div class="beside-work">{props.children}</div>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard */}
    <section class="beside-source" aria-label={props.label} tabindex={0}>
      {props.aside}
    </section>
  </div>
)
