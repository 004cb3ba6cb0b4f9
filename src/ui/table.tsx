import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { useWords } from './locale.tsx'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => Child
  /** Right-aligned figures. */
  numeric?: boolean
  /** Names the row; the first column does unless another says so. */
  heading?: boolean
  sortable?: boolean
  /** Says enough without its label: on a phone's card it takes the whole width. */
  bare?: boolean
}

export type Sort = { key: string; direction: 'ascending' | 'descending' }

type TableProps<Row> = {
  /** Says what the table holds; seen by screen readers, and shown when `captionShown`. */
  caption: string
  captionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId?: (row: Row) => string | undefined
  sort?: Sort
  sortHref?: (sort: Sort) => string
  /** What stands here when there is no row: an `Empty`. */
  empty?: Child
  foot?: readonly { key: string; value: Child }[]
  /** Scrolls inside its own frame, for more columns than a screen holds. */
  wide?: boolean
}

/** Rows and columns on a desk, a list of cards on a phone; sticky header and first column. */
export function Table<Row>(props: TableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>
  const table = (
    <table class="table">
      <caption class={classes(!props.captionShown && 'hidden-text')}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <HeadCell column={column} sort={props.sort} sortHref={props.sortHref} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr id={props.rowId?.(row)}>
            {props.columns.map((column, index) => (
              <Cell column={column} heading={isHeading(props.columns, index)} value={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {props.foot && <Foot columns={props.columns} foot={props.foot} />}
    </table>
  )
  if (!props.wide) return table
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
    <section class="table-frame" aria-label={props.caption} tabindex={0}>
      {table}
    </section>
  )
}

const isHeading = (columns: readonly { heading?: boolean }[], index: number) =>
  columns.some((column) => column.heading) ? columns[index]?.heading === true : index === 0

/** The sort a click on a column asks for: ascending first, then the other way round. */
export const nextSort = (key: string, sort: Sort | undefined): Sort => ({
  key,
  direction: sort?.key === key && sort.direction === 'ascending' ? 'descending' : 'ascending',
})

type HeadCellProps = {
  column: { key: string; label: string; numeric?: boolean; sortable?: boolean }
  sort: Sort | undefined
  sortHref: ((sort: Sort) => string) | undefined
}

const HeadCell = ({ column, sort, sortHref }: HeadCellProps) => {
  const t = useWords()
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const wanted = nextSort(column.key, sort)
  return (
    <th scope="col" class={classes(column.numeric && 'num')} aria-sort={sorted}>
      {column.sortable && sortHref ? (
        <a
          class={classes('sort', sorted)}
          href={sortHref(wanted)}
          aria-label={`${t.sortBy(column.label)}, ${t[wanted.direction]}`}
        >
          {column.label}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

type CellProps = { column: { label: string; numeric?: boolean; bare?: boolean }; heading: boolean; value: Child }

const Cell = ({ column, heading, value }: CellProps) =>
  heading ? (
    <th scope="row">{value}</th>
  ) : (
    <td
      class={classes(column.numeric && 'num', column.bare && 'bare', isBlank(value) && 'blank')}
      data-label={column.label}
    >
      <span class="cell">{value}</span>
    </td>
  )

/** A cell of the foot that has nothing to add; on a phone its label would stand alone. */
const isBlank = (value: Child) => value === undefined || value === null || value === ''

type FootProps = {
  columns: readonly { key: string; label: string; numeric?: boolean; bare?: boolean }[]
  foot: readonly { key: string; value: Child }[]
}

const Foot = ({ columns, foot }: FootProps) => (
  <tfoot>
    <tr>
      {columns.map((column, index) => (
        <Cell column={column} heading={index === 0} value={foot.find((cell) => cell.key === column.key)?.value} />
      ))}
    </tr>
  </tfoot>
)
