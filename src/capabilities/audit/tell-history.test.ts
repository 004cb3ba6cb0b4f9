import { expect, test } from 'vitest'
import { tellHistory } from './tell-history.ts'

const at = new Date('2023-02-20T08:00:00+07:00')
const entry = { at, actor_name: 'Lê Thị Thu An', action: 'unit.renamed', facts: { name: 'Sở A', from: '2023-03-01' } }

test('what was done is told in words, days written out, the lists with commas', () => {
  const deeds = {
    'unit.renamed': (facts: Record<string, string>) => `đổi tên thành ${facts['name']} từ ${facts['from']}`,
  }
  expect(tellHistory([entry], deeds)).toEqual([{ at, who: 'Lê Thị Thu An', what: 'đổi tên thành Sở A từ 01/03/2023' }])
  const listed = { ...entry, facts: { members: ['A', 'B'] } }
  expect(tellHistory([listed], { 'unit.renamed': (facts) => facts['members'] ?? '' })[0]?.what).toBe('A, B')
})

test('a deed without words is shown by its name rather than hidden', () => {
  expect(tellHistory([entry], {})[0]?.what).toBe('unit.renamed')
})
