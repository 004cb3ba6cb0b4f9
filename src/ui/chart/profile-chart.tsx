import { scaleLinear } from 'd3-scale'
import { classes } from '../classes.ts'
import { Table } from '../table.tsx'
import { useWords } from '../locale.tsx'
import { wrapLine } from '../wrap-line.ts'
import { ChartFrame, Drawing, type ChartWords, type Figure } from './chart-frame.tsx'

/** One target: the unit's share of its plan, and the bloc's, both in hundredths. */
export type ProfileRow = { label: string; own: Figure | null; bloc: Figure | null; isLate?: boolean }

export type ProfileChartProps = ChartWords & { rows: readonly ProfileRow[]; own: string; bloc: string }

const size = { names: 250, width: 720, row: 40, head: 34, right: 70 }
const y = (row: number) => size.head + row * size.row

function scaleOf(rows: readonly ProfileRow[]) {
  const most = Math.max(100, ...rows.flatMap(({ own, bloc }) => [own?.value ?? 0, bloc?.value ?? 0]))
  // One figure far beyond its plan must not flatten all others.
  return scaleLinear([0, Math.min(most, 160)], [size.names, size.width - size.right]).clamp(true)
}

type Scale = ReturnType<typeof scaleOf>

const Row = ({ row, index, scale }: { row: ProfileRow; index: number; scale: Scale }) => {
  const t = useWords().chart
  const [top, middle] = [y(index), y(index) + size.row / 2]
  const end = row.own === null ? size.names : scale(row.own.value)
  return (
    <>
      <text class="chart-label" x={4} y={top + 17}>
        {wrapLine(row.label, 33, 2).map((line, at) => (
          <tspan x={4} dy={at === 0 ? 0 : 15}>
            {line}
          </tspan>
        ))}
      </text>
      {row.own && (
        <rect
          class={classes('chart-bar', row.isLate ? 'late plain' : 'done')}
          x={size.names}
          y={middle - 8}
          width={Math.max(1.5, end - size.names)}
          height="16"
        />
      )}
      {row.bloc && <path class="profile-bloc" d={`M${scale(row.bloc.value)} ${middle - 13}v26`} />}
      <text
        class={row.own ? 'chart-value' : 'chart-note'}
        x={row.own ? size.width - size.right + 8 : size.names + 8}
        y={middle + 4}
      >
        {row.own?.text ?? t.missing}
      </text>
    </>
  )
}

/** A unit beside its bloc: a bar for each target, a stroke where the bloc stands. */
const ProfileDrawing = ({ rows, own, bloc, ...words }: ProfileChartProps) => {
  const scale = scaleOf(rows)
  return (
    <Drawing {...words} width={size.width} height={y(rows.length) + 8}>
      <rect class="chart-bar done" x={size.names} y={8} width="14" height="12" />
      <text class="chart-note" x={size.names + 20} y={18}>
        {own}
      </text>
      <path class="profile-bloc" d={`M${size.names + 250} 4v20`} />
      <text class="chart-note" x={size.names + 258} y={18}>
        {bloc}
      </text>
      <line class="chart-grid strong" x1={scale(100)} x2={scale(100)} y1={size.head} y2={y(rows.length)} />
      <line class="chart-grid" x1={size.names} x2={size.names} y1={size.head} y2={y(rows.length)} />
      {rows.map((row, index) => (
        <Row row={row} index={index} scale={scale} />
      ))}
    </Drawing>
  )
}

export const ProfileChart = (props: ProfileChartProps & { isTitleHidden?: boolean }) => {
  const t = useWords().chart
  const columns = [
    { key: 'target', label: t.target, cell: (row: ProfileRow) => row.label },
    { key: 'own', label: props.own, numeric: true, cell: (row: ProfileRow) => row.own?.text ?? t.missing },
    { key: 'bloc', label: props.bloc, numeric: true, cell: (row: ProfileRow) => row.bloc?.text ?? t.missing },
    { key: 'state', label: t.note, cell: (row: ProfileRow) => (row.isLate ? t.late : '') },
  ]
  return (
    <ChartFrame {...props} table={<Table caption={props.title} columns={columns} rows={props.rows} />}>
      <ProfileDrawing {...props} />
    </ChartFrame>
  )
}
