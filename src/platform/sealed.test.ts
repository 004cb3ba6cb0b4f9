import { expect, test } from 'vitest'
import { markOf, openSealed, sealBytes } from './sealed.ts'

const sealing = { secretKey: 'một bí mật của nơi cài đặt', purpose: 'a test', about: 'An' }
const content = Buffer.from('nội dung kín', 'utf8')

test('what was sealed opens with the same secret, purpose and thing, and with no other', () => {
  const sealed = sealBytes(content, sealing)
  expect(openSealed(sealed, sealing)).toEqual(content)
  expect(sealed.includes(content)).toBe(false)
  for (const change of [{ secretKey: 'x' }, { purpose: 'another' }, { about: 'Bình' }]) {
    expect(openSealed(sealed, { ...sealing, ...change })).toBeNull()
  }
})

test('a changed or cut box does not open', () => {
  const sealed = sealBytes(content, sealing)
  for (const at of [0, 14, sealed.length - 1]) {
    const touched = Buffer.from(sealed)
    touched.writeUInt8(touched.readUInt8(at) ^ 1, at)
    expect(openSealed(touched, sealing)).toBeNull()
  }
  expect(openSealed(sealed.subarray(0, 20), sealing)).toBeNull()
})

test('a mark is of its purpose', () => {
  expect(markOf('a', sealing)).not.toEqual(markOf('a', { ...sealing, purpose: 'another' }))
})
