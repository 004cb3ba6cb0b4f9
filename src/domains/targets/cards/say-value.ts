import type { Locale } from '#platform/words.ts'
import type { Target } from '../target.ts'
import { writeValue, type Measured, type Value } from '../value.ts'
import { words } from '../words.ts'

/** What a target's values are counted in: "hội viên", "%", "triệu đồng". */
export function unitOfMeasure({ measure, measure_unit: unit }: Measured, locale: Locale): string {
  return measure === 'count' ? unit : words(locale).units[measure]
}

const speaksForItself: readonly Target['measure'][] = ['percent', 'yes_no', 'class', 'day']

/** A value with its unit: "12 hội viên", "85 %", "1.250 triệu đồng"; a missing one is said to be missing. */
export function sayValue(value: Value, target: Measured, locale: Locale): string {
  if (value === null) return words(locale).planForm.missing
  const written = writeValue(value, target, locale)
  return speaksForItself.includes(target.measure) ? written : `${written} ${unitOfMeasure(target, locale)}`.trim()
}
