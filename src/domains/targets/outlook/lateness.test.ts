import { expect, test } from 'vitest'
import { behindOf } from './lateness.ts'

const more = { direction: 'more' } as const
const ends = ['2023-01-31', '2023-02-28', '2023-03-31', '2023-04-30']
const marks = (...pairs: readonly [string | null, string | null][]) =>
  pairs.map(([figure, due], index) => ({ on: ends[index] ?? '', figure, due }))

test('a target is behind since the first period after which it never caught up', () => {
  expect(behindOf(more, marks(['5', '10'], ['20', '20'], ['25', '30'], ['32.5', '40']))).toEqual({
    since: '2023-03-31',
    figure: '32.5',
    due: '40',
    by: '7.5',
  })
})

test('what reached its due is not behind, even to the last digit', () => {
  expect(behindOf(more, marks(['5', '10'], ['20.000000', '20']))).toBeUndefined()
  expect(behindOf(more, [])).toBeUndefined()
})

test('where less is better, more is behind', () => {
  expect(behindOf({ direction: 'less' }, marks(['3', '2']))).toMatchObject({ by: '1' })
  expect(behindOf({ direction: 'less' }, marks(['2', '3']))).toBeUndefined()
})

test('a missing figure is not behind, and not the end of being behind', () => {
  expect(behindOf(more, marks([null, '10']))).toBeUndefined()
  expect(behindOf(more, marks(['5', '10'], [null, '20']))).toMatchObject({ since: '2023-01-31', due: '10' })
})
