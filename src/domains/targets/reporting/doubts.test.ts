import { expect, test } from 'vitest'
import { doubtsOf, type Surroundings } from './doubts.ts'

const year = { starts_on: '2023-01-01', ends_on: '2023-12-31' }
const around = (given: Partial<Surroundings>): Surroundings => ({
  measure: 'count',
  accumulation: 'flow',
  last: null,
  planned: null,
  year,
  ...given,
})

test('0,9 is doubted where ninety per cent is usual, and meant where it always was small', () => {
  expect(doubtsOf('0.9', around({ measure: 'percent', last: '90' }))).toEqual(['shareAsFraction'])
  expect(doubtsOf('0.9', around({ measure: 'percent', planned: '95' }))).toEqual(['shareAsFraction'])
  expect(doubtsOf('0.9', around({ measure: 'percent', last: '0.8' }))).toEqual([])
  expect(doubtsOf('0', around({ measure: 'percent', last: '90' }))).toEqual([])
})

test('more than the whole is doubted, the whole is not', () => {
  expect(doubtsOf('100', around({ measure: 'percent' }))).toEqual([])
  expect(doubtsOf('100.1', around({ measure: 'percent' }))).toEqual(['aboveWhole'])
})

test('a running total that falls is doubted; one that stands or a level that falls is not', () => {
  expect(doubtsOf('11', around({ accumulation: 'running', last: '12' }))).toEqual(['runningFalls'])
  expect(doubtsOf('12', around({ accumulation: 'running', last: '12' }))).toEqual([])
  expect(doubtsOf('11', around({ accumulation: 'level', last: '12' }))).toEqual([])
})

test('ten times the last value is doubted, from nothing anything may come', () => {
  expect(doubtsOf('120', around({ last: '12' }))).toEqual(['tenfold'])
  expect(doubtsOf('119.9', around({ last: '12' }))).toEqual([])
  expect(doubtsOf('120', around({ last: '0' }))).toEqual([])
  expect(doubtsOf('120', around({ measure: 'class', last: '1' }))).toEqual([])
})

test('what cannot be less than nothing is doubted below zero', () => {
  expect(doubtsOf('-1', around({ measure: 'money' }))).toEqual(['belowZero'])
})

test('a day outside the year is doubted, its first and last are not', () => {
  const day = (text: string) => doubtsOf(String(Date.parse(text) / 86_400_000), around({ measure: 'day' }))
  expect(day('2022-12-31')).toEqual(['outsideYear'])
  expect(day('2023-01-01')).toEqual([])
  expect(day('2023-12-31')).toEqual([])
  expect(day('2024-01-01')).toEqual(['outsideYear'])
})

test('of nothing reported there is nothing to doubt', () => {
  expect(doubtsOf(null, around({ accumulation: 'running', last: '12' }))).toEqual([])
})
