import { expect, test } from 'vitest'
import { columnBySign, isSameFigure } from './points.ts'

test('nothing is not zero, and zero is not nothing', () => {
  expect(isSameFigure(null, '0')).toBe(false)
  expect(isSameFigure('0', null)).toBe(false)
  expect(isSameFigure(null, null)).toBe(true)
  expect(isSameFigure('0.50', '0.5')).toBe(true)
  expect(isSameFigure('10/4', '2.5')).toBe(true)
})

test('a figure written in the wrong column stands where its sign says', () => {
  expect(columnBySign('bonus', '-0.5')).toBe('penalty')
  expect(columnBySign('penalty', '0.5')).toBe('bonus')
  expect(columnBySign('base', '-1')).toBe('penalty')
  expect(columnBySign('penalty', '0')).toBe('penalty')
})
