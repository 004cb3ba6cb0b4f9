import type { Child } from 'hono/jsx'

/** One thing at a time for a hall: large type, nothing to press, as wide as the wall. */
export const Projector = (props: { over: Child; title: Child; foot?: Child; children: Child }) => (
  <section class="projector">
    <p class="projector-over">{props.over}</p>
    <h2 class="projector-title">{props.title}</h2>
    {props.children}
    {props.foot && <p class="projector-foot">{props.foot}</p>}
  </section>
)
