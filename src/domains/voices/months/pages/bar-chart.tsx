import { scaleLinear } from 'd3-scale'
import { Drawing, type ChartWords } from '#ui/chart/chart-frame.tsx'
import { wrapLine } from '#ui/wrap-line.ts'

/** A bar with its words; null is not told, and stands as words without a bar. */
export interface Bar {
  label: string
  value: number | null
  text: string
}

type BarsProps = ChartWords & { bars: readonly Bar[] }

const size = { names: 250, width: 720, row: 36, top: 8, right: 110 }
const y = (row: number) => size.top + row * size.row

/** Bars side by side, one a row, each with its figure in words. */
export const BarDrawing = ({ bars, ...words }: BarsProps) => {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  const scale = scaleLinear([0, most], [size.names, size.width - size.right])
  return (
    <Drawing {...words} width={size.width} height={y(bars.length) + 8}>
      {bars.map(({ label, value, text }, row) => (
        <>
          <text class="chart-label" x={4} y={y(row) + 15}>
            {wrapLine(label, 33, 2).map((line, at) => (
              <tspan x={4} dy={at === 0 ? 0 : 15}>
                {line}
              </tspan>
            ))}
          </text>
          {value !== null && (
            <rect
              class="chart-bar done"
              x={size.names}
              y={y(row) + 6}
              width={Math.max(1.5, scale(value) - size.names)}
              height="18"
            />
          )}
          <text
            class={value === null ? 'chart-note' : 'chart-value'}
            x={value === null ? size.names + 6 : scale(value) + 8}
            y={y(row) + 19}
          >
            {text}
          </text>
        </>
      ))}
      <line class="chart-grid" x1={size.names} x2={size.names} y1={4} y2={y(bars.length)} />
    </Drawing>
  )
}
