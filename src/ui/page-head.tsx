import type { Child } from 'hono/jsx'

type PageHeadProps = { title: Child; over?: Child; under?: Child; state?: Child; actions?: Child }

/** The page's one h1, a line over and under it, and what can be done here. */
export const PageHead = (props: PageHeadProps) => (
  <header class="head">
    <div class="head-words">
      {props.over && <p class="head-over">{props.over}</p>}
      <h1>{props.title}</h1>
      {props.state && <p class="head-state">{props.state}</p>}
      {props.under && <p class="head-under">{props.under}</p>}
    </div>
    {props.actions && <div class="head-actions">{props.actions}</div>}
  </header>
)
