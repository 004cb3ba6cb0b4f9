import type { Child } from 'hono/jsx'

export type OutlineRow = {
  /** Its address in the page, and how the tree names it: "1.3.2". */
  id: string
  place: string
  code: string
  title: Child
  /** Points and limits, to the right. */
  figures?: Child
  /** What more there is to say of it, below. */
  under?: Child
  acts?: Child
  rows: readonly OutlineRow[]
}

/** A tree of numbered items, each a line with its figures; those that stand under it are drawn in. */
export const Outline = ({ rows, label }: { rows: readonly OutlineRow[]; label?: string }) => (
  <ol class="outline" aria-label={label}>
    {rows.map((row) => (
      <li data-place={row.place}>
        <div class="outline-line" id={row.id}>
          <span class="outline-code">{row.code}</span>
          <div class="outline-words">
            <div>{row.title}</div>
            {row.under}
          </div>
          <div class="outline-figures">{row.figures}</div>
          <div class="outline-acts">{row.acts}</div>
        </div>
        {row.rows.length > 0 && <Outline rows={row.rows} />}
      </li>
    ))}
  </ol>
)
