import { scaleBand, scaleLinear } from 'd3-scale'
import { Table } from '../table.tsx'
import { useLocale, useWords } from '../locale.tsx'
import { formatNumber } from '../format.ts'
import { ChartFrame, Drawing, Hatch, type ChartWords, type Figure } from './chart-frame.tsx'

/** A period: what was to be reached by its end, and what was. */
export type PlanPoint = {
  label: string
  planned: Figure | null
  actual: Figure | null
  /** Behind the plan by then. */
  isLate?: boolean
  /** Not reported but foretold. */
  isExpected?: boolean
}

export type PlanChartProps = ChartWords & {
  points: readonly PlanPoint[]
  /** "%", "triệu đồng". */
  unit: string
  /** Words for a mark of the axis, where numbers say nothing (yes or no, classes, days). */
  axisText?: (value: number) => string
}

const size = { width: 720, height: 300, left: 64, right: 12, top: 40, bottom: 34 }

function scalesOf(points: readonly PlanPoint[]) {
  const values = points.flatMap(({ planned, actual }) => [planned?.value ?? 0, actual?.value ?? 0])
  const x = scaleBand(
    points.map((_, index) => index),
    [size.left, size.width - size.right],
  ).padding(0.3)
  const most = Math.max(...values)
  const least = Math.min(0, ...values)
  const y = scaleLinear([least, most > least ? most : least + 1], [size.height - size.bottom, size.top]).nice(4)
  return { x, y, left: (index: number) => x(index) ?? 0 }
}

type Scales = ReturnType<typeof scalesOf>

const Axis = ({ y, text }: { y: Scales['y']; text: (value: number) => string }) => (
  <>
    {y.ticks(4).map((tick) => (
      <>
        <line class="chart-grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
        <text class="chart-note end" x={size.left - 8} y={y(tick) + 4}>
          {text(tick)}
        </text>
      </>
    ))}
  </>
)

/** Each period's plan as a level stroke over its bar, tied to the next: a stair that reads without colour. */
function planPath(points: readonly PlanPoint[], { x, y, left }: Scales): string {
  const reach = x.step() * 0.5
  const steps = points.flatMap(({ planned }, index) => {
    if (planned === null) return []
    const middle = left(index) + x.bandwidth() / 2
    return [`${middle - reach},${y(planned.value)}`, `${middle + reach},${y(planned.value)}`]
  })
  return steps.length === 0 ? '' : `M${steps.join('L')}`
}

const barClass = ({ isExpected, isLate }: PlanPoint) => {
  if (isExpected) return 'expected'
  return isLate ? 'late' : 'done'
}

const Bar = ({ id, point, index, scales }: { id: string; point: PlanPoint; index: number; scales: Scales }) => {
  const { x, y, left } = scales
  const middle = left(index) + x.bandwidth() / 2
  if (point.actual === null) {
    return (
      <text class="chart-note middle" x={middle} y={y(0) - 6}>
        –
      </text>
    )
  }
  const top = Math.min(y(point.actual.value), y(0))
  const kind = barClass(point)
  const plan = point.planned === null ? top : y(point.planned.value)
  // The words stand clear of a stair that runs just above the bar.
  const clear = plan < top && top - plan < 20 ? plan : top
  return (
    <>
      <rect
        class={`chart-bar ${kind}`}
        fill={kind === 'done' ? undefined : `url(#${id}-${kind})`}
        x={left(index)}
        y={top}
        width={x.bandwidth()}
        height={Math.max(1.5, Math.abs(y(point.actual.value) - y(0)))}
      />
      <text class="chart-value middle" x={middle} y={clear - 6}>
        {point.actual.text}
      </text>
    </>
  )
}

const Legend = ({ id, points }: { id: string; points: readonly PlanPoint[] }) => {
  const t = useWords().chart
  const kinds = [
    { fill: undefined, kind: 'done', label: t.actual, shown: true },
    { fill: `url(#${id}-late)`, kind: 'late', label: t.late, shown: points.some((point) => point.isLate) },
    { fill: `url(#${id}-expected)`, kind: 'expected', label: t.expected, shown: points.some((one) => one.isExpected) },
  ].filter(({ shown }) => shown)
  return (
    <>
      <line class="chart-plan" x1={size.left} x2={size.left + 22} y1={13} y2={13} />
      <text class="chart-note" x={size.left + 28} y={17}>
        {t.planned}
      </text>
      {kinds.map(({ fill, kind, label }, index) => (
        <>
          <rect
            class={`chart-bar ${kind}`}
            fill={fill}
            x={size.left + 170 + index * 150}
            y={6}
            width="14"
            height="14"
          />
          <text class="chart-note" x={size.left + 190 + index * 150} y={17}>
            {label}
          </text>
        </>
      ))}
    </>
  )
}

/** Plan against actual, period by period: bars under a stair. */
export const PlanDrawing = ({ points, axisText, unit, ...words }: PlanChartProps) => {
  const locale = useLocale()
  const scales = scalesOf(points)
  return (
    <Drawing {...words} width={size.width} height={size.height}>
      <defs>
        <Hatch id={`${words.id}-late`} kind="late" />
        <Hatch id={`${words.id}-expected`} kind="expected" />
      </defs>
      <Axis y={scales.y} text={axisText ?? ((value) => formatNumber(value, locale))} />
      {points.map((point, index) => (
        <>
          <Bar id={words.id} point={point} index={index} scales={scales} />
          <text
            class="chart-label middle"
            x={scales.left(index) + scales.x.bandwidth() / 2}
            y={size.height - size.bottom + 20}
          >
            {point.label}
          </text>
        </>
      ))}
      <path class="chart-plan" d={planPath(points, scales)} />
      <Legend id={words.id} points={points} />
      <text class="chart-note end" x={size.width - size.right} y={17}>
        {unit}
      </text>
    </Drawing>
  )
}

export const PlanChart = (props: PlanChartProps & { isTitleHidden?: boolean }) => {
  const t = useWords().chart
  const columns = [
    { key: 'period', label: t.period, cell: (point: PlanPoint) => point.label },
    { key: 'planned', label: t.planned, numeric: true, cell: (point: PlanPoint) => point.planned?.text ?? t.none },
    { key: 'actual', label: t.actual, numeric: true, cell: (point: PlanPoint) => point.actual?.text ?? t.missing },
    { key: 'state', label: t.note, cell: (point: PlanPoint) => noteOf(point, t) },
  ]
  return (
    <ChartFrame {...props} table={<Table caption={props.title} columns={columns} rows={props.points} />}>
      <PlanDrawing {...props} />
    </ChartFrame>
  )
}

function noteOf(point: PlanPoint, t: { late: string; expected: string }): string {
  if (point.isExpected) return t.expected
  return point.isLate ? t.late : ''
}
