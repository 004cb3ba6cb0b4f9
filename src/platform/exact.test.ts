import { assert, bigInt, constantFrom, integer, oneof, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  decimalText,
  divided,
  exact,
  floorOf,
  minus,
  plus,
  roundedTo,
  times,
  zero,
  type Exact,
} from './exact.ts'

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

/** The plainest fractions there are, to hold the fast ones against. */
interface Plain {
  over: bigint
  under: bigint
}
const same = (value: Exact | null, { over, under }: Plain) =>
  value !== null && BigInt(value.over) * under === over * BigInt(value.under)
const made = ({ over, under }: Plain) => divided(exact(String(over)), exact(String(under))) ?? zero
/** Few and many digits, and the edge where plain numbers end. */
const whole = oneof(
  integer({ min: -1000, max: 1000 }).map(BigInt),
  bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  tuple(constantFrom(2n ** 53n, -(2n ** 53n), 2n ** 26n), integer({ min: -3, max: 3 })).map(([a, b]) => a + BigInt(b)),
  bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
)
const above = whole.map((one) => (one === 0n ? 1n : one < 0n ? -one : one))
const fraction = tuple(whole, above).map(([over, under]): Plain => ({ over, under }))

test('what is computed fast is what bigints alone compute, in one form', () => {
  const agrees = property(fraction, fraction, (a, b) => {
    const [x, y] = [made(a), made(b)]
    expect(same(plus(x, y), { over: a.over * b.under + b.over * a.under, under: a.under * b.under })).toBe(true)
    expect(same(minus(x, y), { over: a.over * b.under - b.over * a.under, under: a.under * b.under })).toBe(true)
    expect(same(times(x, y), { over: a.over * b.over, under: a.under * b.under })).toBe(true)
    const order = a.over * b.under - b.over * a.under
    expect(compare(x, y)).toBe(order === 0n ? 0 : order < 0n ? -1 : 1)
    expect(minus(plus(x, y), y)).toEqual(x)
  })
  expect(() => assert(agrees, { numRuns: 400 })).not.toThrow()
})

test('rounding and whole parts are what bigints alone say', () => {
  const agrees = property(fraction, integer({ min: 0, max: 10 }), (a, places) => {
    const scale = 10n ** BigInt(places)
    const size = (a.over < 0n ? -a.over : a.over) * scale
    const rounded = ((size * 2n + a.under) / (a.under * 2n)) * (a.over < 0n ? -1n : 1n)
    expect(same(roundedTo(made(a), places), { over: rounded, under: scale })).toBe(true)
    expect(exact(decimalText(made(a), places))).toEqual(roundedTo(made(a), places))
    const below = a.over / a.under - (a.over < 0n && a.over % a.under !== 0n ? 1n : 0n)
    expect(same(floorOf(made(a)), { over: below, under: 1n })).toBe(true)
  })
  expect(() => assert(agrees, { numRuns: 400 })).not.toThrow()
})
