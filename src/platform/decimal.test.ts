import { expect, test } from 'vitest'
import { add, compare, divide, isZero, multiply, round, sizeOf, subtract, sumOf } from './decimal.ts'

test('a tenth and two tenths are three tenths', () => {
  expect(add('0.1', '0.2')).toBe('0.3')
  expect(sumOf(['1.5', '2', '-0.5'])).toBe('3')
  expect(subtract('1', '1.00')).toBe('0')
  expect(subtract('0.05', '0.1')).toBe('-0.05')
  expect(multiply('-1.20', '0.5')).toBe('-0.6')
})

test('a quotient is rounded half away from zero, and nothing is divided by zero', () => {
  expect(divide('1', '3', 2)).toBe('0.33')
  expect(divide('-1', '8', 2)).toBe('-0.13')
  expect(divide('1', '-8', 2)).toBe('-0.13')
  expect(divide('-1', '-4', 1)).toBe('0.3')
  expect(divide('5', '0.00')).toBeUndefined()
  expect(round('2.345', 2)).toBe('2.35')
})

test('numbers beyond a binary float are told apart', () => {
  expect(compare('9007199254740993', '9007199254740992')).toBe(1)
  expect(compare('1.10', '1.1')).toBe(0)
  expect(compare('-2', '1')).toBe(-1)
  expect(isZero('-0.00')).toBe(true)
  expect(sizeOf('-3.5')).toBe('3.5')
})

test('what is no decimal is no number', () => {
  expect(() => add('1,5', '2')).toThrow('not a decimal')
})
