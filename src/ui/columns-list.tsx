export type ColumnsItem = { label: string; href?: string; note?: string }

/** Names in two columns, each with a short note. */
export const ColumnsList = ({ items }: { items: readonly ColumnsItem[] }) => (
  <ul class="columns">
    {items.map((item) => (
      <li>
        {item.href ? <a href={item.href}>{item.label}</a> : item.label}
        {item.note && <span class="columns-note"> {item.note}</span>}
      </li>
    ))}
  </ul>
)
