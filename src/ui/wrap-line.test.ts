import { expect, test } from 'vitest'
import { wrapLine } from './wrap-line.ts'

test('a name breaks between words, and says when it goes on', () => {
  const name = 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định'
  expect(wrapLine(name, 20, 3)).toEqual(['Ủy ban Mặt trận Tổ', 'quốc Việt Nam tỉnh', 'Nam Định'])
  expect(wrapLine(name, 20, 2)).toEqual(['Ủy ban Mặt trận Tổ', 'quốc Việt Nam tỉnh…'])
  expect(wrapLine('Sở', 20, 3)).toEqual(['Sở'])
})
