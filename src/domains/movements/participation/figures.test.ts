import { expect, test } from 'vitest'
import { readFigures, writeFigures } from './figures.ts'

test('figures are read a line each, with or without a measure, and written back', () => {
  const text = 'Số mô hình (mô hình): 12\nTỷ lệ hội viên tham gia (%): 85,5\nSố cuộc: 1.250'
  const { figures, wrong } = readFigures(text)
  expect(wrong).toBeUndefined()
  expect(figures.map(({ value }) => value)).toEqual(['12', '85.5', '1250'])
  expect(readFigures(writeFigures(figures)).figures).toEqual(figures)
})

test('a line that is no figure is told as it was typed', () => {
  expect(readFigures('Số mô hình: 12\nnhiều việc tốt').wrong).toBe('nhiều việc tốt')
  expect(readFigures('Số mô hình: mười hai').wrong).toBe('Số mô hình: mười hai')
  expect(readFigures(' \n ')).toEqual({ figures: [], wrong: undefined })
})
