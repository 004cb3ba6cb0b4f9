import { expect, test } from 'vitest'
import { unlayered } from './unlayered.ts'

test('rules leave their layers and keep their order', () => {
  const css =
    '@layer base,parts;@font-face{src:url(a)}@layer base{a{b:c}@media print{a{b:d}}}@layer parts{.x{y:z}}.w{v:u}'
  expect(unlayered(css)).toBe('@font-face{src:url(a)}a{b:c}@media print{a{b:d}}.x{y:z}.w{v:u}')
})

test('a stylesheet without layers stays as it is', () => {
  expect(unlayered('a{b:c}')).toBe('a{b:c}')
})

test('what cannot be lifted out safely stops the build', () => {
  expect(() => unlayered('@layer a{@layer b{c{d:e}}}')).toThrow('inside a layer')
  expect(() => unlayered('@layer a{b{c:d}')).toThrow('ends inside')
})
