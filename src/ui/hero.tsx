import type { Child } from 'hono/jsx'

/** The head of a public page: what it is, in one sentence, and its main facts beside it. */
export const Hero = (props: { title: Child; lead?: Child; aside?: Child }) => (
  <header class="hero">
    <div>
      <h1>{props.title}</h1>
      {props.lead && <p>{props.lead}</p>}
    </div>
    {props.aside}
  </header>
)
