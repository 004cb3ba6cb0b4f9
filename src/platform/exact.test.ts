import { assert, bigInt, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { compare, decimalText, divided, exact, minus, plus, times, zero } from './exact.ts'

const text = (value: ReturnType<typeof exact> | null, places = 6) =>
  value === null ? null : decimalText(value, places)

test('a tenth and two tenths are three tenths', () => {
  expect(text(plus(exact('0.1'), exact('0.2')))).toBe('0.3')
})

test('a third is rounded once, and half away from zero', () => {
  expect(text(divided(exact('1'), exact('3')))).toBe('0.333333')
  expect([text(exact('2.5'), 0), text(exact('-2.5'), 0), text(exact('-0.4'), 0)]).toEqual(['3', '-3', '0'])
})

test('nothing is divided by zero', () => {
  expect(divided(exact('1'), zero)).toBeNull()
})

test('what was taken away and added again is there, and what was multiplied divides again', () => {
  const numbers = tuple(bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), bigInt({ min: 1n, max: 10n ** 12n }))
  const holds = property(numbers, ([one, other]) => {
    const [a, b] = [exact(String(one)), exact(String(other))]
    expect(compare(plus(minus(a, b), b), a)).toBe(0)
    expect(compare(divided(times(a, b), b) ?? zero, a)).toBe(0)
  })
  expect(() => assert(holds)).not.toThrow()
})
