import { classes } from './classes.ts'

type MeterProps = {
  /** Hundredths of the plan; more than 100 fills the bar. */
  value: number
  /** Where the plan stands by now, in hundredths. */
  expected?: number
  tone?: 'good' | 'middle' | 'low'
  /** The whole meaning in words: "78 %, kế hoạch đến kỳ 67 %". */
  label: string
}

const within = (value: number) => Math.max(0, Math.min(100, value))

/** Progress against where it should be. The words beside it carry the meaning; the bar is for the eye. */
export const Meter = ({ value, expected, tone = 'good', label }: MeterProps) => (
  <svg class={classes('meter', tone)} role="img" aria-label={label} viewBox="0 0 100 14" preserveAspectRatio="none">
    <rect class="meter-track" x="0" y="3" width="100" height="8" />
    <rect class="meter-fill" x="0" y="3" width={within(value)} height="8" />
    {expected !== undefined && <line class="meter-plan" x1={within(expected)} x2={within(expected)} y1="0" y2="14" />}
  </svg>
)
