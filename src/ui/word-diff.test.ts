import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords } from './word-diff.ts'

const side = (runs: ReturnType<typeof diffWords>, without: 'added' | 'removed') =>
  runs
    .filter((run) => run.kind !== without)
    .map((run) => run.text)
    .join('')

test('a changed word is shown as one removed and one added', () => {
  expect(diffWords('mỗi đơn vị 2 mô hình', 'mỗi đơn vị 3 mô hình')).toEqual([
    { kind: 'same', text: 'mỗi đơn vị ' },
    { kind: 'removed', text: '2' },
    { kind: 'added', text: '3' },
    { kind: 'same', text: ' mô hình' },
  ])
})

test('a changed phrase is one run, however many words it has', () => {
  expect(diffWords('nộp trong quý I.', 'nộp hằng tháng, sớm.')).toEqual([
    { kind: 'same', text: 'nộp ' },
    { kind: 'removed', text: 'trong quý I.' },
    { kind: 'added', text: 'hằng tháng, sớm.' },
  ])
})

test('equal texts have no difference and empty texts no run', () => {
  expect(diffWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }])
  expect(diffWords('', '')).toEqual([])
  expect(diffWords('', 'mới')).toEqual([{ kind: 'added', text: 'mới' }])
})

test('each side reads exactly as it was written', () => {
  const text = fc
    .array(fc.constantFrom('hội', 'viên', ' ', '\n', 'Đoàn'), { maxLength: 20 })
    .map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const runs = diffWords(older, newer)
      expect(side(runs, 'added')).toBe(older)
      expect(side(runs, 'removed')).toBe(newer)
    }),
  )
})

test('texts too long to compare word by word are still shown whole', () => {
  const older = Array.from({ length: 2500 }, (_, index) => `a${index}`).join(' ')
  const newer = Array.from({ length: 2500 }, (_, index) => `b${index}`).join(' ')
  const runs = diffWords(older, newer)
  expect(side(runs, 'added')).toBe(older)
  expect(side(runs, 'removed')).toBe(newer)
})
