export interface Measure {
  what: string
  value: number
  unit: string
  /** The budget of the design, and on which side of it the value must lie. */
  bar?: { at: number; side: 'most' | 'least' }
  /** A named rival, measured in the same run. */
  rival?: { name: string; value: number }
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

function verdict({ value, bar }: Measure): string {
  if (bar === undefined) return ''
  const kept = bar.side === 'most' ? value <= bar.at : value >= bar.at
  const sign = bar.side === 'most' ? '≤' : '≥'
  const share = bar.at === 0 ? '' : ` (${round(value / bar.at)} × the bar)`
  return `${kept ? 'ok  ' : 'MISS'} bar ${sign} ${bar.at}${share}`
}

const beside = ({ value, rival, unit }: Measure) =>
  rival === undefined ? '' : `; ${rival.name}: ${round(rival.value)} ${unit}, ratio ${round(value / rival.value)}`

/** One line a figure, so that two runs can be laid beside each other. */
export function printMeasures(title: string, measures: readonly Measure[]): void {
  process.stdout.write(`\n${title}\n`)
  for (const measure of measures) {
    const { what, value, unit } = measure
    process.stdout.write(`  ${what.padEnd(58)} ${round(value)} ${unit}  ${verdict(measure)}${beside(measure)}\n`)
  }
}

/** The value under which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
