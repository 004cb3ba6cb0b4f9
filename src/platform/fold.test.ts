import { expect, test } from 'vitest'
import { searchWords, slugOf, withoutMarks } from './fold.ts'

test('a name folds the same from composed and decomposed letters', () => {
  expect(withoutMarks('Liên đoàn Lao Động'.normalize('NFD'))).toBe('lien doan lao dong')
})

test('signs never reach the search as words', () => {
  expect(searchWords('Hội (CCB) – tỉnh.*')).toEqual(['hoi', 'ccb', 'tinh'])
})

test('a slug has letters, figures and single dashes', () => {
  expect(slugOf('Khối thi đua MTTQ & đoàn thể – số 2')).toBe('khoi-thi-dua-mttq-doan-the-so-2')
})
