import { expect, test } from 'vitest'
import { scoreFacts } from '../table/score-facts.ts'
import { scoreTable } from '../table/score-table.ts'
import { computeScores } from './compute-scores.ts'

const table = scoreTable.parse({
  format: 'giao-uoc/score-table@1',
  code: 'T',
  title: 'Bảng',
  version: '1',
  disqualify: [{ when: 'total < 50', text: 'dưới 50 điểm' }],
  sections: [{ code: '1', title: 'Tiêu chí', max: 100, rules: [{ rule: 'formula', points: 'a' }] }],
})

test('nobody is disqualified by a total that is not there yet', () => {
  const units = [
    { id: 'chua-co', facts: {} },
    { id: 'it', facts: { a: 40 } },
    { id: 'du', facts: { a: 60 } },
  ]
  const { units: scores } = computeScores(table, scoreFacts.parse({ units }))
  expect(scores.map(({ unit, state, needs }) => [unit, state, needs])).toEqual([
    ['chua-co', 'incomplete', ['a']],
    ['it', 'disqualified', []],
    ['du', 'complete', []],
  ])
})
