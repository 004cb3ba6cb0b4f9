import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

type SparklineProps = {
  /** In order of time; what was not reported leaves a gap. */
  values: readonly (number | null)[]
  /** The whole meaning in words, since a row holds no table of its own. */
  label: string
}

const size = { width: 96, height: 28, edge: 4 }

/** A year in a row of a table: its course, and where it stands last. */
export const Sparkline = ({ values, label }: SparklineProps) => {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [size.edge, size.width - size.edge])
  const [least, most] = [Math.min(...known.map((one) => one.value)), Math.max(...known.map((one) => one.value))]
  const y = scaleLinear([least, most > least ? most : least + 1], [size.height - size.edge, size.edge])
  const draw = line<number | null>(
    (_, index) => x(index),
    (value) => y(value ?? 0),
  ).defined((value) => value !== null)
  const last = known.at(-1)
  return (
    <svg class="sparkline" role="img" aria-label={label} width={size.width} height={size.height}>
      <path class="sparkline-way" d={draw(values) ?? ''} />
      {last && <circle class="sparkline-end" cx={x(last.index)} cy={y(last.value)} r="3" />}
    </svg>
  )
}
