import { assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, readValue, writeValue, type Measured } from './value.ts'

const of = (measure: Measured['measure'], given: Partial<Measured> = {}): Measured => ({
  measure,
  measure_unit: '',
  classes: [],
  ...given,
})
const value = (text: string, target: Measured) => {
  const read = readValue(text, target)
  return read.ok ? read.value : read.fault
}

describe('a number as people type it', () => {
  const count = of('count', { measure_unit: 'hội viên' })
  test.each([
    ['1.234,5', '1234.5'],
    ['1.234', '1234'],
    ['1.234.567', '1234567'],
    ['1 234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['12,50', '12.5'],
    ['0.9', '0.9'],
    ['0,125', '0.125'],
    ['007', '7'],
    ['0', '0'],
    ['12 hội viên', '12'],
    ['12 Hội Viên', '12'],
  ])('%s is %s', (typed, expected) => expect(value(typed, count)).toBe(expected))

  test.each([
    ['-3', 'negative'],
    ['mười', 'notANumber'],
    ['12 xã', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['85 %', 'notANumber'],
    ['1234567890123456', 'tooLong'],
    ['0,1234567', 'tooLong'],
    ['=1+1', 'notANumber'],
  ])('%s is refused: %s', (typed, fault) => expect(value(typed, count)).toBe(fault))

  test('nothing typed is missing, and missing is not zero', () => {
    expect(readValue('  ', count)).toEqual({ ok: true, value: null })
    expect(writeValue(null, count)).toBe('')
    expect(writeValue('0', count)).toBe('0')
  })
})

test('a percent carries its sign or not, and may fall below zero', () => {
  const percent = of('percent')
  expect(['85 %', '85%', '85,5\u00a0%', '85', '-2,5'].map((text) => value(text, percent))).toEqual([
    '85',
    '85',
    '85.5',
    '85',
    '-2.5',
  ])
})

test('money is counted in million đồng, whatever word stands behind it', () => {
  const money = of('money')
  expect(
    ['1.250', '1.250 triệu đồng', '1,25 tỷ', '2 tỷ đồng', '5.500.000 đồng', '300 tr'].map((text) => value(text, money)),
  ).toEqual(['1250', '1250', '1250', '2000', '5.5', '300'])
})

test('yes and no are ticked or written', () => {
  const yesNo = of('yes_no')
  expect(['x', 'X', 'có', 'Có', 'không', 'Chưa'].map((text) => value(text, yesNo))).toEqual([
    '1',
    '1',
    '1',
    '1',
    '0',
    '0',
  ])
  expect(value('có lẽ', yesNo)).toBe('notYesNo')
  expect(writeValue('0', yesNo)).toBe('Không')
})

test('a class is known by its name, with or without marks', () => {
  const quality = of('class', { classes: ['Hoàn thành', 'Hoàn thành tốt', 'Hoàn thành xuất sắc'] })
  expect(['hoàn thành tốt', 'HOAN THANH XUAT SAC'].map((text) => value(text, quality))).toEqual(['2', '3'])
  expect(value('Khá', quality)).toBe('notAClass')
  expect(writeValue('3', quality)).toBe('Hoàn thành xuất sắc')
})

test('a day is one that the calendar has', () => {
  const day = of('day')
  expect(value('31/12/2023', day)).toBe(dayNumber('2023-12-31'))
  expect(value('1.2.2024', day)).toBe(dayNumber('2024-02-01'))
  expect(value('29/02/2023', day)).toBe('notADay')
  expect(writeValue(dayNumber('2023-12-31'), day)).toBe('31/12/2023')
})

test('what was written reads back as the same value', () => {
  const amounts = tuple(constantFrom<Measured['measure']>('count', 'percent', 'money'), nat(999_999_999), nat(999_999))
  const readsBack = property(amounts, ([measure, whole, part]) => {
    const text = value(`${whole},${part}`, of(measure))
    expect(value(writeValue(text, of(measure)), of(measure))).toBe(text)
  })
  expect(() => assert(readsBack)).not.toThrow()
})
