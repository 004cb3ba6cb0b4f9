import { expect, test } from 'vitest'
import { judgeOf, lateDays, reportCan } from './report.ts'

const desk = { head: 'lhpn', deputy: 'ccb', members: ['mttq', 'ldld', 'ccb', 'lhpn'] }

test('a report in time is not late, one after the last day by so many days', () => {
  expect(lateDays('2023-02-25', '2023-02-20')).toBe(0)
  expect(lateDays('2023-02-25', '2023-02-25')).toBe(0)
  expect(lateDays('2023-02-25', '2023-03-02')).toBe(5)
})

test('a member is judged by the head, the head by its deputy, a sub-unit by its unit', () => {
  expect(judgeOf(desk, { unit: 'mttq', parent: null })).toBe('lhpn')
  expect(judgeOf(desk, { unit: 'ccb', parent: null })).toBe('lhpn')
  expect(judgeOf(desk, { unit: 'lhpn', parent: null })).toBe('ccb')
  expect(judgeOf(desk, { unit: 'hoi-phu-nu-huyen', parent: 'lhpn' })).toBe('lhpn')
})

test('without a deputy the first other member judges the head, and without any the authority', () => {
  expect(judgeOf({ ...desk, deputy: undefined }, { unit: 'lhpn', parent: null })).toBe('mttq')
  expect(
    judgeOf({ head: 'lhpn', deputy: undefined, members: ['lhpn'] }, { unit: 'lhpn', parent: null }),
  ).toBeUndefined()
  expect(judgeOf({ ...desk, head: undefined }, { unit: 'mttq', parent: null })).toBeUndefined()
})

test('what was sent is neither sent again nor changed before it came back', () => {
  expect(reportCan('enter', { state: 'sent' })).toBe(false)
  expect(reportCan('send', { state: 'returned' })).toBe(true)
  expect(reportCan('verify', { state: 'open' })).toBe(false)
  expect(reportCan('correct', { state: 'verified' })).toBe(true)
})
