import { PlanChart, type PlanPoint } from '#ui/chart/plan-chart.tsx'
import { formatDay, formatDayMonth } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import type { Locale } from '#platform/words.ts'
import type { Target } from '../../target.ts'
import { writeValue, type Value } from '../../value.ts'
import { progressOf } from '../progress.ts'
import type { SeriesPoint } from '../series.ts'
import { words } from '../words.ts'

/** What a chart draws of a value, with the words that stand for it. */
const drawnValue = (value: Value, target: Target, locale: Locale) =>
  value === null ? null : { value: Number(value), text: writeValue(value, target, locale) }

const labelOf = (endsOn: string, { frequency }: Target, quarter: string) => {
  const month = Number(endsOn.slice(5, 7))
  if (frequency === 'month') return `T${month}`
  return frequency === 'quarter' ? `${quarter}${Math.ceil(month / 3)}` : formatDayMonth(endsOn)
}

export const unitOf = (target: Target) => {
  if (target.measure === 'percent') return '%'
  return target.measure === 'money' ? 'triệu đồng' : target.measure_unit
}

/** The points of a series as the picture takes them. */
export const planPoints = (target: Target, series: readonly SeriesPoint[], locale: Locale): PlanPoint[] =>
  series.map(({ endsOn, value, due }) => ({
    label: labelOf(endsOn, target, words(locale).series.quarter),
    planned: drawnValue(due, target, locale),
    actual: drawnValue(value, target, locale),
    isLate: progressOf(target, { value, due, planned: due }).isBehind,
  }))

/** The picture in a sentence: where it stands at the newest figure. */
export function describeSeries(target: Target, series: readonly SeriesPoint[], locale: Locale): string {
  const t = words(locale)
  const last = series.findLast(({ value }) => value !== null)
  if (last === undefined) return t.series.none
  const due = last.due === null ? t.heat.nothingDue : writeValue(last.due, target, locale)
  return t.series.description(formatDay(last.endsOn), writeValue(last.value, target, locale), due)
}

type TargetPictureProps = { target: Target; series: readonly SeriesPoint[]; isTitleHidden?: boolean }

/** Plan against actual of one target, by period. */
export const TargetPicture = ({ target, series, isTitleHidden = false }: TargetPictureProps) => {
  const locale = useLocale()
  return (
    <PlanChart
      id={`chi-tieu-${target.id}`}
      title={words(locale).series.title(target.name)}
      description={describeSeries(target, series, locale)}
      unit={unitOf(target)}
      axisText={(value) => writeValue(String(value), target, locale)}
      points={planPoints(target, series, locale)}
      isTitleHidden={isTitleHidden}
    />
  )
}
