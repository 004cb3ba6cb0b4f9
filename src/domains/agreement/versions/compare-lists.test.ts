import { expect, test } from 'vitest'
import { compareLists } from './compare-lists.ts'

const older = ['Mở đợt thi đua đầu năm.', 'Giúp mỗi xã một việc cụ thể.', 'Báo cáo kết quả mỗi quý.']

test('lists that are the same have nothing but the same', () => {
  expect(compareLists(older, older).map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
})

test('a line that only moved is no change, and says from where to where', () => {
  const [first = '', second = '', third = ''] = older
  const moved = compareLists(older, [third, first, second])
  expect(moved.map(({ kind }) => kind)).toEqual(['moved', 'same', 'same'])
  expect(moved[0]).toMatchObject({ from: 3, to: 1 })
})

test('a line that was rewritten is found beside its older words, even elsewhere', () => {
  const changes = compareLists(older, [
    'Một điều hoàn toàn khác',
    'Mở đợt thi đua đầu năm.',
    'Giúp mỗi xã hai việc cụ thể.',
  ])
  expect(changes).toEqual([
    { kind: 'added', text: 'Một điều hoàn toàn khác', to: 1 },
    { kind: 'same', text: older[0], from: 1, to: 2 },
    { kind: 'changed', older: older[1], newer: 'Giúp mỗi xã hai việc cụ thể.', from: 2, to: 3 },
    { kind: 'removed', text: older[2], from: 3 },
  ])
})

test('what is gone stands after what stood before it; of equal lines each is counted', () => {
  expect(compareLists(['a b', 'c d', 'a b'], ['a b']).map(({ kind }) => kind)).toEqual(['same', 'removed', 'removed'])
  expect(compareLists(['x y', 'a b'], ['a b']).map(({ kind }) => kind)).toEqual(['removed', 'same'])
  expect(compareLists([], [])).toEqual([])
})
