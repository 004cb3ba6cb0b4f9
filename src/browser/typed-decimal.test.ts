import { expect, test } from 'vitest'
import { decimalOf, shownDecimal } from './typed-decimal.ts'

test('numbers are added up as Vietnamese write them, without rounding', () => {
  const typed = ['1.234,5', '0,1', '0.2', '85 %', '-3', '1 000']
  const sum = typed.map(decimalOf).reduce((total: bigint, one) => total + (one ?? 0n), 0n)
  expect(shownDecimal(sum)).toBe('2.316,8')
})

test('what is no number adds nothing, and is not zero', () => {
  expect(['', 'x', '1,2,3', '--1'].map(decimalOf)).toEqual([null, null, null, null])
  expect(shownDecimal(decimalOf('-0,5') ?? 0n)).toBe('-0,5')
})
