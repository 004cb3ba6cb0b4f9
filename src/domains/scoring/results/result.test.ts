import { expect, test } from 'vitest'
import type { ScoreResult, UnitScore } from '../engine/score-result.ts'
import { resultOf, type CountedTable, type TieDecision } from './result.ts'

const score = (unit: string, total: string, given: Partial<UnitScore> = {}): UnitScore => ({
  unit,
  name: unit.toUpperCase(),
  group: '',
  state: 'complete',
  base: total,
  bonus: '0',
  penalty: '0',
  total,
  max: '100',
  percent: total,
  rank: 1,
  class: null,
  titles: [],
  disqualified: [],
  downgraded: [],
  needs: [],
  criteria: [],
  ...given,
})
const result = (...units: UnitScore[]): ScoreResult => ({
  table: { code: 'T', version: '1' },
  units,
  ties: [],
  doubts: [],
})
const table = (title: string, factor: string, given: ScoreResult): CountedTable => ({
  version_id: title,
  title,
  factor,
  rankBy: 'total',
  places: { total: 2, percent: 2 },
  result: given,
})

test('all tables of a round count, each with its factor', () => {
  const one = table('chung', '1', result(score('a', '90'), score('b', '92')))
  const other = table('riêng', '2', result(score('a', '20', { max: '25' }), score('b', '18.5', { max: '25' })))
  const { units } = resultOf([one, other])
  expect(units.map(({ unit, total, max, percent, rank }) => ({ unit, total, max, percent, rank }))).toEqual([
    { unit: 'a', total: '130', max: '150', percent: '86.67', rank: 1 },
    { unit: 'b', total: '129', max: '150', percent: '86', rank: 2 },
  ])
})

test('one table keeps its own ranks, its chain of ties included', () => {
  const one = table('chung', '1', result(score('a', '90', { rank: 2 }), score('b', '90', { rank: 1 })))
  expect(resultOf([one]).units.map(({ unit, rank }) => [unit, rank])).toEqual([
    ['b', 1],
    ['a', 2],
  ])
})

test('a unit that is incomplete in one table has no place, and nobody is moved by it', () => {
  const one = table('chung', '1', result(score('a', '90'), score('b', '80'), score('c', '70')))
  const gap = score('a', '5', { state: 'incomplete', rank: null, needs: ['bao_cao'] })
  const other = table('riêng', '1', result(gap, score('b', '9'), score('c', '9')))
  const { units } = resultOf([one, other])
  expect(units.map(({ unit, rank, state }) => [unit, rank, state])).toEqual([
    ['b', 1, 'complete'],
    ['c', 2, 'complete'],
    ['a', null, 'incomplete'],
  ])
  expect(units.at(-1)?.needs).toEqual(['bao_cao'])
})

test('a tie is reported until people decide it; the latest decision about the same units holds', () => {
  const tied = [table('chung', '1', result(score('a', '90'), score('b', '90'), score('c', '70', { rank: 3 })))]
  expect(resultOf(tied).ties).toEqual([{ rank: 1, units: ['a', 'b'] }])
  const decision = (units: string[], minute: number, is_shared = false): TieDecision => {
    const decided_at = new Date(Date.UTC(2023, 11, 1, 8, minute))
    return { units, is_shared, reason: 'Nhiệm vụ chính trị cao hơn', decided_by_name: 'An', decided_at }
  }
  const parted = resultOf(tied, [decision(['a', 'b'], 1), decision(['b', 'a'], 2)])
  expect(parted.units.map(({ unit, rank }) => [unit, rank])).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 3],
  ])
  expect(parted.ties).toEqual([])
  const shared = resultOf(tied, [decision(['a', 'b'], 1, true)])
  expect(shared.units.map(({ rank }) => rank)).toEqual([1, 1, 3])
  expect(shared.ties).toEqual([])
  expect(resultOf(tied, [decision(['a', 'c'], 1)]).ties).toHaveLength(1)
})
