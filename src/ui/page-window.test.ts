import { expect, test } from 'vitest'
import { pageWindow } from './page-window.ts'

test('a short list of pages is shown whole', () => {
  expect(pageWindow(1, 1)).toEqual([1])
  expect(pageWindow(3, 5)).toEqual([1, 2, 3, 4, 5])
})

test('a gap hides two pages or more, never one', () => {
  expect(pageWindow(4, 20)).toEqual([1, 2, 3, 4, 5, null, 20])
  expect(pageWindow(10, 20)).toEqual([1, null, 9, 10, 11, null, 20])
  expect(pageWindow(20, 20)).toEqual([1, null, 19, 20])
})

test('a page beyond the last is not invented', () => {
  expect(pageWindow(9, 3)).toEqual([1, 2, 3])
})
