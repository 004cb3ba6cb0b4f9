import { decimalText, exact } from '#platform/exact.ts'
import { writeNumber, writeValue, type Measured, type Value } from '../value.ts'
import type { ReviewFigure } from '../review/review.ts'

/** '2023-06-30' → '30/06/2023'. */
export const writtenDay = (day: string) => day.split('-').toReversed().join('/')

/** Per cent to one place after the comma: '85,5 %'. */
export const writtenPercent = (percent: string) => `${writeNumber(decimalText(exact(percent), 1))}\u00a0%`

const counted = ({ measure, measure_unit }: Measured) => (measure === 'money' ? 'triệu đồng' : measure_unit)

/** A value with what it counts: '1.234,5 triệu đồng', '85 %', '12 mô hình'. */
export function writtenFigure(value: Value, target: Measured): string {
  const unit = ['count', 'money'].includes(target.measure) ? counted(target) : ''
  return [writeValue(value, target), unit].filter((part) => part !== '').join(' ')
}

export const figure = (key: string, label: string, text: string | number): ReviewFigure => ({
  key,
  label,
  text: typeof text === 'number' ? writeNumber(String(text)) : text,
})

/** 'a', 'a và b', 'a, b và c'. */
export function listed(names: readonly string[], between = ', '): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(between)} và ${last}`
}
