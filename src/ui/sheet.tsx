import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'

type SheetProps = {
  title?: Child
  /** Ties the heading to the section; needed only when something links here. */
  id?: string
  /** A state or a count beside the heading. */
  beside?: Child
  /** A link at the end of the heading's line. */
  more?: { label: string; href: string }
  /** `flush` lets a table or a list run to the edges. */
  flush?: boolean
  children: Child
}

/** A section on its own sheet, with its heading. */
export const Sheet = (props: SheetProps) => (
  <section class="sheet" id={props.id}>
    {props.title && (
      <div class="sheet-head">
        <h2>{props.title}</h2>
        {props.beside}
        {props.more && (
          <a class="sheet-more" href={props.more.href}>
            {props.more.label}
          </a>
        )}
      </div>
    )}
    <div class={classes('sheet-body', props.flush && 'flush')}>{props.children}</div>
  </section>
)
