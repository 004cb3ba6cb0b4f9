import { expect, test } from 'vitest'
import { fromOf } from './fact-source.ts'
import { factsOfLeaf, leavesOf } from '../sheets/leaf.ts'
import { scoreTable } from '../table/score-table.ts'
import { smallTable } from '../sheets/testing/test-round.ts'
import { loggedIn, readFact, writeFact } from './typed-value.ts'

test('a fact says where it comes from, and what says nothing is typed', () => {
  const from = (text: string) => fromOf({ from: text, type: 'number' })
  expect(from('target.1.2.planned')).toEqual({ from: 'target', code: '1.2', part: 'planned' })
  expect(from('target.CT01')).toEqual({ from: 'target', code: 'CT01', part: 'value' })
  expect(from('report.month.late')).toEqual({ from: 'posted', key: 'report.month.late' })
  expect(from('report.month')).toEqual({ from: 'reports', kind: 'month' })
  expect(from('log.news.count')).toEqual({ from: 'log', kind: 'news', number: 'count' })
  expect(from('evidence.valid')).toEqual({ from: 'evidence', verdict: 'valid', code: undefined })
  expect(from('award')).toEqual({ from: 'typed' })
  expect(fromOf({ type: 'reports' })).toEqual({ from: 'reports', kind: undefined })
})

test('a criterion reads the facts of its own formulas', () => {
  const table = scoreTable.parse(smallTable)
  expect(leavesOf(table).map((leaf) => factsOfLeaf(table, leaf))).toEqual([
    ['hoi_vien.dat', 'hoi_vien.giao'],
    ['quy', 'quy.giao'],
    [],
    ['don_thu'],
  ])
})

test('what is typed for a fact is read as people write it, and written back the same', () => {
  const label = 'Thử'
  const cases = { label, type: 'cases', fields: { ngay: 'date', so_diem: 'number' } } as const
  const read = readFact('12/03/2023 | 2,5; 15/04/2023 | 1', cases)
  expect(read).toEqual({
    ok: true,
    value: [
      { ngay: '2023-03-12', so_diem: '2.5' },
      { ngay: '2023-04-15', so_diem: '1' },
    ],
  })
  expect(writeFact(read.ok ? read.value : null, 'vi')).toBe('12/03/2023 | 2,5; 15/04/2023 | 1')
  expect(readFact('0', cases)).toEqual({ ok: true, value: [] })
  expect(readFact('', cases)).toEqual({ ok: true, value: null })
  expect(readFact('1 | 2 | 3', cases)).toMatchObject({ ok: false })
  expect(readFact('khá', { label, type: 'class', classes: ['Yếu', 'Khá'] })).toEqual({ ok: true, value: 'Khá' })
  expect(readFact('-1,5 %', { label, type: 'number', measure: '%' })).toEqual({ ok: true, value: '-1.5' })
  expect(readFact('31/02/2023', { label, type: 'date' })).toMatchObject({ ok: false, fault: 'notADay' })
  const log = [
    { due: '2023-01-25', sent: '2023-01-26' },
    { due: '2023-02-25', sent: null },
  ]
  expect(loggedIn(log)).toEqual([2, 1, 1])
})
