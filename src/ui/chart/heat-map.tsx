import type { Child } from 'hono/jsx'
import { Table } from '../table.tsx'
import { classes } from '../classes.ts'
import { useWords } from '../locale.tsx'
import { wrapLine } from '../wrap-line.ts'
import { ChartFrame, Drawing, type ChartWords } from './chart-frame.tsx'

/** How far a unit is: `none` says that nothing was reported, `unassigned` that nothing was asked. */
export type HeatLevel = 'reached' | 'near' | 'low' | 'none' | 'unassigned'

/** `text` stands in the cell ("85 %", "chưa có"); a late figure is marked as well. `words` is the whole in a
 * sentence, `told` what the table says. */
export type HeatCell = {
  level: HeatLevel
  text: string
  isLate?: boolean
  href?: string
  words?: string
  told?: string
}

export type HeatMapProps = ChartWords & {
  columns: readonly { label: string; href?: string }[]
  rows: readonly { label: string; href?: string; cells: readonly HeatCell[] }[]
}

const size = { names: 214, width: 88, height: 46, head: 58, foot: 40 }
const letters = { name: 29, head: 12 }
const levels = ['reached', 'near', 'low', 'none', 'unassigned'] as const

const x = (column: number) => size.names + column * size.width
const y = (row: number) => size.head + row * size.height

const Linked = ({ href, children }: { href: string | undefined; children: Child }) =>
  href === undefined ? <>{children}</> : <a href={href}>{children}</a>

type LinesProps = { text: string; at: { x: number; y: number }; most: number; longest: number; class: string }

const Lines = ({ text, at, most, longest, ...rest }: LinesProps) => (
  <text class={rest.class} x={at.x} y={at.y}>
    {wrapLine(text, longest, most).map((line, index) => (
      <tspan x={at.x} dy={index === 0 ? 0 : 14}>
        {line}
      </tspan>
    ))}
  </text>
)

/** The mark of a level, a shape besides its colour: full, half, empty bar under the words. */
const Mark = ({ level, at }: { level: HeatLevel; at: { x: number; y: number } }) => {
  const share = { reached: 1, near: 0.6, low: 0.25, none: 0, unassigned: 0 }[level]
  return share === 0 ? <></> : <rect class="heat-mark" x={at.x} y={at.y} width={(size.width - 20) * share} height="4" />
}

const Cell = ({ cell, column, row }: { cell: HeatCell; column: number; row: number }) => (
  <Linked href={cell.href}>
    <g class={classes('heat-cell', cell.level)}>
      {cell.words && <title>{cell.words}</title>}
      <rect class="heat-box" x={x(column) + 1} y={y(row) + 1} width={size.width - 2} height={size.height - 2} />
      <text class="chart-value middle" x={x(column) + size.width / 2} y={y(row) + 22}>
        {cell.text}
      </text>
      <Mark level={cell.level} at={{ x: x(column) + 10, y: y(row) + 32 }} />
      {cell.isLate && <path class="heat-late" d={`M${x(column) + size.width - 13} ${y(row) + 3}h10v10z`} />}
    </g>
  </Linked>
)

const Legend = ({ top }: { top: number }) => {
  const t = useWords().chart
  return (
    <>
      {levels.map((level, index) => (
        <g class={classes('heat-cell', level)}>
          <rect class="heat-box" x={10 + index * 132} y={top} width="20" height="16" />
          {level === 'reached' && <rect class="heat-mark" x={12 + index * 132} y={top + 10} width="16" height="4" />}
          {level === 'near' && <rect class="heat-mark" x={12 + index * 132} y={top + 10} width="10" height="4" />}
          {level === 'low' && <rect class="heat-mark" x={12 + index * 132} y={top + 10} width="4" height="4" />}
          <text class="chart-note" x={36 + index * 132} y={top + 13}>
            {t.levels[level]}
          </text>
        </g>
      ))}
      <path class="heat-late" d={`M${10 + levels.length * 132} ${top + 3}h10v10z`} />
      <text class="chart-note" x={26 + levels.length * 132} y={top + 13}>
        {t.late}
      </text>
    </>
  )
}

/** Who stands where: targets down, units across; each cell in words, a bar and a colour. */
export const HeatDrawing = ({ columns, rows, ...words }: HeatMapProps) => {
  const width = Math.max(x(columns.length), 760)
  return (
    <Drawing {...words} width={width} height={y(rows.length) + size.foot} hasLinks>
      {columns.map(({ label, href }, column) => (
        <Linked href={href}>
          <Lines
            text={label}
            at={{ x: x(column) + size.width / 2, y: 18 }}
            most={3}
            longest={letters.head}
            class="chart-label middle"
          />
        </Linked>
      ))}
      {rows.map(({ label, href, cells }, row) => (
        <>
          <Linked href={href}>
            <Lines text={label} at={{ x: 4, y: y(row) + 14 }} most={3} longest={letters.name} class="chart-label" />
          </Linked>
          {cells.map((cell, column) => (
            <Cell cell={cell} column={column} row={row} />
          ))}
        </>
      ))}
      <Legend top={y(rows.length) + 16} />
    </Drawing>
  )
}

export const HeatMap = (props: HeatMapProps & { isTitleHidden?: boolean }) => {
  const t = useWords().chart
  const columns = [
    { key: 'name', label: t.target, cell: (row: HeatMapProps['rows'][number]) => row.label },
    ...props.columns.map(({ label }, index) => ({
      key: String(index),
      label,
      cell: ({ cells }: HeatMapProps['rows'][number]) => {
        const cell = cells[index]
        if (cell === undefined) return t.none
        return `${cell.told ?? cell.text}${cell.isLate ? ` (${t.late})` : ''}`
      },
    })),
  ]
  return (
    <ChartFrame {...props} table={<Table wide caption={props.title} columns={columns} rows={props.rows} />}>
      <HeatDrawing {...props} />
    </ChartFrame>
  )
}
