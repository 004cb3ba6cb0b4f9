import { expect, test } from 'vitest'
import { optionalCount, optionalDecimal, readDecimal } from './decimal.ts'

test.each([
  ['1.234,5', '1234.5'],
  ['1 234', '1234'],
  ['85 %', '85'],
  ['85,50%', '85.5'],
  ['0', '0'],
  ['007', '7'],
  ['12.345.678', '12345678'],
])('%s is read as %s', (written, value) => {
  expect(readDecimal(written)).toBe(value)
})

test.each(['', 'một', '1.23', '1,2,3', '-4', '1234567890123456', '12.34,5'])('%s is no figure', (written) => {
  expect(readDecimal(written)).toBeUndefined()
})

test('an empty field is missing, not zero, and a part of a person is no count', () => {
  expect(optionalDecimal().parse('  ')).toBeUndefined()
  expect(optionalCount().parse('')).toBeUndefined()
  expect(optionalCount().parse('0')).toBe(0)
  expect(optionalCount().safeParse('2,5').success).toBe(false)
})
