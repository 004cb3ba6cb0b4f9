import { expect, test } from 'vitest'
import { roadState, roadStopsOf } from './road-stops.ts'

const stop = { stop: 'signing' as const, state: 'open' as const, due_on: '2023-02-23', done_on: null, note: '' }

test('a stop is late the day after its last day, unless it is done or left out', () => {
  expect(roadState(stop, '2023-02-23')).toBe('now')
  expect(roadState(stop, '2023-02-24')).toBe('late')
  expect(roadState({ ...stop, state: 'ahead' }, '2023-02-24')).toBe('late')
  expect(roadState({ ...stop, state: 'done' }, '2023-02-24')).toBe('past')
  expect(roadState({ ...stop, state: 'skipped' }, '2023-02-24')).toBe('skipped')
  expect(roadState({ ...stop, state: 'closed' }, '2023-02-24')).toBe('closed')
})

test('the road says its days and leaves out what is not known', () => {
  const view = { locale: 'vi' as const, today: '2023-02-20' }
  expect(roadStopsOf([stop, { ...stop, due_on: null }], view)).toEqual([
    { label: 'Ký giao ước', state: 'now', when: 'hạn 23/02/2023' },
    { label: 'Ký giao ước', state: 'now' },
  ])
  const done = { ...stop, state: 'done' as const, done_on: '2023-02-22', note: '6/6 đơn vị' }
  expect(roadStopsOf([done], { ...view, href: (name) => `/${name}` })).toEqual([
    { label: 'Ký giao ước', state: 'past', when: '22/02/2023', note: '6/6 đơn vị', href: '/signing' },
  ])
})
