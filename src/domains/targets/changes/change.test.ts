import { expect, test } from 'vitest'
import { outcomeOf, touches, type Terms } from './change.ts'

const terms: Terms = {
  name: 'Hội viên mới',
  explanation: '',
  dueOn: null,
  isWithdrawn: false,
  plans: { a: { isAssigned: true, planned: '10' }, b: { isAssigned: false, planned: null } },
}

test('what a change touches is told part by part, and nothing else', () => {
  expect(touches(terms, terms)).toEqual([])
  const after = { ...terms, dueOn: '2023-11-30', plans: { ...terms.plans, a: { isAssigned: true, planned: '8' } } }
  expect(touches(terms, after)).toEqual([
    { what: 'dueOn', before: '', after: '2023-11-30' },
    { what: 'plan', unit: 'a', before: { isAssigned: true, planned: '10' }, after: { isAssigned: true, planned: '8' } },
  ])
  expect(touches(terms, { ...terms, isWithdrawn: true })).toEqual([{ what: 'isWithdrawn' }])
})

test('a change is agreed by all that are asked, and refused by one', () => {
  const yes = (unit_id: string) => ({ unit_id, agrees: true })
  expect(outcomeOf(['a', 'b'], [yes('a')])).toBe('proposed')
  expect(outcomeOf(['a', 'b'], [yes('b'), yes('a')])).toBe('agreed')
  expect(outcomeOf(['a', 'b'], [yes('a'), { unit_id: 'b', agrees: false }])).toBe('refused')
  expect(outcomeOf(['a'], [yes('a'), yes('left')])).toBe('agreed')
  expect(outcomeOf([], [])).toBe('proposed')
})
