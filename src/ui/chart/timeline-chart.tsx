import { scaleUtc } from 'd3-scale'
import { classes } from '../classes.ts'
import { formatDay, formatDayMonth } from '../format.ts'
import { Table } from '../table.tsx'
import { useWords } from '../locale.tsx'
import { wrapLine } from '../wrap-line.ts'
import { ChartFrame, Drawing, type ChartWords } from './chart-frame.tsx'

/** Something that lasts; without an end it goes on. `marks` are its days of note (a review, a milestone). */
export type TimelineBar = {
  label: string
  from: string
  to: string | null
  /** `ahead` is outlined, `running` full, `over` pale. */
  phase: 'ahead' | 'running' | 'over'
  state: string
  marks?: readonly { on: string; label: string }[]
  href?: string
}

export type TimelineChartProps = ChartWords & {
  bars: readonly TimelineBar[]
  from: string
  to: string
  /** Draws a line, when it lies within. */
  today?: string
}

const size = { names: 250, width: 760, row: 46, head: 36, right: 14 }
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const y = (row: number) => size.head + row * size.row

const scaleOf = ({ from, to }: { from: string; to: string }) =>
  scaleUtc([day(from), day(to)], [size.names, size.width - size.right]).clamp(true)

type Scale = ReturnType<typeof scaleOf>

/** Months of one year, else the years themselves. */
function ticksOf(scale: Scale, { from, to }: { from: string; to: string }) {
  const months = scale.ticks(12)
  const isLong = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1
  const ticks = isLong ? scale.ticks(6) : months
  return ticks.map((tick) => ({
    at: scale(tick),
    label: isLong ? String(tick.getUTCFullYear()) : String(tick.getUTCMonth() + 1),
  }))
}

const Bar = ({ bar, index, scale }: { bar: TimelineBar; index: number; scale: Scale }) => {
  const [, end = size.width] = scale.range()
  const [left, right] = [scale(day(bar.from)), bar.to === null ? end : scale(day(bar.to))]
  const name = (
    <text class="chart-label" x={4} y={y(index) + 18}>
      {wrapLine(bar.label, 33, 2).map((line, at) => (
        <tspan x={4} dy={at === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  )
  // The words of a state stand inside a long bar, else beside a short one.
  const isShort = right - left < bar.state.length * 7.5 + 12
  const isAtEnd = isShort && right + bar.state.length * 7.5 + 8 > size.width
  const wordsAt = isShort ? right + 6 : left + 8
  return (
    <>
      {bar.href ? <a href={bar.href}>{name}</a> : name}
      <rect
        class={classes('timeline-bar', bar.phase)}
        x={left}
        y={y(index) + 9}
        width={Math.max(4, right - left)}
        height="24"
      />
      {bar.to === null && <path class="timeline-open" d={`M${end - 7} ${y(index) + 15}l6 6l-6 6`} />}
      <text
        class={classes('timeline-words', isShort ? 'outside' : bar.phase, isAtEnd && 'end')}
        x={isAtEnd ? left - 6 : wordsAt}
        y={y(index) + 26}
      >
        {bar.state}
      </text>
      {bar.marks?.map((mark) => (
        <path class="timeline-mark" d={`M${scale(day(mark.on))} ${y(index) + 33}l5 5l-5 5l-5 -5z`}>
          <title>{`${mark.label}: ${formatDay(mark.on)}`}</title>
        </path>
      ))}
    </>
  )
}

/** What lasts from when to when, on one line of time. */
const TimelineDrawing = ({ bars, from, to, today, ...words }: TimelineChartProps) => {
  const t = useWords().chart
  const scale = scaleOf({ from, to })
  const bottom = y(bars.length)
  return (
    <Drawing {...words} width={size.width} height={bottom + 10} hasLinks>
      {ticksOf(scale, { from, to }).map(({ at, label }) => (
        <>
          <line class="chart-grid" x1={at} x2={at} y1={size.head - 8} y2={bottom} />
          <text class="chart-note middle" x={at} y={size.head - 14}>
            {label}
          </text>
        </>
      ))}
      {today !== undefined && today >= from && today <= to && (
        <>
          <line class="timeline-today" x1={scale(day(today))} x2={scale(day(today))} y1={14} y2={bottom} />
          <text class="chart-value middle" x={scale(day(today))} y={11}>
            {t.today(formatDayMonth(today))}
          </text>
        </>
      )}
      {bars.map((bar, index) => (
        <Bar bar={bar} index={index} scale={scale} />
      ))}
    </Drawing>
  )
}

export const TimelineChart = (props: TimelineChartProps & { isTitleHidden?: boolean }) => {
  const t = useWords().chart
  const columns = [
    { key: 'name', label: t.name, cell: (bar: TimelineBar) => bar.label },
    { key: 'from', label: t.from, cell: (bar: TimelineBar) => formatDay(bar.from) },
    { key: 'to', label: t.to, cell: (bar: TimelineBar) => (bar.to === null ? t.goesOn : formatDay(bar.to)) },
    { key: 'state', label: t.state, cell: (bar: TimelineBar) => bar.state },
    {
      key: 'marks',
      label: t.marks,
      cell: (bar: TimelineBar) => (bar.marks ?? []).map(({ on, label }) => `${label} ${formatDay(on)}`).join('; '),
    },
  ]
  return (
    <ChartFrame {...props} table={<Table caption={props.title} columns={columns} rows={props.bars} />}>
      <TimelineDrawing {...props} />
    </ChartFrame>
  )
}
